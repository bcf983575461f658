import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { Incoming } from '../../message.ts';
import { limits } from './limits.ts';
import { conversationOf, type TalkName } from './names.ts';
import { textOf } from './payload.ts';
import { type Answerable, addressOf, type Target } from './target.ts';
import { languageOf } from './words.ts';

/** Interactions that say something to the bot. */
export type SpeakingInteraction =
  | APIApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction;

/** Who did it: in a server the user is part of a member. */
export function personOf(interaction: APIInteraction): string {
  return interaction.member?.user.id ?? interaction.user?.id ?? '0';
}

/** Whether it happened in the direct channel with the bot, where everything is private anyway. */
export function isInDirect({ context, channel, guild_id: server }: APIInteraction): boolean {
  if (context !== undefined) return context === 1 || (context === 0 && channel?.type === ChannelType.DM);
  return !server;
}

function placeIn(interaction: APIInteraction): Pick<Target, 'server' | 'isDirect'> {
  if (isInDirect(interaction)) return { isDirect: true };
  return interaction.guild_id ? { server: interaction.guild_id } : {};
}

/** Where the bot may write without the interaction: not where only the person, and not the server, installed it. */
function ownChannel(interaction: APIInteraction): string | null {
  const { authorizing_integration_owners: owners = {}, channel, context } = interaction;
  const id = 'channel_id' in interaction ? interaction.channel_id : undefined;
  const byPersonOnly = owners['1'] !== undefined && owners['0'] === undefined;
  return (byPersonOnly && context !== 1) || context === 2 ? null : (channel?.id ?? id ?? null);
}

function answerable(interaction: APIInteraction, isPrivate: boolean, now: number): Answerable {
  const isPress = interaction.type === InteractionType.MessageComponent;
  return {
    application: interaction.application_id,
    token: interaction.token,
    until: now + limits.tokenMs,
    isPrivate,
    ...(isPress ? { isPress } : {}),
  };
}

/**
 * Whether only the person sees the message that was pressed: Discord says so, or the talk began with a command and so
 * lives on private messages alone.
 */
export function isOnPrivateMessage(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
  { place }: TalkName,
): boolean {
  const { message, channel, channel_id: id } = interaction;
  if (message === undefined || isInDirect(interaction)) return false;
  const isEphemeral = (Number(message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return isEphemeral || place !== (channel?.id ?? id);
}

/** The answer to a command: private in servers, kept in the history of a direct channel. */
export function commandTarget(interaction: APIApplicationCommandInteraction, now: number): Target {
  const isDirect = isInDirect(interaction);
  const channel = ownChannel(interaction);
  return {
    talk: { owner: personOf(interaction), place: isDirect && channel ? channel : interaction.id },
    channel,
    ...placeIn(interaction),
    since: interaction.id,
    interaction: answerable(interaction, !isDirect, now),
    canType: isDirect,
  };
}

/**
 * The answer to a press or a form: below the message, or in its place where only the person sees it. A form without
 * its message is answered like a command.
 */
export function pressTarget(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
  { talk, canType, now }: { readonly talk: TalkName; readonly canType: boolean; readonly now: number },
): Target {
  const { message, id, channel } = interaction;
  const own = ownChannel(interaction);
  const isPrivate = message ? isOnPrivateMessage(interaction, talk) : !isInDirect(interaction);
  const isBelow = message !== undefined && !isPrivate && own !== null;
  const isOpen = isBelow && channel !== undefined && !isThread(channel.type);
  return {
    talk,
    channel: own,
    ...placeIn(interaction),
    since: id,
    canType,
    ...(isBelow ? {} : { interaction: answerable(interaction, isPrivate, now) }),
    ...(isOpen && !isInDirect(interaction) ? { reference: message.id } : {}),
  };
}

/** Announcement threads, public and private threads. */
export function isThread(type: number): boolean {
  return type >= 10 && type <= 12;
}

/** What a command says: the typed text, or the text of the message it was used on. */
export function commandText({ data }: APIApplicationCommandInteraction): string {
  if (data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    if (!message) return '';
    const cards = message.embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']);
    return [textOf(message), ...cards]
      .filter((part) => part !== '')
      .join('\n')
      .trim();
  }
  if (data.type !== ApplicationCommandType.ChatInput) return '';
  const option = data.options?.find(({ type }) => type === ApplicationCommandOptionType.String);
  return option && 'value' in option ? String(option.value).trim() : '';
}

/** What was typed into a form, whichever way its field is wrapped. */
export function formText({ data }: APIModalSubmitInteraction): string {
  const fields = data.components.flatMap((component) => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
  return fields
    .flatMap((field) => ('value' in field && typeof field.value === 'string' ? [field.value] : []))
    .join('\n')
    .trim();
}

/** The channel and thread that it happened in; neither where nobody else reads along. */
function surroundings(interaction: SpeakingInteraction): Pick<Incoming, 'channel' | 'thread'> {
  const { channel } = interaction;
  if (!channel || isInDirect(interaction)) return {};
  if (!isThread(channel.type)) return { channel: channel.id };
  const parent = 'parent_id' in channel ? channel.parent_id : null;
  return { channel: parent ?? channel.id, thread: channel.id };
}

/** The interaction for the rest of the house. */
export function incomingFrom(
  interaction: SpeakingInteraction,
  target: Target,
  said: Pick<Incoming, 'text' | 'choice'>,
): Incoming {
  return {
    platform: 'discord',
    conversation: conversationOf(target.talk),
    person: personOf(interaction),
    eventKey: interaction.id,
    kind: said.choice === undefined ? 'text' : 'choice',
    ...said,
    language: languageOf('locale' in interaction ? interaction.locale : 'en'),
    addressed: 'command',
    address: addressOf(target),
    ...surroundings(interaction),
  };
}

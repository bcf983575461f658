import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { Log } from '../../log.ts';
import type { Incoming, LanguageCode, PlatformHost } from '../../message.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Api } from './api.ts';
import { moreForm } from './forms.ts';
import {
  commandTarget,
  commandText,
  formText,
  incomingFrom,
  isInDirect,
  isOnPrivateMessage,
  isThread,
  personOf,
  pressTarget,
  type SpeakingInteraction,
} from './heard-interaction.ts';
import { limits } from './limits.ts';
import { escaped } from './markdown.ts';
import { type Press, pressOf, type TalkName } from './names.ts';
import { cardOf, labelOf, noMentions, plainOf, sentenceOf, settled, textOf } from './payload.ts';
import type { Target } from './target.ts';
import { languageOf, words } from './words.ts';

/** What may be typed into `/fix`: shown and sent, each at most 100 characters. */
interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** Suggestions for what was typed so far, best first. */
export type Suggest = (typed: string, language: LanguageCode) => readonly Suggestion[];

export interface InteractionParts {
  readonly host: PlatformHost;
  readonly api: Api;
  readonly acknowledgements: Acknowledgements;
  readonly suggest: Suggest;
  readonly messageContent: boolean;
  readonly useCards: () => boolean;
  readonly now: () => number;
  readonly log: Log;
}

/** Answers an interaction. Never rejects. */
export type HearInteraction = (interaction: APIInteraction) => Promise<void>;

/** Milliseconds of the three seconds that an acknowledgement may wait for the answer. */
const answerWithinMs = 1_000;

/** Milliseconds after which nobody looks any more whether an answer came. */
const thinkingMs = 60_000;

/** Commands, presses and forms: kept first, then acknowledged, within the three seconds that Discord gives. */
export function createInteractions(parts: InteractionParts): HearInteraction {
  const { host, api, acknowledgements, now, log } = parts;
  const reply = (interaction: APIInteraction, response: APIInteractionResponse) =>
    api.acknowledge(interaction, response);

  /** Keeps what was said, and only then acknowledges: by `respond`, or by the sentence of a refusal. */
  async function keep(
    incoming: Incoming,
    interaction: SpeakingInteraction,
    respond: () => APIInteractionResponse | Promise<APIInteractionResponse>,
  ): Promise<void> {
    const settle = acknowledgements.begin(interaction.token);
    let isAcknowledged = false;
    try {
      const acceptance = await host.receive(incoming);
      if (acceptance.status === 'refused') await reply(interaction, whisper(acceptance.sentence));
      else if (acceptance.status === 'limited') await reply(interaction, tooMuch(interaction));
      else {
        const response = await respond();
        await reply(interaction, response);
        isAcknowledged = true;
        if (response.type === InteractionResponseType.DeferredChannelMessageWithSource)
          void dismissUnanswered(incoming, interaction);
      }
    } finally {
      settle(isAcknowledged);
    }
  }

  /** Nothing is said in a talk that a person took over; "thinking" must not stand there for ever. */
  async function dismissUnanswered(
    { conversation, eventKey }: Incoming,
    interaction: SpeakingInteraction,
  ): Promise<void> {
    try {
      const replies = await host.answered(conversation, eventKey, thinkingMs);
      if (replies?.length === 0)
        await api.dismiss({ application: interaction.application_id, token: interaction.token });
    } catch (error) {
      log.debug({ interaction: interaction.id, reason: String(error) }, 'a deferred answer still stands');
    }
  }

  async function onCommand(interaction: APIApplicationCommandInteraction): Promise<void> {
    const text = commandText(interaction);
    const isMessage = interaction.data.type === ApplicationCommandType.Message;
    if (isMessage && text === '') return reply(interaction, whisper(wordsFor(interaction).nothingToRead));
    const target = commandTarget(interaction, now());
    await keep(incomingFrom(interaction, target, { text }), interaction, () => deferred(target));
  }

  async function onPress(interaction: APIMessageComponentInteraction): Promise<void> {
    const press = pressOf(interaction.data.custom_id);
    if (!press) return reply(interaction, untouched);
    if (press.talk.owner !== personOf(interaction))
      return reply(interaction, whisper(wordsFor(interaction).notYours));
    if (press.kind === 'more')
      return reply(interaction, moreForm(press.talk, languageOf(localeOf(interaction))));
    if (press.kind === 'post') return reply(interaction, posted(interaction, parts.useCards()));
    await onPick(interaction, press);
  }

  async function onPick(interaction: APIMessageComponentInteraction, press: Press): Promise<void> {
    const { data, message } = interaction;
    const value = data.component_type === ComponentType.StringSelect ? data.values[0] : undefined;
    const { talk } = press;
    const target = pressTarget(interaction, { talk, canType: canType(interaction, talk), now: now() });
    const said = { text: '', choice: value ?? press.choice };
    const incoming = incomingFrom(interaction, target, said);
    const label = labelOf(message, data.custom_id, value);
    await keep(incoming, interaction, async () =>
      target.interaction === undefined && (await isActedOn(incoming))
        ? { type: InteractionResponseType.UpdateMessage, data: settled(message, escaped(label)) }
        : untouched,
    );
  }

  /** Whether the press did something; a stale one leaves its message as it is. Nobody waits for a slow answer. */
  async function isActedOn({ conversation, eventKey, choice }: Incoming): Promise<boolean> {
    const replies = await host.answered(conversation, eventKey, answerWithinMs);
    return replies === null || replies.some(({ reply: { chosen } }) => chosen === choice);
  }

  async function onForm(interaction: APIModalSubmitInteraction): Promise<void> {
    const press = pressOf(interaction.data.custom_id);
    if (press?.talk.owner !== personOf(interaction))
      return reply(interaction, whisper(wordsFor(interaction).notYours));
    const { talk } = press;
    const target = pressTarget(interaction, { talk, canType: canType(interaction, talk), now: now() });
    const respond = () => (interaction.message ? untouched : deferred(target));
    await keep(incomingFrom(interaction, target, { text: formText(interaction) }), interaction, respond);
  }

  async function onTyping(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const option = interaction.data.options?.find(({ type }) => type === ApplicationCommandOptionType.String);
    const typed = option && 'value' in option ? String(option.value) : '';
    const choices = parts.suggest(typed, languageOf(localeOf(interaction))).slice(0, limits.suggestions);
    await reply(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: choices.map(({ name, value }) => ({ name, value })) },
    });
  }

  /** Where everything that is written reaches the bot. */
  function canType(
    interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
    talk: TalkName,
  ): boolean {
    if (isInDirect(interaction)) return true;
    if (isOnPrivateMessage(interaction, talk)) return false;
    return parts.messageContent && isThread(interaction.channel?.type ?? 0);
  }

  async function hear(interaction: APIInteraction): Promise<void> {
    if (interaction.type === InteractionType.ApplicationCommand) return onCommand(interaction);
    if (interaction.type === InteractionType.MessageComponent) return onPress(interaction);
    if (interaction.type === InteractionType.ModalSubmit) return onForm(interaction);
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return onTyping(interaction);
  }

  return (interaction) =>
    hear(interaction).catch((error) =>
      // "Unknown interaction" comes also for interactions that are in time; the reply then goes into the channel.
      log.warn(
        { interaction: interaction.id, reason: String(error) },
        'a Discord interaction was not acknowledged',
      ),
    );
}

/** Acknowledges a press and leaves the message as it is. */
const untouched: APIInteractionResponse = { type: InteractionResponseType.DeferredMessageUpdate };

/** "The bot is thinking"; whether the answer is private is settled here for good. */
function deferred({ interaction }: Target): APIInteractionResponse {
  const flags = interaction?.isPrivate === true ? { flags: MessageFlags.Ephemeral as const } : {};
  const data = { allowed_mentions: noMentions, ...flags };
  return { type: InteractionResponseType.DeferredChannelMessageWithSource, data };
}

/** A sentence for one person only. */
function whisper(sentence: string): APIInteractionResponse {
  const data = { ...sentenceOf(escaped(sentence)), flags: MessageFlags.Ephemeral as const };
  return { type: InteractionResponseType.ChannelMessageWithSource, data };
}

/** The private answer once more, for everybody, with nothing to press. */
function posted({ message }: APIMessageComponentInteraction, isCard: boolean): APIInteractionResponse {
  const shown = { text: textOf(message) || '…', rows: [], colour: 0 };
  const [plain] = plainOf(shown);
  const data = isCard || !plain ? cardOf(shown) : plain;
  return { type: InteractionResponseType.ChannelMessageWithSource, data };
}

/** Nothing comes of it, and the person was told why before; a command has to be answered all the same. */
function tooMuch(interaction: SpeakingInteraction): APIInteractionResponse {
  const isPress = interaction.type === InteractionType.MessageComponent;
  return isPress ? untouched : whisper(wordsFor(interaction).tooMuch);
}

function localeOf(interaction: APIInteraction): string {
  return 'locale' in interaction ? interaction.locale : 'en';
}

function wordsFor(interaction: APIInteraction) {
  return words[languageOf(localeOf(interaction))];
}

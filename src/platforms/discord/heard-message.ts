import { type APIMessage, MessageType } from 'discord.js';
import type { Incoming } from '../../message.ts';
import { conversationOf } from './names.ts';
import { addressOf, type Target } from './target.ts';

/** A message as it comes by the gateway; read back over REST it has no server, which is then added. */
export type HeardMessage = APIMessage & { readonly guild_id?: string };

/** The bot's own ids. */
export interface Self {
  readonly user: string;
  /** Its role in the server of the message, which people mention by mistake; undefined where it has none. */
  readonly role?: string | undefined;
}

/**
 * Whether a person wrote this: no bot, no webhook, no notice of the system. What was edited is read back with its new
 * words, and an edit starts nothing.
 */
export function isFromPerson(message: HeardMessage, self: Self): boolean {
  const { author, webhook_id: webhook, type, edited_timestamp: edited } = message;
  if (author.id === self.user || author.bot === true || author.system === true) return false;
  const isOrdinary = type === MessageType.Default || type === MessageType.Reply;
  return isOrdinary && webhook === undefined && (edited ?? null) === null;
}

/** A direct message carries no server. */
export function isDirect(message: HeardMessage): boolean {
  return !message.guild_id;
}

/** Whether the message speaks to the bot: by mention, by its role, or as an answer to something it wrote. */
export function isToBot(message: HeardMessage, self: Self): boolean {
  const { content, mentions = [], mention_roles: roles = [], referenced_message: answered } = message;
  if (mentions.some(({ id }) => id === self.user) || ownMention(self).test(content)) return true;
  return (self.role !== undefined && roles.includes(self.role)) || answered?.author?.id === self.user;
}

/** The words without the bot's own name in them; where there are none, those of what was forwarded or answered. */
export function wordsOf(message: HeardMessage, self: Self): string {
  const { content, message_snapshots: snapshots, referenced_message: answered } = message;
  const forwarded = snapshots?.[0]?.message.content ?? '';
  const pointedAt = answered && answered.author?.id !== self.user ? answered.content : '';
  return firstWords([content, forwarded, pointedAt], self);
}

function firstWords(texts: readonly string[], self: Self): string {
  const words = texts.map((text) => text.replace(ownMention(self), ' ').trim());
  return words.find((text) => text !== '') ?? '';
}

/** The message for the rest of the house. */
export function incomingOf(
  message: HeardMessage,
  {
    self,
    target,
    addressed,
    opening = '',
    channel,
    thread,
  }: {
    readonly self: Self;
    readonly target: Target;
    readonly addressed: Incoming['addressed'];
    /** What was said before, and belongs to it. */
    readonly opening?: string;
    /** The channel around it, and the thread it is in; neither in direct messages. */
    readonly channel?: string;
    readonly thread?: string;
  },
): Incoming {
  const text = [opening, wordsOf(message, self)].filter((part) => part !== '').join('\n');
  return {
    platform: 'discord',
    conversation: conversationOf(target.talk),
    person: message.author.id,
    eventKey: message.id,
    kind: text === '' && hasPicture(message) ? 'picture' : 'text',
    text,
    addressed,
    address: addressOf(target),
    ...(channel === undefined ? {} : { channel }),
    ...(thread === undefined ? {} : { thread }),
  };
}

function hasPicture({ attachments = [], sticker_items: stickers = [] }: HeardMessage): boolean {
  return attachments.length > 0 || stickers.length > 0;
}

function ownMention({ user, role }: Self): RegExp {
  const ids = [`!?${user}`, ...(role === undefined ? [] : [`&${role}`])];
  return new RegExp(`<@(?:${ids.join('|')})>`, 'g');
}

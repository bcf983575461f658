import { createHash } from 'node:crypto';
import type { Incoming } from '../../message.ts';
import {
  conversationOf,
  metadataType,
  personOf,
  type SlackAddress,
  type Talk,
  toAddress,
} from './address.ts';
import { decodePress, type Press } from './decode-press.ts';
import { unescapeText } from './escape.ts';
import { type Fields, fieldsOf, listOf, textOf } from './fields.ts';

/** Something said to us, or near us. */
export interface HeardMessage {
  readonly kind: 'message';
  readonly incoming: Incoming;
  readonly where: SlackAddress;
  /** Said in a thread to nobody by name: for us only when the person has a talk there. */
  readonly needsTalk: boolean;
  /** The thread began with a message of ours, which knows the talk's name. */
  readonly underOurs: boolean;
}

/** The app was removed from a workspace, or its token was taken back. */
interface Removed {
  readonly kind: 'removed';
  readonly team: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What a payload of Slack means to us. */
export type Heard = HeardMessage | Press | Removed;

export interface DecodeContext {
  /** The bot's own user ids, as far as they are known; one per workspace. */
  readonly ownUsers: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: number;
}

const nothing: Heard = { kind: 'nothing' };

/** Slack's own payload (event, block_actions, command, shortcut) → what it means to us. Pure; anything may come in. */
export function decode(body: unknown, context: DecodeContext): Heard {
  const fields = fieldsOf(body);
  switch (textOf(fields.type)) {
    case 'event_callback':
      return decodeEvent(fields, context);
    case 'block_actions':
      return decodePress(fields);
    case 'message_action':
      return decodeShortcut(fields);
    default:
      return textOf(fields.command) === '' ? nothing : decodeCommand(fields, context);
  }
}

/** Subtypes that are still a person saying something. */
const spoken = new Set(['', 'file_share', 'thread_broadcast']);

function decodeEvent(body: Fields, context: DecodeContext): Heard {
  const event = fieldsOf(body.event);
  const type = textOf(event.type);
  if (isRemoval(event))
    return { kind: 'removed', team: textOf(body.team_id), at: Number(body.event_time) * 1_000 || 0 };
  if (type !== 'message' && type !== 'app_mention') return nothing;
  // Edits, own messages and other bots never start a talk, nor continue one.
  if (!spoken.has(textOf(event.subtype)) || event.edited !== undefined || event.hidden === true)
    return nothing;
  const user = textOf(event.user);
  const own = ownUsersIn(body, context);
  if (user === '' || own.has(user) || isFromApp(body, event)) return nothing;
  const channel = textOf(event.channel);
  const ts = textOf(event.ts);
  if (channel === '' || ts === '') return nothing;
  return addressedMessage(body, event, own);
}

/** `tokens_revoked` may also speak of people's own tokens, which we have none of. */
function isRemoval({ type, tokens }: Fields): boolean {
  return type === 'app_uninstalled' || (type === 'tokens_revoked' && listOf(fieldsOf(tokens).bot).length > 0);
}

/** A bot's message, or one of ours that Slack gives back before it told who we are. */
function isFromApp(body: Fields, event: Fields): boolean {
  const app = textOf(event.app_id);
  const isOurs =
    fieldsOf(event.metadata).event_type === metadataType || (app !== '' && app === body.api_app_id);
  return isOurs || textOf(event.bot_id) !== '';
}

function addressedMessage(body: Fields, event: Fields, own: ReadonlySet<string>): Heard {
  const ts = textOf(event.ts);
  const channel = textOf(event.channel);
  const team = textOf(body.team_id) || textOf(event.team);
  const root = textOf(event.thread_ts) || ts;
  const talk: Talk = { channel, root, owner: textOf(event.user) };
  const where: SlackAddress = { team, channel, thread: root, talk, after: ts };
  const isDirect = textOf(event.channel_type) === 'im' || channel.startsWith('D');
  const isMention = event.type === 'app_mention' || mentions(textOf(event.text), own);
  const incoming = said(where, {
    text: textOf(event.text),
    addressed: isDirect ? 'direct' : isMention ? 'mention' : 'thread',
    // The same for app_mention and message: they are one event of the person.
    eventKey: `${team}:${channel}:${ts}`,
    hasFiles: listOf(event.files).length > 0,
  });
  const needsTalk = !isDirect && !isMention;
  // To nobody by name, and in no thread: for us only where an admin switched on listening.
  if (needsTalk && root === ts)
    return {
      kind: 'message',
      incoming: { ...incoming, addressed: 'overheard' },
      where,
      needsTalk: false,
      underOurs: false,
    };
  const underOurs = root !== ts && own.has(textOf(event.parent_user_id));
  return { kind: 'message', incoming, where, needsTalk, underOurs };
}

/** What is known from `auth.test`, and what the event says itself, so that no event waits for it. */
function ownUsersIn(body: Fields, { ownUsers }: DecodeContext): ReadonlySet<string> {
  const bots = listOf(body.authorizations)
    .map(fieldsOf)
    .filter(({ is_bot }) => is_bot === true)
    .map(({ user_id }) => textOf(user_id));
  return new Set([...ownUsers, ...bots]);
}

function mentions(text: string, own: ReadonlySet<string>): boolean {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].some(([, user = '']) => own.has(user));
}

function decodeCommand(body: Fields, { now }: DecodeContext): Heard {
  const user = textOf(body.user_id);
  const channel = textOf(body.channel_id);
  const key = occasionOf(body);
  if (user === '' || channel === '') return nothing;
  const where: SlackAddress = {
    team: textOf(body.team_id),
    channel,
    talk: { channel, root: `fix-${key.slice(0, 16)}`, owner: user },
    after: (now / 1_000 - 60).toFixed(6),
  };
  const text = textOf(body.text).trim() || 'help';
  const incoming = said(where, { text, addressed: 'command', eventKey: `command:${key}`, hasFiles: false });
  return { kind: 'message', incoming, where, needsTalk: false, underOurs: false };
}

/** "Diagnose this message": as if the person who chose it had said it, in its thread. */
function decodeShortcut(body: Fields): Heard {
  const message = fieldsOf(body.message);
  const user = textOf(fieldsOf(body.user).id);
  const channel = textOf(fieldsOf(body.channel).id);
  const ts = textOf(message.ts);
  if (user === '' || channel === '' || ts === '') return nothing;
  const thread = textOf(message.thread_ts) || ts;
  const team = textOf(fieldsOf(body.team).id);
  const where: SlackAddress = {
    team,
    channel,
    thread,
    talk: { channel, root: thread, owner: user },
    after: ts,
  };
  const incoming = said(where, {
    text: textOf(message.text),
    addressed: 'command',
    eventKey: `shortcut:${occasionOf(body)}`,
    hasFiles: listOf(message.files).length > 0,
  });
  return { kind: 'message', incoming, where, needsTalk: false, underOurs: false };
}

/** Commands and shortcuts have no event id; their trigger is made for one occasion only. */
function occasionOf(body: Fields): string {
  const occasion = textOf(body.trigger_id) || JSON.stringify(body);
  return createHash('sha256').update(occasion).digest('hex').slice(0, 32);
}

interface Said {
  readonly text: string;
  readonly addressed: Incoming['addressed'];
  readonly eventKey: string;
  readonly hasFiles: boolean;
}

function said(where: SlackAddress, { text, addressed, eventKey, hasFiles }: Said): Incoming {
  const words = unescapeText(text);
  return {
    platform: 'slack',
    conversation: conversationOf(where.team, where.talk),
    person: personOf(where.team, where.talk.owner),
    eventKey,
    kind: hasFiles && words === '' ? 'picture' : 'text',
    text: words,
    addressed,
    address: toAddress(where),
  };
}

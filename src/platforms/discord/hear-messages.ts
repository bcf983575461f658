import type { Log } from '../../log.ts';
import type { Incoming, PlatformHost } from '../../message.ts';
import type { Api } from './api.ts';
import {
  type HeardMessage,
  incomingOf,
  isDirect,
  isFromPerson,
  isToBot,
  type Self,
  wordsOf,
} from './heard-message.ts';
import { escaped } from './markdown.ts';
import { conversationOf } from './names.ts';
import { sentenceOf } from './payload.ts';
import type { Place, Places } from './places.ts';
import type { Target } from './target.ts';
import { words } from './words.ts';

export interface HearingParts {
  readonly host: PlatformHost;
  readonly api: Api;
  readonly places: Places;
  /** Whether Discord shows the bot what does not mention it. */
  readonly messageContent: boolean;
  /** Ids of the forums whose posts need no mention. */
  readonly forums: readonly string[];
  readonly log: Log;
}

interface Meant {
  readonly target: Target;
  readonly addressed: Incoming['addressed'];
  /** What was said before, and belongs to it. */
  readonly opening?: string;
  /** The channel around it, and the thread it is in; neither in direct messages. */
  readonly channel?: string;
  readonly thread?: string;
}

/** Hears a message: keeps it when it is meant for the bot, and ignores it otherwise. Never rejects. */
export type HearMessage = (message: HeardMessage, self: Self) => Promise<void>;

/** Messages of one channel are heard one after the other, in the order in which they came. */
export function createHearing(parts: HearingParts): HearMessage {
  const { host, api, places, messageContent, forums, log } = parts;
  const lanes = new Map<string, Promise<void>>();
  const hinted = new Set<string>();

  async function hear(message: HeardMessage, self: Self): Promise<void> {
    const meant = await meaning(message, self);
    if (!meant) return;
    const acceptance = await host.receive(incomingOf(message, { self, ...meant }));
    if (acceptance.status === 'refused') await say(meant.target.channel, message, acceptance.sentence);
  }

  /** How the message came to be meant for the bot, and where its answer goes; null when it is not. */
  async function meaning(message: HeardMessage, self: Self): Promise<Meant | null> {
    const { id, channel_id: channel, author } = message;
    if (isDirect(message)) {
      const talk = { owner: author.id, place: channel };
      return { target: { channel, since: id, talk, canType: true, isDirect: true }, addressed: 'direct' };
    }
    const place = await places.find(channel);
    if (place.isThread) return inThread(message, place, self);
    if (isToBot(message, self)) return inChannel(message, place);
    return host.listens(place.id) && wordsOf(message, self) !== '' ? overheard(message, place) : null;
  }

  /** Answered where it was said: a thread for every message of a channel would be a nuisance. */
  function overheard({ id, author, guild_id: server = '' }: HeardMessage, { id: channel }: Place): Meant {
    const talk = { owner: author.id, place: channel };
    const target = { channel, server, since: id, talk, canType: false, reference: id };
    return { target, addressed: 'overheard', channel };
  }

  async function inThread(message: HeardMessage, place: Place, self: Self): Promise<Meant | null> {
    const { id, author, guild_id: server = '' } = message;
    const talk = { owner: author.id, place: place.id };
    const isMention = isToBot(message, self);
    const isKnown = await host.knows(conversationOf(talk));
    const isOwnPost = place.isPost && place.owner === author.id;
    const listens = isOwnPost && forums.includes(place.parent ?? '');
    if (!isMention && !listens && !isKnown) return null;
    const opening = isOwnPost && !isKnown ? await openingOf(message, place) : '';
    if (!isMention && opening === '' && isHidden(message, self)) {
      await hint(message, conversationOf(talk));
      return null;
    }
    const post = place.isPost ? { post: place.id } : {};
    const target = { channel: place.id, server, since: id, talk, canType: messageContent, ...post };
    const around = place.parent ?? place.id;
    return {
      target,
      addressed: isMention ? 'mention' : 'thread',
      opening,
      channel: around,
      thread: place.id,
    };
  }

  async function inChannel(message: HeardMessage, place: Place): Promise<Meant> {
    const { id, author, guild_id: server = '' } = message;
    const thread = place.takesThreads ? await places.thread(message) : null;
    const channel = thread ?? place.id;
    const talk = { owner: author.id, place: channel };
    const base = { channel, server, since: id, talk };
    const target = thread ? { ...base, canType: messageContent } : { ...base, canType: false, reference: id };
    return { target, addressed: 'mention', channel: place.id, ...(thread ? { thread } : {}) };
  }

  /** What a post is about was often said before the bot was called: in its title, and in its first message. */
  async function openingOf({ id }: HeardMessage, { id: post, name = '' }: Place): Promise<string> {
    // A post and its first message share their id.
    const first = id === post || !messageContent ? '' : await api.message(post, post).catch(() => null);
    return [name, first ? first.content : ''].filter((part) => part !== '').join('\n');
  }

  /** What Discord hides cannot be answered, only hinted at. */
  function isHidden(message: HeardMessage, self: Self): boolean {
    return !messageContent && wordsOf(message, self) === '' && (message.attachments ?? []).length === 0;
  }

  async function hint(message: HeardMessage, conversation: string): Promise<void> {
    if (hinted.has(conversation)) return;
    hinted.add(conversation);
    const { en, zh } = words;
    await say(message.channel_id, message, `${en.mentionMe}\n${zh.mentionMe}`);
  }

  async function say(channel: string | null, { id }: HeardMessage, sentence: string): Promise<void> {
    const body = { ...sentenceOf(escaped(sentence)), nonce: id, enforce_nonce: true };
    if (channel !== null) await api.post(channel, body);
  }

  return (message, self) => {
    if (!isFromPerson(message, self)) return Promise.resolve();
    const lane = message.channel_id;
    const turn = (lanes.get(lane) ?? Promise.resolve())
      .then(() => hear(message, self))
      .catch((error) =>
        log.error({ message: message.id, err: error }, 'a Discord message could not be heard'),
      )
      .finally(() => {
        if (lanes.get(lane) === turn) lanes.delete(lane);
      });
    lanes.set(lane, turn);
    return turn;
  };
}

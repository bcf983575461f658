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
import type { Places } from './places.ts';
import type { Target } from './target.ts';
import { words } from './words.ts';

export interface HearingParts {
  readonly host: PlatformHost;
  readonly api: Api;
  readonly places: Places;
  /** Whether Discord shows the bot what does not mention it. */
  readonly messageContent: boolean;
  readonly log: Log;
}

/** Hears a message: keeps it when it is meant for the bot, and ignores it otherwise. Never rejects. */
export type HearMessage = (message: HeardMessage, self: Self) => Promise<void>;

/** Messages of one channel are heard one after the other, in the order in which they came. */
export function createHearing(parts: HearingParts): HearMessage {
  const { host, api, places, messageContent, log } = parts;
  const lanes = new Map<string, Promise<void>>();
  const hinted = new Set<string>();

  async function hear(message: HeardMessage, self: Self): Promise<void> {
    const meant = await meaning(message, self);
    if (!meant) return;
    const acceptance = await host.receive(incomingOf(message, { self, ...meant }));
    if (acceptance.status === 'refused') await say(meant.target.channel, message, acceptance.sentence);
  }

  type Meant = { readonly target: Target; readonly addressed: Incoming['addressed'] };

  /** How the message came to be meant for the bot, and where its answer goes; null when it is not. */
  async function meaning(message: HeardMessage, self: Self): Promise<Meant | null> {
    const { id, channel_id: channel, author } = message;
    const base = { channel, since: id };
    const talkIn = (place: string) => ({ owner: author.id, place });
    if (isDirect(message))
      return { target: { ...base, talk: talkIn(channel), canType: true }, addressed: 'direct' };
    const isMention = isToBot(message, self);
    const place = await places.find(channel);
    if (place.isThread) {
      const talk = talkIn(channel);
      if (!isMention && !(await isOurs(message, self, conversationOf(talk)))) return null;
      const post = place.isPost ? { post: channel } : {};
      const target = { ...base, talk, canType: messageContent, ...post };
      return { target, addressed: isMention ? 'mention' : 'thread' };
    }
    if (!isMention) return null;
    const thread = place.takesThreads ? await places.thread(message) : null;
    const target =
      thread === null
        ? { ...base, talk: talkIn(channel), canType: false, reference: id }
        : { ...base, channel: thread, talk: talkIn(thread), canType: messageContent };
    return { target, addressed: 'mention' };
  }

  /** Whether the writer talks with the bot here. What Discord hides cannot be answered, only hinted at. */
  async function isOurs(message: HeardMessage, self: Self, conversation: string): Promise<boolean> {
    if (!(await host.knows(conversation))) return false;
    const isHidden =
      !messageContent && wordsOf(message, self) === '' && (message.attachments ?? []).length === 0;
    if (isHidden) await hint(message, conversation);
    return !isHidden;
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

import type { Call, PlatformHost, Receipt } from '../../message.ts';
import { conversationOf, metadataType, type Talk, toAddress } from './address.ts';
import type { ApiOf } from './api-call.ts';
import { atMost } from './at-most.ts';
import type { HeardMessage } from './decode.ts';
import type { SlackCall } from './encode.ts';
import { fieldsOf, listOf, textOf } from './fields.ts';

export interface Talks {
  /** The message in the talk it belongs to; null when it is none of ours. */
  place(heard: HeardMessage): Promise<HeardMessage | null>;
  /** Remembers which talk a message of ours began. */
  sent(call: Call, receipt: Receipt): void;
}

export interface TalksOptions {
  readonly host: Pick<PlatformHost, 'knows'>;
  readonly apiOf: ApiOf;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Threads whose talk is kept at hand; the rest is asked from Slack. */
const mostRemembered = 5_000;
/** Milliseconds that a message waits for Slack to tell its thread's talk; Slack wants its ack within three seconds. */
const patienceMs = 1_500;
/** Milliseconds in which a few words in a direct message, outside its thread, still answer the last question. */
const freshMs = 30 * 60_000;

/**
 * Which talk a message belongs to. Usually its thread says so. A command has no message whose thread its talk could
 * be, and in direct messages people answer outside the thread too; there our own messages carry the talk's name in
 * their metadata.
 */
export function createTalks({ host, apiOf, now }: TalksOptions): Talks {
  const threads = new Map<string, Talk>();
  const newest = new Map<string, { readonly talk: Talk; readonly at: number }>();

  async function talkOfThread({ where }: HeardMessage): Promise<Talk | null> {
    const ts = where.thread ?? '';
    const known = threads.get(ts);
    if (known) return known;
    const fields = { channel: where.channel, ts, limit: 5, include_all_metadata: true };
    const asked = apiOf(where.team)('conversations.replies', fields).catch(() => undefined);
    const answer = await atMost(asked, patienceMs);
    const talks = listOf(fieldsOf(answer).messages).map(talkOfMessage);
    return talks.find((talk) => talk !== null) ?? null;
  }

  /** In direct messages people go on typing where they typed before: below everything, in no thread. */
  function continued(heard: HeardMessage): Talk | null {
    const { channel, talk } = heard.where;
    const last = newest.get(channel);
    if (!last || now() - last.at > freshMs || last.talk.owner !== talk.owner) return null;
    return looksLikeAnswer(heard.incoming.text) ? last.talk : null;
  }

  async function talkOf(heard: HeardMessage): Promise<Talk | null> {
    const { where, incoming } = heard;
    const isDirect = incoming.addressed === 'direct';
    if (isDirect && where.thread === where.after) return continued(heard);
    if (!heard.needsTalk && !heard.underOurs && !isDirect) return null;
    if (await host.knows(incoming.conversation)) return where.talk;
    if (!heard.underOurs && !isDirect) return null;
    const found = await talkOfThread(heard);
    return found?.owner === where.talk.owner ? found : null;
  }

  return {
    async place(heard) {
      const talk = await talkOf(heard);
      if (!talk && heard.needsTalk) return null;
      const placed = talk ? moved(heard, talk) : heard;
      const { where, incoming } = placed;
      if (incoming.addressed === 'direct') remember(newest, where.channel, { talk: where.talk, at: now() });
      if (where.thread !== undefined && where.thread !== where.talk.root)
        remember(threads, where.thread, where.talk);
      return placed;
    },
    sent({ body }, { messageId }) {
      const { method, fields } = body as SlackCall;
      const talk = talkOfMessage(fields);
      if (method !== 'chat.postMessage' || fields.thread_ts !== undefined || !messageId || !talk) return;
      remember(threads, messageId, talk);
    },
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostRemembered && oldest !== undefined) map.delete(oldest);
}

/** A choice's number, or a word or two that name no code: as an opening they would say nothing. */
function looksLikeAnswer(text: string): boolean {
  if (/^[选第\s]*(?:[0-9０-９]{1,2}|[①-⑳])[\s.。)）项个]*$/u.test(text)) return true;
  return /^\p{Script=Han}{1,4}[。！!？?]?$/u.test(text) || /^(?=.*[a-z])[A-Za-z'’ ]{1,14}[.!?]?$/.test(text);
}

function moved(heard: HeardMessage, talk: Talk): HeardMessage {
  const where = { ...heard.where, talk };
  const incoming = {
    ...heard.incoming,
    conversation: conversationOf(where.team, talk),
    address: toAddress(where),
  };
  return { ...heard, where, incoming };
}

function talkOfMessage(message: unknown): Talk | null {
  const metadata = fieldsOf(fieldsOf(message).metadata);
  const { channel, root, owner } = fieldsOf(metadata.event_payload);
  if (metadata.event_type !== metadataType || !textOf(root)) return null;
  return { channel: textOf(channel), root: textOf(root), owner: textOf(owner) };
}

import type { Call, PlatformHost, Receipt } from '../../message.ts';
import { conversationOf, type Talk, toAddress } from './address.ts';
import type { ApiCall } from './api-call.ts';
import type { HeardMessage } from './decode.ts';
import { metadataType, type SlackCall } from './encode.ts';
import { fieldsOf, listOf, textOf } from './fields.ts';

export interface Talks {
  /** The message in the talk it belongs to; null when it is none of ours. */
  place(heard: HeardMessage): Promise<HeardMessage | null>;
  /** Remembers which talk a message of ours began. */
  sent(call: Call, receipt: Receipt): void;
}

/** Messages of ours that began a thread, kept at hand; the rest is asked from Slack. */
const mostRemembered = 5_000;

/**
 * Which talk a message belongs to. Usually its thread says so. A command has no message whose thread its talk could
 * be; there our own first message stands at the top, and carries the talk's name in its metadata.
 */
export function createTalks(host: Pick<PlatformHost, 'knows'>, api: ApiCall): Talks {
  const begun = new Map<string, Talk>();

  async function talkAbove({ where }: HeardMessage): Promise<Talk | null> {
    const ts = where.thread ?? '';
    const known = begun.get(ts);
    if (known) return known;
    const fields = { channel: where.channel, ts, limit: 1, include_all_metadata: true };
    const answer = await api('conversations.replies', fields).catch(() => ({}));
    return talkOfMessage(listOf(fieldsOf(answer).messages)[0]);
  }

  async function place(heard: HeardMessage): Promise<HeardMessage | null> {
    if (!heard.needsTalk && !heard.underOurs) return heard;
    if (await host.knows(heard.incoming.conversation)) return heard;
    const above = heard.underOurs ? await talkAbove(heard) : null;
    if (above?.owner === heard.where.talk.owner) return moved(heard, above);
    return heard.needsTalk ? null : heard;
  }

  return {
    place,
    sent({ body }, { messageId }) {
      const { method, fields } = body as SlackCall;
      const talk = talkOfMessage(fields);
      if (method !== 'chat.postMessage' || fields.thread_ts !== undefined || !messageId || !talk) return;
      begun.set(messageId, talk);
      const [oldest] = begun.keys();
      if (begun.size > mostRemembered && oldest !== undefined) begun.delete(oldest);
    },
  };
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

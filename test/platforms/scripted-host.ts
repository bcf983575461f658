import type { Incoming, Platform, PlatformHost, Reply, StoredReply } from '../../src/message.ts';

/** What the scripted bot says to a message; a promise may keep it waiting, null is silence. */
export type Script = (incoming: Incoming) => Reply | null | Promise<Reply | null>;

export interface ScriptedHost
  extends Pick<PlatformHost, 'receive' | 'answered' | 'replies' | 'knows' | 'addresses' | 'listens'> {
  /** Every message that was accepted, without duplicates. */
  readonly received: readonly Incoming[];
  /** Sends the replies by this platform, as the outbox would. */
  attach(platform: Platform): void;
  /** From now on messages are refused with this sentence; null = accepted again. */
  refuseWith(sentence: string | null): void;
  /** Channels where an admin switched on listening. */
  readonly listening: Set<string>;
}

/** Delivery without a database: keeps messages once, answers by the script, sends by the attached platform. */
export function scriptedHost(script: Script): ScriptedHost {
  const received: Incoming[] = [];
  const stored: (StoredReply & { readonly conversation: string })[] = [];
  const answers = new Map<string, Promise<readonly StoredReply[]>>();
  const listening = new Set<string>();
  let platform: Platform | undefined;
  let refusal: string | null = null;

  async function work(incoming: Incoming): Promise<readonly StoredReply[]> {
    const reply = await script(incoming);
    if (reply === null) return [];
    const row = { sequence: stored.length + 1, reply, conversation: incoming.conversation };
    stored.push(row);
    for (const call of platform?.encode(reply, incoming.address) ?? []) await platform?.send(call);
    return [row];
  }

  return {
    received,
    listening,
    listens: (channel) => listening.has(channel),
    attach(attached) {
      platform = attached;
    },
    refuseWith(sentence) {
      refusal = sentence;
    },
    async receive(incoming) {
      if (refusal !== null) return { status: 'refused', sentence: refusal };
      if (answers.has(incoming.eventKey)) return { status: 'duplicate' };
      received.push(incoming);
      const answer = work(incoming);
      // A test may end while its reply is still on its way.
      answer.catch(() => {});
      answers.set(incoming.eventKey, answer);
      return { status: 'accepted' };
    },
    async answered(_conversation, eventKey, timeoutMs) {
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), timeoutMs).unref());
      return Promise.race([answers.get(eventKey) ?? null, late]);
    },
    replies: async (conversation, sequence) =>
      stored.filter((row) => row.conversation === conversation && row.sequence > sequence),
    addresses: async (limit) =>
      received
        .map(({ address }) => address)
        .reverse()
        .slice(0, limit),
    knows: async (conversation) => received.some((incoming) => incoming.conversation === conversation),
  };
}

/** A plain answer; `id` must differ per message as in real life. */
export function answerReply(id: string, text: string, more: Partial<Reply> = {}): Reply {
  return {
    id,
    kind: 'answer',
    language: 'en',
    blocks: [{ type: 'text', text }],
    choices: [],
    about: {},
    ...more,
  };
}

/** Repeats what was said, with the message's event key as the reply's id. */
export function echo(incoming: Incoming): Reply {
  return answerReply(`reply to ${incoming.eventKey}`, incoming.text || `pressed ${incoming.choice}`);
}

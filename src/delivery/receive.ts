import type { Acceptance, Incoming } from '../message.ts';
import type { Admission, Verdict } from './admission.ts';
import type { Answers } from './answers.ts';
import type { Backlog } from './backlog.ts';
import type { Clock } from './clock.ts';
import type { Hide } from './hide.ts';
import type { DeliveryLog } from './log.ts';
import type { PlaceholderStore } from './people.ts';
import type { DeliveryStore, InboxMessage } from './store.ts';

/** `full`: too much waits already; `unavailable`: the database takes nothing; `stopping`: the process is ending. */
type RefusalReason = 'full' | 'unavailable' | 'stopping';

/** The sentence for somebody whose message was not kept. */
export type Refuse = (reason: RefusalReason, incoming: Incoming) => string;

export interface ReceiverParts {
  readonly store: Pick<DeliveryStore, 'receive' | 'repliesTo'>;
  readonly hide: Hide;
  /** Absent: nobody remembers which number a hidden value has. */
  readonly placeholders?: PlaceholderStore;
  readonly admission: Admission;
  /** Whether the bot speaks up at something that was only overheard. */
  readonly overhears: (incoming: Incoming) => boolean;
  /** Where senders read what became of a message. */
  readonly speaksWithPrograms: (platform: string) => boolean;
  readonly answers: Pick<Answers, 'expects'>;
  readonly clock: Clock;
  readonly backlog: Backlog;
  readonly refuse: Refuse;
  readonly log: DeliveryLog;
  /** Resolves when what an earlier process left over has its place before everything new. */
  readonly ready: Promise<void>;
  /** The message is durable; called before anybody hears of it. */
  readonly accepted: (message: InboxMessage) => void;
}

export interface Receiver {
  receive(incoming: Incoming): Promise<Acceptance>;
  stop(): void;
}

/** The entrance: private things are hidden before anybody keeps or logs them, and the answer comes only after the commit. */
export function createReceiver(parts: ReceiverParts): Receiver {
  const { store, clock, backlog, refuse, admission } = parts;
  let stopping = false;

  function refused(reason: RefusalReason, incoming: Incoming): Acceptance {
    return { status: 'refused', sentence: refuse(reason, incoming) };
  }

  /** The same event again is no new message; its sender wants the answer that there is. */
  async function isKnown(incoming: Incoming): Promise<boolean> {
    return parts.answers.expects(incoming) || (await store.repliesTo(incoming)) !== null;
  }

  async function limited(incoming: Incoming, retryAfterMs: number): Promise<Acceptance> {
    // Elsewhere both are acked alike, and a look into the database for each message of a flood is what it must not cost.
    const asks = parts.speaksWithPrograms(incoming.platform);
    return asks && (await isKnown(incoming)) ? { status: 'duplicate' } : { status: 'limited', retryAfterMs };
  }

  /** What nobody said to the bot is kept only when the bot answers it. */
  function isUnheard(incoming: Incoming): boolean {
    return incoming.addressed === 'overheard' && !parts.overhears(incoming);
  }

  async function keep(incoming: Incoming, verdict: Verdict): Promise<Acceptance> {
    const { text, fresh } = await parts.hide(incoming);
    const clean = { ...incoming, text };
    const receivedAt = clock.now();
    // Begun in one turn of the event loop, so that they share a transaction.
    const [{ status, sequence }] = await Promise.all([
      store.receive(clean, receivedAt),
      ...fresh.map((value) => parts.placeholders?.hide(incoming.conversation, value)),
    ]);
    if (status === 'accepted') {
      admission.kept(clean, verdict);
      parts.accepted({ sequence, incoming: clean, receivedAt, attempts: 0 });
    } else admission.forgive(clean, verdict);
    return { status };
  }

  return {
    async receive(incoming) {
      await parts.ready;
      if (stopping) return refused('stopping', incoming);
      if (backlog.isFull(incoming)) return refused('full', incoming);
      if (isUnheard(incoming)) return { status: 'unheard' };
      const verdict = admission.judge(incoming);
      if (!verdict.isIn) return limited(incoming, verdict.retryAfterMs);
      // Held while the write is under way, so that a burst cannot pass the bound before its first commit.
      backlog.enter(incoming);
      try {
        return await keep(verdict.care ? { ...incoming, care: verdict.care } : incoming, verdict);
      } catch (error) {
        parts.log.error(
          { platform: incoming.platform, err: error },
          'A message could not be kept and was refused.',
        );
        return refused('unavailable', incoming);
      } finally {
        backlog.leave(incoming);
      }
    },
    stop() {
      stopping = true;
    },
  };
}

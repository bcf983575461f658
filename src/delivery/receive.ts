import type { Acceptance, Incoming } from '../message.ts';
import { redact } from '../privacy/redact.ts';
import type { Backlog } from './backlog.ts';
import type { Clock } from './clock.ts';
import type { DeliveryLog } from './log.ts';
import type { DeliveryStore, InboxMessage } from './store.ts';

/** `full`: too much waits already; `unavailable`: the database takes nothing; `stopping`: the process is ending. */
type RefusalReason = 'full' | 'unavailable' | 'stopping';

/** The sentence for somebody whose message was not kept. */
export type Refuse = (reason: RefusalReason, incoming: Incoming) => string;

export interface ReceiverParts {
  readonly store: Pick<DeliveryStore, 'receive'>;
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
  const { store, clock, backlog, refuse } = parts;
  let stopping = false;

  function refused(reason: RefusalReason, incoming: Incoming): Acceptance {
    return { status: 'refused', sentence: refuse(reason, incoming) };
  }

  async function keep(incoming: Incoming): Promise<Acceptance> {
    const clean = { ...incoming, text: redact(incoming.text).text };
    const receivedAt = clock.now();
    const { status, sequence } = await store.receive(clean, receivedAt);
    if (status === 'accepted') parts.accepted({ sequence, incoming: clean, receivedAt, attempts: 0 });
    return { status };
  }

  return {
    async receive(incoming) {
      await parts.ready;
      if (stopping) return refused('stopping', incoming);
      if (backlog.isFull(incoming.platform)) return refused('full', incoming);
      // Held while the write is under way, so that a burst cannot pass the bound before its first commit.
      backlog.enter(incoming.platform);
      try {
        return await keep(incoming);
      } catch (error) {
        parts.log.error(
          { platform: incoming.platform, err: error },
          'A message could not be kept and was refused.',
        );
        return refused('unavailable', incoming);
      } finally {
        backlog.leave(incoming.platform);
      }
    },
    stop() {
      stopping = true;
    },
  };
}

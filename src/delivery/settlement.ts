import type { DeliveryLog } from './log.ts';
import type { Persist } from './persistence.ts';
import type { DeliveryStore, OutboxCall } from './store.ts';

export interface SettlementParts {
  readonly store: Pick<DeliveryStore, 'markSent' | 'markDead'>;
  readonly persist: Persist;
  readonly log: DeliveryLog;
}

export interface Settlement {
  /** Notes that a call arrived, without waiting for the commit. @param messageId the platform's name for it */
  sent(call: OutboxCall, messageId: string | undefined): void;
  /** Notes that a call is given up, and why. */
  givenUp(call: OutboxCall, status: 'dead' | 'unknown', reason: string): Promise<void>;
  /** Resolves when all that was noted is durable. */
  flush(): Promise<void>;
}

/** How calls end in the database. */
export function createSettlement({ store, persist, log }: SettlementParts): Settlement {
  const marks = new Set<Promise<unknown>>();

  return {
    // The conversation's next call need not wait for this mark: it joins whatever is committed next.
    sent(call, messageId) {
      const receipt = messageId === undefined ? {} : { messageId };
      const mark = persist(() => store.markSent(call.id, receipt))
        .catch((error) =>
          log.error({ call: call.id, err: error }, 'A sent call could not be marked as sent.'),
        )
        .finally(() => marks.delete(mark));
      marks.add(mark);
    },
    async givenUp(call, status, reason) {
      log.error({ call: call.id, platform: call.platform, status, reason }, 'A call is given up.');
      await persist(() => store.markDead(call.id, status, reason));
    },
    async flush() {
      await Promise.all(marks);
    },
  };
}

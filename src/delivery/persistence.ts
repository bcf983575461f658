import { backoffMs } from './backoff.ts';
import type { DeliveryLog } from './log.ts';
import type { Pauses } from './pauses.ts';
import { StoreUnavailable } from './store-errors.ts';

/** Does a write until the database takes it; resolves with null when a shutdown comes first. Other errors reject. */
export type Persist = <T>(write: () => Promise<T>) => Promise<{ readonly value: T } | null>;

export interface PersistOptions {
  readonly pauses: Pauses;
  readonly random: () => number;
  readonly log: DeliveryLog;
}

/** A full disk must cost nothing but time: what was accepted is tried again until it can be kept. */
export function createPersist({ pauses, random, log }: PersistOptions): Persist {
  return async (write) => {
    for (let failures = 1; ; failures += 1) {
      try {
        return { value: await write() };
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        log.error({ failures, reason: error.message }, 'The database takes nothing; trying again.');
        if (!(await pauses.wait(Math.min(10_000, backoffMs(failures, random))))) return null;
      }
    }
  };
}

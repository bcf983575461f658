import { setImmediate } from 'node:timers/promises';
import type { Log } from '../log.ts';
import {
  cutoffsAt,
  type RetentionDays,
  type RetentionStore,
  sweepAll,
  total,
} from '../operations/retention.ts';

/** Milliseconds; soon after the start, so that a server that is restarted every day sweeps too. */
const firstMs = 60_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** Deletes what is older than the settings say, once a day for as long as the process runs. */
export function sweepDaily(store: RetentionStore, days: RetentionDays, log: Log): void {
  setTimeout(sweep, firstMs).unref();

  async function sweep(): Promise<void> {
    try {
      const swept = await sweepAll(store, cutoffsAt(Date.now(), days), () => setImmediate());
      // Also when nothing is old: what somebody had deleted while a reader was there is emptied out of the files now.
      await store.wipe();
      if (total(swept) > 0) log.info(swept, 'deleted what was older than the settings say');
    } catch (err) {
      log.error({ err }, 'retention failed; it is tried again tomorrow');
    }
    setTimeout(sweep, dayMs).unref();
  }
}

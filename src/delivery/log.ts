import type { Log } from '../log.ts';

/** What delivery uses of the log. */
export type DeliveryLog = Pick<Log, 'info' | 'warn' | 'error'>;

/** For whoever passes no log. */
export const silentLog: DeliveryLog = { info: () => {}, warn: () => {}, error: () => {} };

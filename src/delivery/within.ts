import type { Clock } from './clock.ts';

/** Resolves with whether `work` was finished within `milliseconds`; rejects with what it rejects with. */
export function within(clock: Clock, milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => resolve(false));
    work.then(() => resolve(true), reject).finally(cancel);
  });
}

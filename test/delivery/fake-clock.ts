import type { Clock } from '../../src/delivery/clock.ts';

export interface FakeClock extends Clock {
  /** Moves the hands, calling on the way what is due, in order. Lets the event loop settle before and after each. */
  pass(milliseconds: number): Promise<void>;
}

/** Time that passes only when a test says so. */
export function createFakeClock(start = 1_000_000): FakeClock {
  const timers = new Map<number, { at: number; then: () => void }>();
  let now = start;
  let last = 0;

  function next(until: number): [number, { at: number; then: () => void }] | undefined {
    const due = [...timers].filter(([, { at }]) => at <= until);
    return due.sort(([a, one], [b, two]) => one.at - two.at || a - b)[0];
  }

  return {
    now: () => now,
    elapsed: () => 0,
    after(milliseconds, then) {
      last += 1;
      const id = last;
      timers.set(id, { at: now + milliseconds, then });
      return () => void timers.delete(id);
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      await settled();
      for (let due = next(until); due; due = next(until)) {
        const [id, { at, then }] = due;
        timers.delete(id);
        now = Math.max(now, at);
        then();
        await settled();
      }
      now = until;
    },
  };
}

/** Lets everything happen that needs no time: commits, and what follows them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise(setImmediate);
}

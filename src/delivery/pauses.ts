import type { Clock } from './clock.ts';

export interface Pauses {
  /** Resolves with true after `milliseconds`, or at once with false when everything is to stop. */
  wait(milliseconds: number): Promise<boolean>;
  /** Ends all pauses, and every later one at once. */
  stop(): void;
}

/** Waiting that a shutdown can cut short. */
export function createPauses(clock: Clock): Pauses {
  const ends = new Set<() => void>();
  let stopped = false;

  return {
    wait(milliseconds) {
      if (stopped) return Promise.resolve(false);
      return new Promise((resolve) => {
        const end = (whole: boolean) => {
          ends.delete(cut);
          resolve(whole);
        };
        const cancel = clock.after(milliseconds, () => end(true));
        const cut = () => {
          cancel();
          end(false);
        };
        ends.add(cut);
      });
    },
    stop() {
      stopped = true;
      for (const cut of ends) cut();
    },
  };
}

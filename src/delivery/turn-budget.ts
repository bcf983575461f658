import type { Clock } from './clock.ts';

/** Runs `work` now, or in a later turn of the event loop when this one has worked enough. Rejects with what it throws. */
export type TurnBudget = <T>(work: () => T) => Promise<T>;

/**
 * Thinking about one message may take milliseconds, and a group commit hands over a hundred at once: without a limit
 * per turn nothing else would be received meanwhile.
 * @param milliseconds how long one turn may work; the piece that crosses the limit is still finished
 */
export function createTurnBudget(clock: Clock, milliseconds: number): TurnBudget {
  const waiting: (() => void)[] = [];
  let spent = 0;
  let scheduled = false;

  function nextTurn(): void {
    scheduled = false;
    spent = 0;
    while (spent < milliseconds) {
      const start = waiting.shift();
      if (!start) return;
      start();
    }
    schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(nextTurn);
  }

  function timed<T>(work: () => T): T {
    const begin = clock.elapsed();
    schedule();
    try {
      return work();
    } finally {
      spent += clock.elapsed() - begin;
    }
  }

  return <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        try {
          resolve(timed(work));
        } catch (error) {
          reject(error);
        }
      };
      if (waiting.length === 0 && spent < milliseconds) start();
      else waiting.push(start);
    });
}

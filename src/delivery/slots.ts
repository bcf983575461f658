/** Runs `work` when one of the slots is free, in the order of asking. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

/** @param limit how many pieces of work may be under way at once */
export function createSlots(limit: number): Slots {
  const waiting: (() => void)[] = [];
  let taken = 0;

  return async (work) => {
    if (taken < limit) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The slot goes to the next in line, or is free.
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}

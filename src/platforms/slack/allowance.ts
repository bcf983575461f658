export interface AllowanceOptions {
  /** How many at once, after a rest. */
  readonly most: number;
  /** How many more with every second. */
  readonly perSecond: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * For calls that are a courtesy: when a crowd comes, they are left out, so that what people wait for is not slowed.
 *
 * @returns takes one; false when none is left
 */
export function createAllowance({ most, perSecond, now }: AllowanceOptions): () => boolean {
  let left = most;
  let at = now();
  return () => {
    const time = now();
    left = Math.min(most, left + (Math.max(0, time - at) / 1_000) * perSecond);
    at = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

const firstMs = 1_000;
const longestMs = 5 * 60_000;

/**
 * Milliseconds to wait after the `attempts`-th failure (1, 2, 3 …): doubling from one second to five minutes, of which
 * the second half is left to chance, so that what failed together does not come back together.
 * @param random gives a number from 0 up to 1
 */
export function backoffMs(attempts: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole * (0.5 + random() / 2));
}

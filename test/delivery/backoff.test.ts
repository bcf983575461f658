import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../src/delivery/backoff.ts';

describe('backoff', () => {
  it('doubles up to five minutes', () => {
    expect([1, 2, 3, 9, 10, 99].map((attempts) => backoffMs(attempts, () => 1))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('leaves the second half of the pause to chance', () => {
    const anything = fc.record({
      attempts: fc.integer({ min: 1, max: 1_000 }),
      chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(anything, ({ attempts, chance }) => {
        const whole = backoffMs(attempts, () => 1);
        const pause = backoffMs(attempts, () => chance);
        expect(pause).toBeGreaterThanOrEqual(Math.floor(whole / 2));
        expect(pause).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

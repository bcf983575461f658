import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refilled, waitForToken } from '../../src/delivery/token-bucket.ts';

const size = { capacity: 20, refillPerMinute: 5 };

describe('a bucket', () => {
  it('is full at first, and full again after four minutes', () => {
    expect(refilled(undefined, size, 0).tokens).toBe(20);
    expect(refilled({ tokens: 0, at: 0 }, size, 4 * 60_000).tokens).toBe(20);
    expect(refilled({ tokens: 0, at: 0 }, size, 60_000).tokens).toBe(5);
  });

  it('says how long a token takes', () => {
    expect(waitForToken({ tokens: 0, at: 0 }, size)).toBe(12_000);
    expect(waitForToken({ tokens: 1.2, at: 0 }, size)).toBe(0);
  });

  it('gains nothing when the clock goes back, and never more than it holds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 })),
        (tokens, moments) => {
          let bucket = { tokens, at: 0 };
          for (const now of moments) {
            const next = refilled(bucket, size, now);
            expect(next.tokens).toBeLessThanOrEqual(20);
            if (now <= bucket.at) expect(next).toEqual(bucket);
            bucket = next;
          }
        },
      ),
    );
  });
});

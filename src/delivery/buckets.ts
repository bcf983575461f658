import { createRecentlyUsed } from './recently-used.ts';
import { type Bucket, type BucketSize, refilled, waitForToken } from './token-bucket.ts';

/** One bucket for each name. */
export interface Buckets {
  /** Whether there is a token; takes none. */
  has(name: string, now: number): boolean;
  /** Takes a token where there is one. */
  take(name: string, now: number): void;
  /** Gives a token back. */
  giveBack(name: string, now: number): void;
  /** Milliseconds until there is a token. */
  wait(name: string, now: number): number;
  /** Whether the one notice may be said now; true once, and again only after a quarter of the bucket has come back. */
  mayNotify(name: string, now: number): boolean;
}

interface Kept extends Bucket {
  readonly notified: boolean;
}

/** Names beyond this lose their bucket, oldest first, and begin with a full one: a bound on memory, not on people. */
const mostNames = 50_000;

/** Buckets of one size. A capacity of 0 is no limit at all. */
export function createBuckets(size: BucketSize): Buckets {
  const { capacity } = size;
  const kept = createRecentlyUsed<Kept>(mostNames);

  function look(name: string, now: number): Kept {
    const before = kept.get(name);
    const bucket = refilled(before, size, now);
    const isRested = bucket.tokens >= Math.max(1, capacity / 4);
    return { ...bucket, notified: before?.notified === true && !isRested };
  }

  function change(name: string, now: number, by: number): void {
    if (capacity === 0) return;
    const bucket = look(name, now);
    kept.set(name, { ...bucket, tokens: Math.min(capacity, Math.max(0, bucket.tokens + by)) });
  }

  return {
    has: (name, now) => capacity === 0 || look(name, now).tokens >= 1,
    take: (name, now) => change(name, now, -1),
    giveBack: (name, now) => change(name, now, 1),
    wait: (name, now) => (capacity === 0 ? 0 : waitForToken(look(name, now), size)),
    mayNotify(name, now) {
      const bucket = look(name, now);
      kept.set(name, { ...bucket, notified: true });
      return !bucket.notified;
    },
  };
}

/** What somebody may still say, and when that was true. */
export interface Bucket {
  /** 0 up to the capacity; fractions count. */
  readonly tokens: number;
  /** Milliseconds of the clock that never goes back. */
  readonly at: number;
}

export interface BucketSize {
  /** How many messages at once. */
  readonly capacity: number;
  readonly refillPerMinute: number;
}

/** The bucket as it is at `now`; a bucket that nobody used yet is full. Time that goes back adds nothing. */
export function refilled(
  bucket: Bucket | undefined,
  { capacity, refillPerMinute }: BucketSize,
  now: number,
): Bucket {
  if (!bucket) return { tokens: capacity, at: now };
  const gained = (Math.max(0, now - bucket.at) / 60_000) * refillPerMinute;
  return { tokens: Math.min(capacity, bucket.tokens + gained), at: Math.max(now, bucket.at) };
}

/** Milliseconds until a refilled bucket holds a whole token; 0 when it does. */
export function waitForToken({ tokens }: Bucket, { refillPerMinute }: BucketSize): number {
  return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / refillPerMinute) * 60_000);
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's own advice: a request may be five minutes old. Ours counts both ways: a time from the future is as false. */
const windowSeconds = 300;

export interface SignedRequest {
  /** `X-Slack-Request-Timestamp`, in epoch seconds; null when it is missing. */
  readonly timestamp: string | null;
  /** `X-Slack-Signature`; null when it is missing. */
  readonly signature: string | null;
  /** The body exactly as it arrived. */
  readonly body: Uint8Array;
}

/**
 * Whether Slack sent this: HMAC-SHA256 over `v0:<timestamp>:<body>`, at most 300 s old or ahead. Source: Slack,
 * "Verifying requests from Slack".
 *
 * @param now epoch milliseconds
 */
export function isFromSlack(
  { timestamp, signature, body }: SignedRequest,
  secret: string,
  now: number,
): boolean {
  if (timestamp === null || signature === null || !/^\d{1,15}$/.test(timestamp)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > windowSeconds) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

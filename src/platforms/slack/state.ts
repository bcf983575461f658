import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Milliseconds in which an installation that was begun must come back. */
export const stateLifeMs = 10 * 60_000;

/** A word that goes to Slack and comes back: only who holds the secret can make one. @param now epoch milliseconds */
export function makeState(secret: string, now: number): string {
  const content = `${(now + stateLifeMs).toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${content}.${signed(secret, content)}`;
}

/** Whether `makeState` made it with this secret, not too long ago, for the browser whose cookie this is. */
export function isState(
  { state, cookie }: { readonly state: string; readonly cookie: string },
  secret: string,
  now: number,
): boolean {
  const [until = '', nonce = '', signature = ''] = state.split('.');
  return (
    isSame(signature, signed(secret, `${until}.${nonce}`)) &&
    isSame(state, cookie) &&
    Number.parseInt(until, 36) > now
  );
}

function signed(secret: string, content: string): string {
  return createHmac('sha256', secret).update(`slack state ${content}`).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

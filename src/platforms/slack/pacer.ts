import type { Call, Receipt } from '../../message.ts';
import type { SlackCall } from './encode.ts';
import { SlackRefusal } from './failure.ts';
import { createPace } from './pace.ts';

/**
 * Sends in the order that Slack's refusals ask for. A call whose time has not come is refused here already: delivery
 * brings it again when it may go, and meanwhile nothing waits on it.
 *
 * @param now epoch milliseconds
 */
export function createPacer(
  now: () => number,
): (call: Call, send: () => Promise<Receipt>) => Promise<Receipt> {
  const pace = createPace(now);
  return async ({ body }, send) => {
    const { method, fields, key } = body as SlackCall;
    const lane = `${method} ${fields.channel}`;
    const retryAfterMs = pace.wait(lane, key);
    if (retryAfterMs > 0) throw new SlackRefusal('its channel is busy', { retryable: true, retryAfterMs });
    try {
      return await send();
    } catch (error) {
      if (error instanceof SlackRefusal && error.retryAfterMs !== undefined)
        pace.refused(lane, key, error.retryAfterMs);
      throw error;
    }
  };
}

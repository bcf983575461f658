export interface Pace {
  /** Milliseconds that this call must still wait; 0 = it may go now. */
  wait(lane: string, key: string): number;
  /** Slack refused the call for `retryAfterMs`: everything of this lane waits as long, then goes one by one. */
  refused(lane: string, key: string, retryAfterMs: number): void;
}

/** Slack lets about one message per second into a channel; short bursts pass, so nothing is slowed before it says so. */
const intervalMs = 1_000;
/** Milliseconds that a lane stays slow after the last refusal. */
const slowMs = 30_000;

interface Lane {
  /** When the next call without a place of its own may go. */
  next: number;
  slowUntil: number;
  /** Places given to calls that wait, by their keys. */
  readonly places: Map<string, number>;
}

/**
 * Order after a refusal. Without it every talk of a busy channel would try again in the same second, and all but one
 * be refused again. Channels do not slow each other.
 *
 * @param now epoch milliseconds
 */
export function createPace(now: () => number): Pace {
  const lanes = new Map<string, Lane>();

  function placeOf(lane: Lane, key: string): number {
    const place = lane.places.get(key) ?? Math.max(now(), lane.next);
    if (!lane.places.has(key)) {
      lane.places.set(key, place);
      lane.next = place + intervalMs;
    }
    return place;
  }

  return {
    wait(name, key) {
      const lane = lanes.get(name);
      if (!lane) return 0;
      if (now() > lane.slowUntil && now() > lane.next) {
        lanes.delete(name);
        return 0;
      }
      const left = placeOf(lane, key) - now();
      if (left <= 0) lane.places.delete(key);
      return Math.max(0, left);
    },
    refused(name, key, retryAfterMs) {
      const lane = lanes.get(name) ?? { next: 0, slowUntil: 0, places: new Map<string, number>() };
      lanes.set(name, lane);
      const open = now() + retryAfterMs;
      const delay = Math.max(0, open + intervalMs - Math.min(lane.next, ...lane.places.values()));
      for (const [other, place] of lane.places) lane.places.set(other, place + delay);
      lane.next += delay;
      lane.places.set(key, open);
      lane.slowUntil = open + slowMs;
    },
  };
}

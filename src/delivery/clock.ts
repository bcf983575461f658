/** Time, passed in so that tests turn the hands themselves. */
export interface Clock {
  /** Epoch milliseconds: for what is stored and compared over restarts. */
  now(): number;
  /** Milliseconds since some fixed moment, never going back: for how long something took. */
  elapsed(): number;
  /** Calls `then` once, after at least `milliseconds`; the result cancels that. */
  after(milliseconds: number, then: () => void): () => void;
}

/** The machine's own clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

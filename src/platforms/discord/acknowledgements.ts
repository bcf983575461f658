/**
 * Which interactions of this process were acknowledged. A reply may be ready before Discord has heard that there will be
 * one, and must wait for that.
 */
export interface Acknowledgements {
  /** From now on answers to `token` wait. @returns tells how it went. */
  begin(token: string): (isAcknowledged: boolean) => void;
  /** Whether the interaction can be answered; at once true for one that an earlier process took. */
  settled(token: string): Promise<boolean>;
}

/** None yet. They are forgotten after `keepMs` milliseconds, when their tokens are worthless. */
export function createAcknowledgements(keepMs: number): Acknowledgements {
  const known = new Map<string, Promise<boolean>>();
  return {
    begin(token) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      known.set(token, promise);
      setTimeout(() => known.delete(token), keepMs).unref();
      return resolve;
    },
    settled: (token) => known.get(token) ?? Promise.resolve(true),
  };
}

/** Makes somebody wait for a refusal. */
export type Tarpit = () => Promise<void>;

/** More than this are not kept waiting; they cost more than they slow down. */
const mostHeld = 1_000;

/**
 * Who sends faster than we answer mostly sends the next message when the last one is refused. A refusal that comes a
 * second later costs nothing and leaves the processor to everybody else.
 * @param milliseconds how long a refusal takes
 */
export function createTarpit(milliseconds: number): Tarpit {
  let held = 0;
  return async () => {
    if (held >= mostHeld) return;
    held += 1;
    await new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
    held -= 1;
  };
}

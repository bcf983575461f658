/** How long a long piece of work may keep the process from answering others, in milliseconds. */
const LONGEST_STRETCH = 20;

/** A function to await between the steps of long work: it lets other work in when the last pause is long ago. */
export function pausing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_STRETCH) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

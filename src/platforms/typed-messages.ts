import type { Interface } from 'node:readline';

/** Milliseconds; lines of a pasted log arrive faster than anybody types, and are one message. */
const pasteMs = 30;

/**
 * What is typed or piped, as messages, until the input ends. Typed lines that arrive together are one message, and
 * the prompt stands there only while the person's turn it is; piped lines are one message each, without prompts.
 */
export async function* typedMessages(lines: Interface, isTyped: boolean): AsyncGenerator<string> {
  const waiting: string[] = [];
  const input = watch(lines, waiting);
  for (;;) {
    if (isTyped && waiting.length === 0 && !input.hasEnded()) lines.prompt();
    while (waiting.length === 0 && !input.hasEnded()) await input.next();
    if (waiting.length === 0) return;
    if (isTyped) await settled(waiting);
    yield waiting.splice(0, isTyped ? waiting.length : 1).join('\n');
  }
}

/** Puts every line into `waiting`; `next` settles when there is a line more or the input ended. */
function watch(lines: Interface, waiting: string[]): { hasEnded(): boolean; next(): Promise<void> } {
  let wake = () => {};
  let ended = false;
  lines.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  lines.once('close', () => {
    ended = true;
    wake();
  });
  return {
    hasEnded: () => ended,
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}

/** Waits until nothing was added for a while. */
async function settled(list: readonly unknown[]): Promise<void> {
  let seen = -1;
  while (seen !== list.length) {
    seen = list.length;
    await new Promise((resolve) => setTimeout(resolve, pasteMs));
  }
}

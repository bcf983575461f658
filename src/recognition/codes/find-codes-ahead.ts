import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CodeSighting } from '../recognition.ts';
import { type FindCodesOptions, passOver } from './code-pass.ts';

/** Shorter texts are read in a few milliseconds whenever they are asked for (UTF-16 units). */
const leastLength = 32 * 1024;
/** Long texts that wait for their answer at once; one more is simply read when it is asked for. */
const mostKept = 16;

/** What was found ahead in long texts, by the text and what else was known; the newest last. */
const kept = new WeakMap<Knowledge, Map<string, readonly CodeSighting[]>>();

/** Whether a text takes so long to read that it is worth reading ahead; others are not even looked at. */
export function isWorthReadingAhead(text: string): boolean {
  return text.length >= leastLength;
}

function keyOf(text: string, { isCode = false, platform = '' }: FindCodesOptions): string {
  return `${isCode} ${platform}\n${text}`;
}

/**
 * Reads a long text in pieces and waits for `pause` between them, so that nothing else has to wait for megabytes of log;
 * `findCodes` then has the result at hand. Does nothing for a text that is short.
 *
 * @param pause resolves when the next piece may be read, such as in a later turn of the event loop
 */
export async function findCodesAhead(
  text: string,
  knowledge: Knowledge,
  { pause, ...options }: FindCodesOptions & { readonly pause: () => Promise<unknown> },
): Promise<void> {
  if (!isWorthReadingAhead(text)) return;
  const pass = passOver(text, knowledge, options);
  let step = pass.next();
  for (; !step.done; step = pass.next()) await pause();
  const found = kept.get(knowledge) ?? new Map<string, readonly CodeSighting[]>();
  kept.set(knowledge, found);
  found.set(keyOf(text, options), step.value);
  const [oldest] = found.keys();
  if (found.size > mostKept && oldest !== undefined) found.delete(oldest);
}

/** What `findCodesAhead` found in this very text; undefined when it was not asked to, or long ago. */
export function foundAhead(
  text: string,
  knowledge: Knowledge,
  options: FindCodesOptions,
): readonly CodeSighting[] | undefined {
  return isWorthReadingAhead(text) ? kept.get(knowledge)?.get(keyOf(text, options)) : undefined;
}

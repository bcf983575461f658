import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CodeSighting } from '../recognition.ts';
import { type FindCodesOptions, passOver } from './code-pass.ts';
import { foundAhead } from './find-codes-ahead.ts';

/**
 * Finds the error codes of a text: 32-bit codes in every form, numbers beside a code word or a word of their family, and
 * names. In the order of the text, each code once (where it first stands); spans are UTF-16 units of `text`.
 * Linear in the length of the text, of which the first 8,000,000 units are read. Never throws.
 */
export function findCodes(
  text: string,
  knowledge: Knowledge,
  options: FindCodesOptions = {},
): readonly CodeSighting[] {
  const ahead = foundAhead(text, knowledge, options);
  if (ahead !== undefined) return ahead;
  const pass = passOver(text, knowledge, options);
  for (;;) {
    const step = pass.next();
    if (step.done) return step.value;
  }
}

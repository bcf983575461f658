import type { Word } from '../languages/words.ts';

/** Words as one comparable string: English apart, Chinese together. */
export function joined(words: readonly Word[]): string {
  let text = '';
  for (const [index, word] of words.entries()) {
    const apart = word.script === 'latin' && words[index - 1]?.script === 'latin';
    text += apart ? ` ${word.text}` : word.text;
  }
  return text;
}

/** The clauses of a message: what stands between commas, colons and ends of sentences. */
export function clausesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const clauses: Word[][] = [];
  for (const word of words) {
    if (word.begins !== 'nothing' || clauses.length === 0) clauses.push([]);
    clauses.at(-1)?.push(word);
  }
  return clauses;
}

import { compoundNames, wholes } from '../languages/facts/compounds.ts';
import type { Word } from '../languages/words.ts';
import { type FoundPhrase, findPhrases, indexPhrases } from './phrases.ts';

/** true: its last word may still be heard by itself. */
const index = indexPhrases([
  ...compoundNames.map((phrase) => [phrase, true] as const),
  ...wholes.map((phrase) => [phrase, false] as const),
]);

type Stretch = Pick<FoundPhrase<unknown>, 'from' | 'to'>;

function cuts(part: Stretch, { from, to, meaning }: FoundPhrase<boolean>): boolean {
  const isApart = part.to <= from || part.from >= to;
  const isWhole = part.from <= from && part.to >= to;
  const isLast = meaning && part.to >= to;
  return !isApart && !isWhole && !isLast;
}

/** Leaves out the phrases of which a part is only a piece of a longer name, see `languages/facts/compounds.ts`. */
export function outsideCompounds<T>(
  words: readonly Word[],
  found: readonly FoundPhrase<T>[],
): FoundPhrase<T>[] {
  const names = found.length === 0 ? [] : findPhrases(words, index);
  if (names.length === 0) return [...found];
  return found.filter(({ parts }) => !parts.some((part) => names.some((name) => cuts(part, name))));
}

import type { Knowledge, ProblemReference } from '../knowledge/knowledge.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { appOf, codeOwners } from './code-owners.ts';
import { firstCharacters } from './first-characters.ts';
import { type FoundPhrase, findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import type { CodeSighting, ProblemMatch } from './recognition.ts';
import { readApps } from './told.ts';

const indexes = new WeakMap<Knowledge['packs'], PhraseIndex<ProblemReference>>();

function* printsOf({ packs }: Knowledge): Generator<readonly [string, ProblemReference]> {
  for (const pack of Object.values(packs))
    for (const { id, prints } of Object.values(pack.problems))
      for (const print of prints) yield [print, { pack: pack.id, problem: id }];
}

function indexOf(knowledge: Knowledge): PhraseIndex<ProblemReference> {
  const known = indexes.get(knowledge.packs);
  if (known) return known;
  // Programs print the same words every time; a stem would only find what people write.
  const index = indexPhrases(printsOf(knowledge), 'text');
  indexes.set(knowledge.packs, index);
  return index;
}

/** The longest says most: "Permission denied (publickey)" is about a key. Of two alike, the first error led to the other. */
function heaviestFirst<T>(found: readonly FoundPhrase<T>[]): readonly FoundPhrase<T>[] {
  return found.toSorted((one, other) => other.weight - one.weight || one.from - other.from);
}

/** People end what they mean at a comma; a program's message has its commas and brackets within. */
function withoutClause(word: Word): Word {
  return word.begins === 'clause' ? { ...word, begins: 'nothing' } : word;
}

/** Whether somebody names a program that has a pack of its own: there the same words have causes of their own. */
function belongsElsewhere(text: string, knowledge: Knowledge, own: string): boolean {
  const named = new Set<string | null>(readApps(text).map(({ fact }) => fact));
  if (named.size === 0 || named.has(appOf(knowledge, own))) return false;
  return Object.keys(knowledge.packs).some((id) => named.has(appOf(knowledge, id)));
}

/**
 * The problems of which a program's own message stands in the text (`prints`), word for word; the most telling first.
 * Only the first 4,000 characters are read.
 */
export function printedProblems(text: string, knowledge: Knowledge): readonly ProblemMatch[] {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning);
  const found = heaviestFirst(findPhrases(words.map(withoutClause), indexOf(knowledge)));
  return found
    .filter(({ meaning }) => !belongsElsewhere(beginning, knowledge, meaning.pack))
    .map(({ meaning, from, to }) => ({
      ...meaning,
      kind: 'problem',
      score: 1,
      words: words.slice(from, to).map((word) => beginning.slice(word.start, word.end)),
      printed: true,
    }));
}

/**
 * The codes of a text in which problems' own messages stand: where the first has several readings and one of these
 * problems is about one of them, that is the one ("(111: Connection refused)" is the system's 111).
 */
export function readByPrinted(
  [first, ...others]: readonly CodeSighting[],
  printed: readonly ProblemMatch[],
  { knowledge, text }: { readonly knowledge: Knowledge; readonly text: string },
): readonly CodeSighting[] {
  if (!first) return [];
  if (first.sure || printed.length === 0) return [first, ...others];
  const { symbol: _symbol, ...plain } = first;
  const readings = [{ family: first.family, code: first.code }, ...(first.also ?? [])];
  const isMeant = (reading: { family: string; code: string }): boolean =>
    codeOwners(knowledge, reading, text).some((owner) =>
      printed.some(({ pack, problem }) => owner.pack === pack && owner.problem === problem),
    );
  const [meant, ...also] = readings.filter(isMeant);
  if (!meant) return [first, ...others];
  const isFirst = meant.code === first.code && meant.family === first.family;
  return [{ ...(isFirst ? first : { ...plain, ...meant }), also, sure: true, rivals: 1 }, ...others];
}

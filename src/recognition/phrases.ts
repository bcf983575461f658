import { splitWords, type Word } from '../languages/words.ts';

/** The stems of a phrase's parts, with a gap (`…`) between one part and the next. */
interface Pattern {
  readonly parts: readonly (readonly string[])[];
  /** How much it says: an English word counts two, a Chinese character one. */
  readonly weight: number;
}

/** A phrase ready to be looked for. */
interface CompiledPhrase<T> extends Pattern {
  readonly meaning: T;
}

/** Phrases by the first word of each. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly CompiledPhrase<T>[]>;

export interface FoundPhrase<T> {
  readonly meaning: T;
  readonly weight: number;
  /** Indexes into the words, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A gap takes up to six English words or twelve Chinese characters. */
const widestGap = 12;

function weightOf(word: Pick<Word, 'script'>): number {
  return word.script === 'latin' ? 2 : 1;
}

/** An open question is listened for with the same phrases at every message, so splitting them is done once. */
const patterns = new Map<string, Pattern>();
const mostPatterns = 5000;

function patternOf(phrase: string): Pattern {
  const known = patterns.get(phrase);
  if (known) return known;
  const pattern = compile(phrase);
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(phrase, pattern);
  return pattern;
}

function compile(phrase: string): Pattern {
  const parts = phrase
    .split(/…|\.{3}/)
    .map((part) => splitWords(part))
    .filter((part) => part.length > 0);
  const weight = parts.flat().reduce((sum, word) => sum + weightOf(word), 0);
  return { parts: parts.map((part) => part.map(({ stem }) => stem)), weight };
}

/** Makes phrases findable. A phrase without any word is left out. */
export function indexPhrases<T>(phrases: Iterable<readonly [phrase: string, meaning: T]>): PhraseIndex<T> {
  const compiled = Array.from(phrases, ([phrase, meaning]) => ({ ...patternOf(phrase), meaning })).filter(
    ({ parts }) => parts.length > 0,
  );
  return Map.groupBy(compiled, ({ parts }) => parts[0]?.[0] ?? '');
}

function partAt(words: readonly Word[], part: readonly string[], from: number): boolean {
  return part.every(
    (stem, offset) =>
      words[from + offset]?.stem === stem && (offset === 0 || words[from + offset]?.begins !== 'sentence'),
  );
}

/** Where the part begins, at most a gap's width after `from` and in the same sentence; −1 when it does not. */
function partAfter(words: readonly Word[], part: readonly string[], from: number): number {
  let skipped = 0;
  for (let at = from; at < words.length && skipped <= widestGap; at += 1) {
    const word = words[at];
    if (word === undefined || word.begins === 'sentence') return -1;
    if (partAt(words, part, at)) return at;
    skipped += weightOf(word);
  }
  return -1;
}

/** Where the phrase that begins at `from` ends; −1 when it does not stand there. */
function endOf(words: readonly Word[], parts: readonly (readonly string[])[], from: number): number {
  let end = from;
  for (const [index, part] of parts.entries()) {
    const at = index === 0 ? (partAt(words, part, from) ? from : -1) : partAfter(words, part, end);
    if (at < 0) return -1;
    end = at + part.length;
  }
  return end;
}

/** Every phrase of the index that stands in these words, in the order of the words. */
export function findPhrases<T>(words: readonly Word[], index: PhraseIndex<T>): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  for (const [from, word] of words.entries()) {
    for (const { parts, weight, meaning } of index.get(word.stem) ?? []) {
      const to = endOf(words, parts, from);
      if (to > from) found.push({ meaning, weight, from, to });
    }
  }
  return found;
}

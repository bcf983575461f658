import type { Word } from '../languages/words.ts';
import { denies } from './negation.ts';
import { beginnings, type Compared, compilePattern, matchPart, type Pattern, weightOf } from './pattern.ts';

/** A phrase ready to be looked for. */
interface CompiledPhrase<T> extends Pattern {
  readonly meaning: T;
}

/** Phrases by the words that each can begin with. */
export interface PhraseIndex<T> {
  readonly by: Compared;
  readonly beginning: ReadonlyMap<string, readonly CompiledPhrase<T>[]>;
}

export interface FoundPhrase<T> {
  readonly meaning: T;
  readonly weight: number;
  /** Indexes into the words, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Its stretches between the gaps. */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
}

/** A gap takes up to six English words or twelve Chinese characters. */
const widestGap = 12;

/** An open question is listened for with the same phrases at every message, so reading them is done once. */
const patterns = new Map<string, Pattern>();
const mostPatterns = 8000;

function patternOf(phrase: string, by: Compared): Pattern {
  const key = `${by} ${phrase}`;
  const known = patterns.get(key);
  if (known) return known;
  const pattern = compilePattern(phrase, by);
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

/** Makes phrases findable, by stems unless `by` says otherwise. A phrase without any word is left out. */
export function indexPhrases<T>(
  phrases: Iterable<readonly [phrase: string, meaning: T]>,
  by: Compared = 'stem',
): PhraseIndex<T> {
  const beginning = new Map<string, CompiledPhrase<T>[]>();
  for (const [phrase, meaning] of phrases) {
    const { parts } = patternOf(phrase, by);
    for (const word of new Set(beginnings(parts[0] ?? []))) {
      const own = beginning.get(word) ?? [];
      own.push({ parts, meaning });
      beginning.set(word, own);
    }
  }
  return { by, beginning };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Where to look from, and what to compare. */
interface Search {
  readonly from: number;
  readonly by: Compared;
}

function partAt(words: readonly Word[], part: Pattern['parts'][number], search: Search): Stretch | null {
  const match = matchPart(words, part, search);
  return match && { from: search.from, ...match };
}

/**
 * The next part, at most a gap's width after `from` and in the same sentence; null when it does not come. What is
 * denied between the parts is another story: "works at home but not on my hotspot" is no "works … hotspot".
 */
function partAfter(
  words: readonly Word[],
  part: Pattern['parts'][number],
  { from, by }: Search,
): Stretch | null {
  let skipped = 0;
  for (let at = from; at < words.length && skipped <= widestGap; at += 1) {
    const word = words[at];
    if (word === undefined || word.begins === 'sentence') return null;
    const found = partAt(words, part, { from: at, by });
    if (found) return found;
    if (denies(word)) return null;
    skipped += weightOf(word);
  }
  return null;
}

/** The parts of the phrase that begins at `from`; null when it does not stand there. */
function stretchesOf(words: readonly Word[], { parts }: Pattern, { from, by }: Search): Stretch[] | null {
  const found: Stretch[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const next = last ? partAfter(words, part, { from: last.to, by }) : partAt(words, part, { from, by });
    if (next === null) return null;
    found.push(next);
  }
  return found;
}

/** Every phrase of the index that stands in these words, in the order of the words. */
export function findPhrases<T>(words: readonly Word[], { by, beginning }: PhraseIndex<T>): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  for (const [from, word] of words.entries()) {
    for (const phrase of beginning.get(word[by]) ?? []) {
      const parts = stretchesOf(words, phrase, { from, by });
      const to = parts?.at(-1)?.to ?? from;
      if (parts === null || to === from) continue;
      const weight = parts.reduce((sum, part) => sum + part.weight, 0);
      found.push({ meaning: phrase.meaning, weight, from, to, parts });
    }
  }
  return found;
}

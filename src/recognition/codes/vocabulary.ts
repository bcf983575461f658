import type { Vocabulary } from './candidate.ts';
import type { CodeIndex } from './code-index.ts';
import { roleOfLatin } from './code-words.ts';
import { ownNamesOf } from './own-names.ts';

const wordCharacter = /\w/;
const longestName = 100;
/** Names are tried with the punctuation behind them, which stands in few of them and seldom often. */
const mostParts = 8;
const nobody: readonly string[] = [];
const statusPhrases: readonly string[] = ['http'];
/** What Chinese reports say before a status that a page or an interface answers: `下载报403`. */
const reported = /(?:报|报错|返回|显示|提示|出现|变成|跳出|弹出|经常|老是|一直|总是|全是|都是) ?$/;

/** A spelling that may be a name: not a plain lower-case word, and none that says what a number is. */
function isName(word: string): boolean {
  if (word.length < 4) return /^[A-Z]{3}$/.test(word);
  return /[A-Z0-9_/:.-]/.test(word) && !/^-?\d+$/.test(word);
}

function exactLength(index: CodeIndex, text: string, start: number, end: number): number {
  const word = text.slice(start, end);
  if (index.beginsName(word)) {
    const length = punctuatedLength(index, text, start, end);
    if (length > 0) return length;
  }
  if (!index.hasName(word) || (!word.includes('_') && roleOfLatin(word) !== undefined)) return 0;
  // `busy`: a name for the one who says "error: busy"; the readings decide.
  return isName(word) || word.length > 3 ? word.length : 0;
}

/** `auth/invalid-email`: the longest name that begins here and ends at punctuation. */
function punctuatedLength(index: CodeIndex, text: string, start: number, end: number): number {
  let best = 0;
  let at = end;
  for (let part = 0; part < mostParts && at - start < longestName; part += 1) {
    if (!/[./:-]/.test(text[at] ?? '') || !wordCharacter.test(text[at + 1] ?? '')) break;
    at += 1;
    while (at - start < longestName && wordCharacter.test(text[at] ?? '')) at += 1;
    if (index.hasName(text.slice(start, at))) best = at - start;
  }
  return best;
}

/** `econnrefused`: people type names in lower case; only those that are no words. */
export function upperCaseOf(word: string): string | undefined {
  if (word.length < 5 || (!/^(?:e|sig)/.test(word) && !word.includes('_'))) return undefined;
  return /^[a-z][a-z0-9_]*$/.test(word) && (word.includes('_') || /^(?:e[a-z]{4,}|sig[a-z]{3,})$/.test(word))
    ? word.toUpperCase()
    : undefined;
}

/** What follows a status number, as its reason phrase says it: `502` → `bad gateway`. */
function reasonPhrases(index: CodeIndex): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>();
  for (const row of index.families.get('http')?.rows.split('\n') ?? []) {
    const [code = '', symbol = ''] = row.split(',');
    if (symbol !== '') phrases.set(code, symbol.toLowerCase().replaceAll('_', ' '));
  }
  return phrases;
}

/** What the scan may ask about words, answered from the table. */
function vocabularyOf(index: CodeIndex): Vocabulary {
  const phrases = reasonPhrases(index);
  const ownNames = ownNamesOf(index);
  return {
    nameLengthAt: (text, start, end) => {
      if (end - start > longestName) return 0;
      const exact = exactLength(index, text, start, end);
      if (exact > 0) return exact;
      const upper = upperCaseOf(text.slice(start, end));
      return upper !== undefined && index.hasName(upper) ? end - start : 0;
    },
    beside: (text, start, end) => {
      const before = index.words.before(text, start);
      if (before.length > 0) return before;
      const phrase = end - start === 3 ? phrases.get(text.slice(start, end)) : undefined;
      if (phrase === undefined) return nobody;
      if (/[45]/.test(text[start] ?? '') && reported.test(text.slice(Math.max(0, start - 4), start)))
        return statusPhrases;
      const follows = text.slice(end, end + phrase.length + 2).replace(/^\W{1,2}/, '');
      return follows.toLowerCase().startsWith(phrase) ? statusPhrases : nobody;
    },
    isEverydayName: (word) =>
      word.length >= 3 && /^[A-Z]/.test(word) && roleOfLatin(word) !== undefined && index.hasName(word),
    namedAround: (text, { start, end }, digits) => ownNames({ text, start, end, digits }),
    isFamilyWord: (word) => index.words.of(word).length > 0,
  };
}

const vocabularies = new WeakMap<CodeIndex, Vocabulary>();

/** The vocabulary of an index; built once for each. */
export function vocabularyFor(index: CodeIndex): Vocabulary {
  let vocabulary = vocabularies.get(index);
  if (vocabulary === undefined) {
    vocabulary = vocabularyOf(index);
    vocabularies.set(index, vocabulary);
  }
  return vocabulary;
}

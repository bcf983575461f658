import { type Folded, fold, originOf } from './fold.ts';
import { stem } from './stem.ts';
import { createTextMemory } from './text-memory.ts';

/** A word of Latin letters and digits, or one Chinese character. */
export interface Word {
  /** Folded: lower case, Simplified. */
  readonly text: string;
  /** What is compared: the English stem, or the character itself. */
  readonly stem: string;
  readonly script: 'latin' | 'han';
  /** UTF-16 units of the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one: nothing that parts, a comma or colon, or the end of a sentence. */
  readonly begins: 'nothing' | 'clause' | 'sentence';
}

/** A stretch of one script in a folded text. */
export interface Run {
  readonly script: 'latin' | 'han';
  readonly text: string;
}

/**
 * A full stop ends a sentence only before a space: `report.pdf` and `9.9.1` are not two sentences. The marks in
 * `<!DOCTYPE` and "npm ERR!" end none.
 */
const piece = /[a-z0-9]+(?:'[a-z]+)*|\p{Script=Han}|(?<!<|\berr)!|[?;。\n,:、()]|\.(?=\s|$)/gu;
const sentenceEnd = /^[.!?;。\n]$/u;
const clauseEnd = /^[,:、()]$/u;

/** Contractions are split, so that "can't", "cant" and "cannot" all say "not" as a word of its own. */
const contractions: Readonly<Record<string, string>> = {
  cant: 'can',
  cannot: 'can',
  wont: 'will',
  dont: 'do',
  doesnt: 'does',
  didnt: 'did',
  isnt: 'is',
  arent: 'are',
  wasnt: 'was',
  werent: 'were',
  couldnt: 'could',
  wouldnt: 'would',
  shouldnt: 'should',
  havent: 'have',
  hasnt: 'has',
  hadnt: 'had',
  aint: 'is',
};

function positiveOf(word: string): string | undefined {
  return Object.hasOwn(contractions, word) ? contractions[word] : undefined;
}

type Place = Pick<Word, 'start' | 'end' | 'begins'>;

function latinWords(found: string, place: Place): Word[] {
  const text = found.replaceAll("'", '');
  const positive = positiveOf(text);
  if (positive === undefined) return [{ text, stem: stem(text), script: 'latin', ...place }];
  return [
    { text: positive, stem: stem(positive), script: 'latin', ...place },
    { text: 'not', stem: 'not', script: 'latin', ...place, begins: 'nothing' },
  ];
}

function wordsOf(folded: Folded): Word[] {
  const words: Word[] = [];
  let begins: Word['begins'] = 'sentence';
  for (const match of folded.text.matchAll(piece)) {
    const [found] = match;
    if (sentenceEnd.test(found)) begins = 'sentence';
    else if (clauseEnd.test(found)) begins = begins === 'nothing' ? 'clause' : begins;
    else {
      const start = originOf(folded, match.index);
      const place = { start, end: originOf(folded, match.index + found.length), begins };
      if (/^[a-z0-9]/.test(found)) words.push(...latinWords(found, place));
      else words.push({ text: found, stem: found, script: 'han', ...place });
      begins = 'nothing';
    }
  }
  return words;
}

/**
 * The words of a text in order: English words with their stems, Chinese character by character (which needs no guess
 * where a word ends). Punctuation, emoji and other scripts are left out.
 */
export function splitWords(text: string): readonly Word[] {
  return recent(text, () => wordsOf(fold(text)));
}

const mostRecent = 64;
/** In characters: as far as words are read. */
const longestKept = 4000;
/** A message is read by a dozen readers, each of which wants its words. */
const recent = createTextMemory<readonly Word[]>(mostRecent, longestKept);

/** The stretches of Latin and Chinese writing of a text that `fold` made, in order; language is a matter of the stretch, not of the message. */
export function scriptRuns(folded: string): readonly Run[] {
  const runs: Run[] = [];
  for (const [text] of folded.matchAll(/\p{Script=Han}+|[a-z0-9][a-z0-9' ]*/gu)) {
    runs.push({ script: /^[a-z0-9]/.test(text) ? 'latin' : 'han', text: text.trim() });
  }
  return runs;
}

let segmenter: Intl.Segmenter | undefined;

/** The dictionary words of a stretch of Chinese. */
export function segmentChinese(run: string): readonly string[] {
  // Made on first use: it loads a dictionary, which a start without Chinese need not wait for.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

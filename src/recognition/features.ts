import { fold } from '../languages/fold.ts';
import { isChineseFunctionPiece, isEnglishFunctionWord } from '../languages/function-words.ts';
import { stem } from '../languages/stem.ts';
import { scriptRuns, segmentChinese, splitWords } from '../languages/words.ts';

/**
 * How often each feature of a text occurs, less for what says little. Words and characters are two groups that are weighed against each other; the
 * names of words begin with `w:`, so that both fit into one space.
 */
export interface Features {
  readonly words: ReadonlyMap<string, number>;
  readonly characters: ReadonlyMap<string, number>;
  /** How many words there are, repeated ones too. */
  readonly length: number;
}

const shortestEnglish = 2;
const longestEnglish = 4;
const longestChinese = 3;

/** A single Chinese character often is the word that matters; counted so often, it weighs half as much again (`docs/decisions/016`). */
const worthOfOne = 2;

function count(counts: Map<string, number>, feature: string, times: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + times);
}

/** Single words, and pairs of neighbours, which count for as much as the better of both. */
function countWords(counts: Map<string, number>, words: readonly string[], worths: readonly number[]): void {
  for (const [at, word] of words.entries()) {
    const worth = worths[at] as number;
    count(counts, `w:${word}`, worth);
    if (at > 0) count(counts, `w:${words[at - 1]} ${word}`, Math.max(worth, worths[at - 1] as number));
  }
}

/** Words repeat, and their letters are the most of what is looked up. Emptied when full, so memory stays flat. */
const mostRemembered = 20_000;
const longestRemembered = 24;
const remembered = new Map<string, readonly string[]>();

function piecesOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  const pieces: string[] = [];
  for (let length = shortestEnglish; length <= longestEnglish; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) pieces.push(padded.slice(at, at + length));
  }
  return pieces;
}

function lettersOf(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  const pieces = piecesOf(word);
  if (word.length > longestRemembered) return pieces;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, pieces);
  return pieces;
}

/** Two to four letters inside the bounds of a word, which forgive slips and endings. */
function countLetters(counts: Map<string, number>, word: string, worth: number): void {
  for (const letters of lettersOf(word)) count(counts, letters, worth);
}

/** One to three characters across word bounds, which forgive a wrong guess of where words end. */
function countCharacters(counts: Map<string, number>, run: string, functionWorth: number): void {
  const characters = Array.from(run);
  for (let from = 0; from < characters.length; from += 1) {
    let piece = '';
    const end = Math.min(characters.length, from + longestChinese);
    for (let at = from; at < end; at += 1) {
      piece += characters[at] as string;
      const worth = isChineseFunctionPiece(piece) ? functionWorth : 1;
      count(counts, piece, at === from ? worthOfOne * worth : worth);
    }
  }
}

type Groups = Record<'words' | 'characters', Map<string, number>>;

/** @returns how many words there are */
function countChinese({ words, characters }: Groups, run: string, functionWorth: number): number {
  const segments = segmentChinese(run);
  // Characters across word bounds say here what pairs of words say there.
  for (const word of segments) count(words, `w:${word}`, isChineseFunctionPiece(word) ? functionWorth : 1);
  countCharacters(characters, run, functionWorth);
  return segments.length;
}

/** @returns how many words there are */
function countEnglish({ words, characters }: Groups, run: string, functionWorth: number): number {
  const split = splitWords(run);
  const stems = split.map(({ text }) => stem(text));
  const worths = stems.map((own) => (isEnglishFunctionWord(own) ? functionWorth : 1));
  countWords(words, stems, worths);
  for (const [at, { text }] of split.entries()) {
    // A number is itself or another one; parts of it say nothing.
    if (!/^\d+$/.test(text)) countLetters(characters, text, worths[at] as number);
  }
  return split.length;
}

/**
 * What is compared of a text: English word stems 1–2 and letters 2–4, Chinese words and characters 1–3, chosen for
 * each stretch of script, so that mixed sentences give both.
 *
 * @param functionWorth how much words count that stand in sentences whatever they are about, 0–1
 */
export function featuresOf(text: string, functionWorth = 1): Features {
  const groups: Groups = { words: new Map(), characters: new Map() };
  let length = 0;
  for (const run of scriptRuns(fold(text).text)) {
    const countRun = run.script === 'han' ? countChinese : countEnglish;
    length += countRun(groups, run.text, functionWorth);
  }
  return { ...groups, length };
}

/** The single word that a feature stands for; null for pairs and characters. */
export function wordOf(feature: string): string | null {
  return feature.startsWith('w:') && !feature.includes(' ') ? feature.slice(2) : null;
}

import { fold } from '../languages/fold.ts';
import { stem } from '../languages/stem.ts';
import { scriptRuns, segmentChinese, splitWords } from '../languages/words.ts';

/**
 * How often each feature of a text occurs. Words and characters are two groups that are weighed against each other; the
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

function count(counts: Map<string, number>, feature: string, times = 1): void {
  counts.set(feature, (counts.get(feature) ?? 0) + times);
}

/** Single words, and pairs of neighbours. */
function countWords(counts: Map<string, number>, words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    count(counts, `w:${word}`);
    if (at > 0) count(counts, `w:${words[at - 1]} ${word}`);
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
function countLetters(counts: Map<string, number>, word: string): void {
  for (const letters of lettersOf(word)) count(counts, letters);
}

/** One to three characters across word bounds, which forgive a wrong guess of where words end. */
function countCharacters(counts: Map<string, number>, run: string): void {
  const characters = Array.from(run);
  for (let from = 0; from < characters.length; from += 1) {
    let piece = '';
    const end = Math.min(characters.length, from + longestChinese);
    for (let at = from; at < end; at += 1) {
      piece += characters[at] as string;
      count(counts, piece, at === from ? worthOfOne : 1);
    }
  }
}

/**
 * What is compared of a text: English word stems 1–2 and letters 2–4, Chinese words and characters 1–3, chosen for
 * each stretch of script, so that mixed sentences give both.
 */
export function featuresOf(text: string): Features {
  const words = new Map<string, number>();
  const characters = new Map<string, number>();
  let length = 0;
  for (const run of scriptRuns(fold(text).text)) {
    if (run.script === 'han') {
      const chinese = segmentChinese(run.text);
      length += chinese.length;
      // Characters across word bounds say here what pairs of words say there.
      for (const word of chinese) count(words, `w:${word}`);
      countCharacters(characters, run.text);
    } else {
      const latin = splitWords(run.text).map(({ text: word }) => word);
      length += latin.length;
      countWords(words, latin.map(stem));
      // A number is itself or another one; parts of it say nothing.
      for (const word of latin.filter((word) => !/^\d+$/.test(word))) countLetters(characters, word);
    }
  }
  return { words, characters, length };
}

/** The single word that a feature stands for; null for pairs and characters. */
export function wordOf(feature: string): string | null {
  return feature.startsWith('w:') && !feature.includes(' ') ? feature.slice(2) : null;
}

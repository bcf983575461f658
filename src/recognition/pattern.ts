import { splitWords, type Word } from '../languages/words.ts';

/** What is compared of a word: its stem ("restarting" is "restart"), or the word as it stands. */
export type Compared = 'stem' | 'text';

interface PatternWord {
  readonly said: string;
  /** How much it says: an English word counts two, a Chinese character one. */
  readonly weight: number;
}

/** One place of a pattern: any of these sequences of words may stand there. */
type Place = readonly (readonly PatternWord[])[];

/** Places in a row, with a gap (`…`) between one part and the next. */
export interface Pattern {
  readonly parts: readonly (readonly Place[])[];
}

/** How much a word says. */
export function weightOf(word: Pick<Word, 'script'>): number {
  return word.script === 'latin' ? 2 : 1;
}

function sequenceOf(text: string, by: Compared): readonly PatternWord[] {
  return splitWords(text).map((word) => ({ said: word[by], weight: weightOf(word) }));
}

const group = /(\([^()]*\|[^()]*\))/;

function placesOf(part: string, by: Compared): readonly Place[] {
  return part.split(group).flatMap((piece): Place[] => {
    if (group.test(piece)) {
      const choices = piece.slice(1, -1).split('|');
      // The longest first, so that "goes through" is not taken for "goes".
      return [choices.map((choice) => sequenceOf(choice, by)).sort((one, two) => two.length - one.length)];
    }
    const sequence = sequenceOf(piece, by);
    return sequence.length > 0 ? [[sequence]] : [];
  });
}

/** Reads a pattern: words, `…` for a gap, `(one|other|)` for alternatives, of which an empty one may be left out. */
export function compilePattern(phrase: string, by: Compared): Pattern {
  const parts = phrase.split(/…|\.{3}/).map((part) => placesOf(part, by));
  return { parts: parts.filter((part) => part.length > 0) };
}

/** The words that a part can begin with. */
export function beginnings([first, ...rest]: readonly Place[]): readonly string[] {
  if (first === undefined) return [];
  return first.flatMap(([word]) => (word === undefined ? beginnings(rest) : [word.said]));
}

export interface PartMatch {
  /** Index behind the last word. */
  readonly to: number;
  readonly weight: number;
}

/** Where a part that begins at `from` ends; null when it does not stand there. No sentence and no clause ends inside. */
export function matchPart(
  words: readonly Word[],
  places: readonly Place[],
  { from, by, inside = false }: { from: number; by: Compared; inside?: boolean },
): PartMatch | null {
  const [place, ...rest] = places;
  if (place === undefined) return { to: from, weight: 0 };
  for (const sequence of place) {
    const fits = sequence.every(({ said }, offset) => {
      const word = words[from + offset];
      return word?.[by] === said && (word.begins === 'nothing' || (!inside && offset === 0));
    });
    if (!fits) continue;
    const after = matchPart(words, rest, {
      from: from + sequence.length,
      by,
      inside: inside || sequence.length > 0,
    });
    if (after)
      return { to: after.to, weight: after.weight + sequence.reduce((sum, { weight }) => sum + weight, 0) };
  }
  return null;
}

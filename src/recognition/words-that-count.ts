import { fold } from '../languages/fold.ts';
import { scriptRuns, segmentChinese, splitWords } from '../languages/words.ts';
import { weightFor } from './packed-weights.ts';
import type { ProblemClasses } from './problem-classes.ts';

const mostWords = 8;

function wordsOf(text: string): string[] {
  return scriptRuns(fold(text).text).flatMap((run) =>
    run.script === 'han' ? [...segmentChinese(run.text)] : splitWords(run.text).map((word) => word.text),
  );
}

/** How much a word speaks for a class, with all that is compared of it. */
function weightOf({ text: { space, borders } }: ProblemClasses, word: string, about: number): number {
  const { ids, weights } = space.vectorOf(word);
  return ids.reduce((sum, id, at) => sum + weightFor(borders, about, id) * (weights[at] ?? 0), 0);
}

/** The words of a text that speak for a class, those that count most first; at most eight. */
export function countingWords(problems: ProblemClasses, text: string, about: number): readonly string[] {
  const words = [...new Set(wordsOf(text))].map((word) => ({
    word,
    weight: weightOf(problems, word, about),
  }));
  const counting = words.filter(({ weight }) => weight > 0).sort((left, right) => right.weight - left.weight);
  return counting.slice(0, mostWords).map(({ word }) => word);
}

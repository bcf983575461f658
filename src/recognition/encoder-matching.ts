import type { Knowledge } from '../knowledge/knowledge.ts';
import { findCodes } from './codes/find-codes.ts';
import { type EncodedText, isForEncoder } from './encoder.ts';
import { encoderScores, examined, fitsByBoth, type LearntEncoder } from './encoder-opinion.ts';
import { type Borders, decide, matchProblems, nearestOf, type ProblemMatches } from './match-problems.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { problemClassesOf } from './problem-classes.ts';
import { rankProblems } from './rank-problems.ts';
import { supportOf } from './support.ts';
import { withinPacks } from './within-packs.ts';

/**
 * Where words and encoder together are sure, and where they are worth a question; chosen on left-out sentences of the shipped
 * pack and on the first half of `test/fixtures/own-words.ts` (`docs/decisions/021`).
 */
const borders: Borders = { sure: 0.6, clear: 0.15, worth: 0.15 };

const learntFor = new WeakMap<Knowledge, LearntEncoder>();

/** From now on an encoder that was asked for a text counts in this knowledge. */
export function useEncoder(knowledge: Knowledge, learnt: LearntEncoder): void {
  learntFor.set(knowledge, learnt);
}

/** Whether words alone lead to a question: one of several, or "I don't know; is it one of these?". */
function isAsking({ decision, problems }: ProblemMatches): boolean {
  return decision === 'choose' || (decision === 'none' && problems.length > 0);
}

/**
 * What of a message an encoder should be asked about before it is recognised; null when that would change nothing: where the
 * words alone answer or find nothing near, where there are codes, and in every language but English.
 */
export function textToEncode(given: string, knowledge: Knowledge): string | null {
  if (!learntFor.has(knowledge.whole ?? knowledge) || !isForEncoder(given)) return null;
  const text = withoutPlaceholders(given);
  return isAsking(matchProblems(text, knowledge)) && findCodes(text, knowledge).length === 0 ? text : null;
}

/** A question may become an answer or another question, never nothing; nothing may become a question, never an answer. */
function decideByBoth(
  alone: ProblemMatches,
  together: ProblemMatches['decision'],
): ProblemMatches['decision'] {
  if (alone.decision === 'choose') return together === 'answer' ? 'answer' : 'choose';
  return together === 'none' ? 'none' : 'choose';
}

/**
 * The problems that a text is about, as `matchProblems` finds them; where that leads to a question, with what an
 * encoder made of this very text.
 */
export function matchWithEncoder(
  text: string,
  knowledge: Knowledge,
  encoded: EncodedText | undefined,
): ProblemMatches {
  const alone = matchProblems(text, knowledge);
  const whole = knowledge.whole ?? knowledge;
  const learnt = learntFor.get(whole);
  if (!learnt || encoded?.text !== text || !isForEncoder(text) || !isAsking(alone)) return alone;
  const classes = problemClassesOf(whole);
  // Short as it is, the text is the beginning of itself, which is what the matcher reads.
  const byWords = rankProblems(classes, text, { support: supportOf(text, whole), examined });
  const fits = fitsByBoth(learnt, byWords, encoderScores(learnt, encoded.vector));
  const decision = decideByBoth(alone, decide(fits, borders));
  const found = withinPacks({ decision, problems: nearestOf(text, fits, classes) }, knowledge);
  if (found.problems.length === 0) return alone;
  return alone.decision === 'none' && found.decision === 'choose' ? { ...found, isTentative: true } : found;
}

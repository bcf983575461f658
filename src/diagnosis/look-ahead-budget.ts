import type { Question } from './model.ts';
import type { OpenOptions } from './options.ts';

/** How far a search may go. */
export interface SearchPlan {
  /** Moves looked at before the last question and the repair; at least 2. */
  readonly depth: number;
  /** Questions looked at. */
  readonly questions: number;
  /** Fixes looked at per position. */
  readonly fixes: number;
}

/**
 * Beliefs that one decision may evaluate. Counted, not timed: a slow machine decides later, not differently. Calibrated
 * with `npm run bench:diagnosis` and `npm run bench:advance`.
 */
const mostBeliefs = 1400;
/** Each belief costs a plan over all fixes; where fixes are many, fewer beliefs fit into the same time. */
const mostPlannedFixes = 62_000;
const mostFixes = 6;
const deepest = 4;

/** The deepest search over all questions within the budget, else the widest one two moves deep. */
export function planSearch({ questions, repairs }: OpenOptions): SearchPlan {
  const fixes = Math.min(mostFixes, repairs.length);
  const budget = Math.min(mostBeliefs, mostPlannedFixes / Math.max(1, repairs.length));
  for (let depth = deepest; depth > 2; depth--)
    if (evaluations(questions, fixes, depth) <= budget) return { depth, questions: questions.length, fixes };
  let most = questions.length;
  while (most > 1 && evaluations(questions.slice(0, most), fixes, 2) > budget) most--;
  return { depth: 2, questions: most, fixes };
}

/** Beliefs that are evaluated at most, when every answer of every question is looked at. */
function evaluations(questions: readonly Question[], fixes: number, depth: number): number {
  const answers = questions.reduce((sum, question) => sum + question.answers.length, 0);
  if (depth <= 1) return answers + 1;
  return (answers + questions.length + fixes) * evaluations(questions.slice(1), fixes, depth - 1);
}

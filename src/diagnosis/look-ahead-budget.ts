import type { Question } from './model.ts';

/** How far a search may go. */
export interface SearchPlan {
  /** Moves looked at before the last question and the repair; at least 2. */
  readonly depth: number;
  /** What is looked at for the move itself. */
  readonly first: Breadth;
  /** What is looked at for the moves after it, the best by one step of each position. */
  readonly after: Breadth;
}

export interface Breadth {
  readonly questions: number;
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
/** Three moves deep over the best few saves more than two moves over everything (decision 004), and is worth more. */
const worthOfDepth = 2;
const few: SearchPlan = {
  depth: 3,
  first: { questions: 6, fixes: 4 },
  after: { questions: 3, fixes: 2 },
};

/**
 * The deepest search over everything within the budget, else three moves deep over the best few, else two moves deep
 * over as much as fits.
 *
 * @param ranked the questions that may be asked, the best by one step first.
 * @param repairs how many fixes may be tried.
 */
export function planSearch(ranked: readonly Question[], repairs: number): SearchPlan {
  const fixes = Math.min(mostFixes, repairs);
  const budget = Math.min(mostBeliefs, mostPlannedFixes / Math.max(1, repairs));
  for (let depth = deepest; depth > 2; depth--) {
    const all = everything(ranked.length, fixes, depth);
    if (evaluations(ranked, all, depth) <= budget) return all;
  }
  if (evaluations(ranked, few, few.depth) <= budget * worthOfDepth) return few;
  let most = ranked.length;
  while (most > 1 && evaluations(ranked, everything(most, fixes, 2), 2) > budget) most--;
  return everything(most, fixes, 2);
}

function everything(questions: number, fixes: number, depth: number): SearchPlan {
  return { depth, first: { questions, fixes }, after: { questions, fixes } };
}

/** Beliefs that are evaluated at most, when every answer of every question looked at is. */
function evaluations(ranked: readonly Question[], plan: SearchPlan, depth: number): number {
  const known = ranked.slice(0, plan.first.questions);
  const each = answersOf(known) / Math.max(1, known.length);
  return from(known.length, depth);

  /** With so many questions left; every question has the answers that those looked at have on average. */
  function from(left: number, depth: number): number {
    const ranking = left * each + 1;
    if (depth <= 1) return ranking;
    const { questions, fixes } = depth === plan.depth ? plan.first : plan.after;
    const moves = Math.min(questions, left) * (each + 1) + fixes;
    return (questions < left ? ranking : 0) + moves * from(left - 1, depth - 1);
  }
}

function answersOf(questions: readonly Question[]): number {
  return questions.reduce((sum, { answers }) => sum + answers.length, 0);
}

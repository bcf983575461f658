import { type Belief, causesOf, unknownChance } from './belief.ts';
import type { Question } from './model.ts';
import { planRepairs, type RepairTable } from './repair-plan.ts';
import { weighedLikelihood } from './weighed-likelihood.ts';

/** Expected minutes from here on when `question` is asked now and nothing after it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly cost: number;
}

/** What asking is weighed against. */
export interface Repairing {
  readonly table: RepairTable;
  readonly handOverMinutes: number;
}

/**
 * The question that leaves the lowest expected cost of repair, "now or never" (Heckerman, Breese, Rommelse 1995):
 * ask q iff C_q + Σ_r P(r) ECR(e, r) < ECR(e). "Don't know" leaves belief and cost as they were.
 */
export function bestQuestion(
  belief: Belief,
  questions: readonly Question[],
  repairing: Repairing,
): AskedQuestion | null {
  const unasked = planRepairs(causesOf(belief), repairing.table, repairing.handOverMinutes).cost;
  let best: AskedQuestion | null = null;
  for (const question of questions) {
    const most = best?.cost ?? Number.POSITIVE_INFINITY;
    const cost = costOfAsking(belief, question, { ...repairing, mass: 1, unasked, most });
    if (cost < most) best = { question, cost };
  }
  return best;
}

/**
 * Expected minutes when `question` is asked now and nothing after it. Works on belief that sums to `mass` instead of
 * 1, and is then `mass` times as high.
 *
 * @param unasked the cost without asking.
 * @param most nobody looks at costs from here on: what comes back is only known to be as high.
 */
export function costOfAsking(
  belief: Belief,
  question: Question,
  {
    table,
    handOverMinutes,
    mass,
    unasked,
    most,
  }: Repairing & { readonly mass: number; readonly unasked: number; readonly most: number },
): number {
  const { trusted, guessed } = belief;
  const known = 1 - unknownChance(belief, question);
  const share = known / question.answers.length;
  const after = table.left;
  let cost = question.cost * mass + (1 - known) * unasked;
  for (const likelihood of weighedLikelihood(question, belief.trust)) {
    if (cost >= most) return cost;
    for (let cause = 0; cause < after.length; cause++) {
      after[cause] =
        (trusted[cause] as number) * (likelihood[cause] as number) * known +
        (guessed[cause] as number) * share;
    }
    cost += planRepairs(after, table, handOverMinutes).cost;
  }
  return cost;
}

/** Less than this is not worth anybody's turn, however cheap the question. */
const leastGain = 1e-3;

/**
 * The question that concentrates belief most per minute of the person's time; null when none tells anything.
 *
 * Concentration is Σ p², the chance that two draws agree; what a question adds to it is its information gain with the
 * quadratic (Gini) entropy, which ranks questions like Shannon's and needs no logarithms: this runs a few hundred
 * times in a decision.
 */
export function mostInformative(belief: Belief, questions: readonly Question[]): Question | null {
  const before = concentration(causesOf(belief));
  let best: Question | null = null;
  let bestRate = leastGain;
  for (const question of questions) {
    const rate = informationRate(belief, question, before);
    if (rate > bestRate) {
      best = question;
      bestRate = rate;
    }
  }
  return best;
}

/** What a question adds to the concentration of belief, per minute. @param before the concentration now. */
function informationRate(belief: Belief, question: Question, before: number): number {
  const gain = (1 - unknownChance(belief, question)) * (expectedConcentration(belief, question) - before);
  return gain / question.cost;
}

function concentration(causes: Float64Array): number {
  let sum = 0;
  for (const p of causes) sum += p * p;
  return sum;
}

/** Σ over answers of P(answer) · Σ over causes of P(cause | answer)². */
function expectedConcentration(belief: Belief, question: Question): number {
  const { trusted, guessed } = belief;
  const share = 1 / question.answers.length;
  let expected = 0;
  for (const likelihood of weighedLikelihood(question, belief.trust)) {
    let total = 0;
    let squares = 0;
    for (let cause = 0; cause < trusted.length; cause++) {
      const p =
        (trusted[cause] as number) * (likelihood[cause] as number) + (guessed[cause] as number) * share;
      total += p;
      squares += p * p;
    }
    expected += squares / total;
  }
  return expected;
}

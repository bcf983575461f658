import { afterAnswer, answerChances, type Belief, causesOf, expectedJoint } from './belief.ts';
import { type Model, type Question, turnMinutes } from './model.ts';
import type { OpenOptions } from './options.ts';
import { planRepairs } from './repair-plan.ts';

/** Expected minutes from here on when `question` is asked now and nothing after it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly cost: number;
}

/**
 * The question that leaves the lowest expected cost of repair, "now or never" (Heckerman, Breese, Rommelse 1995):
 * ask q iff C_q + Σ_r P(r) ECR(e, r) < ECR(e). "Don't know" leaves belief and cost as they were.
 */
export function bestQuestion(model: Model, belief: Belief, options: OpenOptions): AskedQuestion | null {
  const unasked = repairCostOf(model, belief, options);
  let best: AskedQuestion | null = null;
  for (const question of options.questions) {
    let cost = question.minutes + turnMinutes + question.dontKnow * unasked;
    const chances = answerChances(belief, question);
    for (let answer = 0; answer < chances.length && (!best || cost < best.cost); answer++) {
      const after = afterAnswer(belief, question, answer);
      cost += (1 - question.dontKnow) * (chances[answer] as number) * repairCostOf(model, after, options);
    }
    if (!best || cost < best.cost) best = { question, cost };
  }
  return best;
}

function repairCostOf(model: Model, belief: Belief, options: OpenOptions): number {
  return planRepairs(causesOf(belief), options.repairs, model.handOverMinutes).cost;
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
    const gain = (1 - question.dontKnow) * (expectedConcentration(belief, question) - before);
    const rate = gain / (question.minutes + turnMinutes);
    if (rate > bestRate) {
      best = question;
      bestRate = rate;
    }
  }
  return best;
}

function concentration(causes: Float64Array): number {
  let sum = 0;
  for (const p of causes) sum += p * p;
  return sum;
}

/** Σ over answers of P(answer) · Σ over causes of P(cause | answer)². */
function expectedConcentration(belief: Belief, question: Question): number {
  const { trusted, guessed } = expectedJoint(belief);
  const share = 1 / question.answers.length;
  let expected = 0;
  for (const likelihood of question.likelihood) {
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

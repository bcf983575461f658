import { afterAnswer, answerChances, type Belief, causesOf } from './belief.ts';
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

/** The question with the most bits about the cause per minute of the person's time; null when none tells anything. */
export function mostInformative(belief: Belief, questions: readonly Question[]): Question | null {
  const before = entropy(causesOf(belief));
  let best: Question | null = null;
  let bestRate = 1e-3;
  for (const question of questions) {
    const chances = answerChances(belief, question);
    const after = chances.reduce(
      (sum, chance, answer) => sum + chance * entropy(causesOf(afterAnswer(belief, question, answer))),
      0,
    );
    const rate = ((1 - question.dontKnow) * (before - after)) / (question.minutes + turnMinutes);
    if (rate > bestRate) {
      best = question;
      bestRate = rate;
    }
  }
  return best;
}

/** Shannon entropy in bits. */
function entropy(probabilities: Float64Array): number {
  let bits = 0;
  for (const p of probabilities) if (p > 0) bits -= p * Math.log2(p);
  return bits;
}

import { afterAnswer, afterUnknown, answerChances, type Belief, causesOf, unknownChance } from './belief.ts';
import { draw } from './draw.ts';
import type { Model, Question } from './model.ts';
import type { OpenOptions } from './options.ts';
import { costOfAsking, mostInformative, type Repairing } from './question-value.ts';
import { planRepairs, type RepairTable, repairTable } from './repair-plan.ts';

/** Enough to see a difference of a twentieth of the cost; more only makes a decision slower. */
const rollouts = 32;
/** No real talk stands more questions in a row. */
const deepest = 10;
/**
 * Standard errors by which handing over must look cheaper than asking on. Whoever is handed over is lost for good, and
 * belief is made for people who err, so it makes too little of asking those who do not.
 */
const margin = 2;

/**
 * The way out of the trap of looking only a few moves ahead: with many flat causes no line of so few questions pays, so
 * the engine would hand over at once, although five questions together would find the cause. Plays "ask what tells
 * most until repairing pays, then repair" a few times; unless handing over is clearly cheaper (by `margin` standard
 * errors), its first question is worth asking.
 *
 * @param cost expected minutes without asking.
 * @param random numbers in [0, 1); the same numbers give the same answer.
 */
export function worthAsking(
  model: Model,
  belief: Belief,
  { options, cost, random }: { options: OpenOptions; cost: number; random: () => number },
): Question | null {
  const first = mostInformative(belief, options.questions);
  if (!first) return null;
  const table = repairTable(options.repairs, model.causes.length);
  let sum = 0;
  let squares = 0;
  for (let run = 0; run < rollouts; run++) {
    const outcome = rollOut(model, belief, { options, first, random, table });
    sum += outcome;
    squares += outcome * outcome;
  }
  const mean = sum / rollouts;
  const error = Math.sqrt(Math.max(0, squares / rollouts - mean * mean) / rollouts);
  return mean - margin * error < cost ? first : null;
}

function rollOut(
  model: Model,
  start: Belief,
  {
    options,
    first,
    random,
    table,
  }: { options: OpenOptions; first: Question; random: () => number; table: RepairTable },
): number {
  let belief = start;
  let spent = 0;
  let left = options.questions;
  let question: Question | null = first;
  for (let depth = 0; question && depth < deepest; depth++) {
    const asked: Question = question;
    spent += asked.cost;
    left = left.filter((candidate) => candidate !== asked);
    belief =
      random() < unknownChance(belief, asked)
        ? afterUnknown(belief, asked)
        : afterAnswer(belief, asked, draw(answerChances(belief, asked), random()));
    const next = mostInformative(belief, left);
    question = next && paysOn(belief, next, { table, handOverMinutes: model.handOverMinutes }) ? next : null;
  }
  return spent + planRepairs(causesOf(belief), table, model.handOverMinutes).cost;
}

/** Whether to go on asking: while nothing is left but handing over, and while the next question pays for itself. */
function paysOn(belief: Belief, question: Question, repairing: Repairing): boolean {
  const plan = planRepairs(causesOf(belief), repairing.table, repairing.handOverMinutes);
  if (!plan.first) return true;
  const asked = { ...repairing, mass: 1, unasked: plan.cost, most: plan.cost };
  return costOfAsking(belief, question, asked) < plan.cost;
}

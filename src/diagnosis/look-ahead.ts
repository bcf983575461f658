import {
  afterAnswer,
  afterFailure,
  afterUnknown,
  answerChances,
  type Belief,
  causesOf,
  unknownChance,
} from './belief.ts';
import { type Breadth, planSearch, type SearchPlan } from './look-ahead-budget.ts';
import type { Model, Question, Repair } from './model.ts';
import type { OpenOptions } from './options.ts';
import { costOfAsking } from './question-value.ts';
import { planRepairs, type RepairTable, repairTable } from './repair-plan.ts';

/** What looking ahead found: the move that is worth most, and what is expected from here on, in minutes. */
export interface Outlook {
  readonly cost: number;
  readonly ask: Question | null;
  /** Null with `ask` null = hand over. */
  readonly repair: Repair | null;
}

/** What may still be done after some steps. */
interface Position {
  readonly belief: Belief;
  readonly questions: readonly Question[];
  readonly repairs: RepairTable;
}

interface Search {
  readonly handOverMinutes: number;
  readonly plan: SearchPlan;
  /** What becomes open to ask with an answer. */
  readonly followUps: FollowUps;
}

/** Questions that an answer opens, which were closed before it. */
export type FollowUps = (question: Question, answer: string) => readonly Question[];

/**
 * Looks a few moves ahead over all questions and the most efficient fixes; at the end of each line stands the cost of
 * repair, or of one more question and then repair, whichever is lower. Looking one question ahead costs 1–2 % more
 * than the optimum on small models, this below 1 % (`npm run bench:diagnosis`).
 *
 * How deep and wide it looks depends on the size of the model alone, so the same evidence gives the same move.
 */
export function lookAhead(
  model: Model,
  belief: Belief,
  { options, followUps }: { options: OpenOptions; followUps: FollowUps },
): Outlook {
  const repairs = repairTable(options.repairs, model.causes.length);
  const { handOverMinutes } = model;
  const questions = ranked({ belief, questions: options.questions, repairs }, handOverMinutes);
  const plan = planSearch(questions, options.repairs.length);
  const position: Position = { belief, questions: questions.slice(0, plan.first.questions), repairs };
  return outlook({ handOverMinutes, plan, followUps }, position, plan.depth);
}

/**
 * The questions in the order in which they look after one step: the worse ones are soon given up, and only the best
 * are looked at where looking at all would take too long.
 */
function ranked({ belief, questions, repairs }: Position, handOverMinutes: number): Question[] {
  const unasked = planRepairs(causesOf(belief), repairs, handOverMinutes).cost;
  const rest = { table: repairs, handOverMinutes, mass: 1, unasked, most: Number.POSITIVE_INFINITY };
  return questions
    .map((question) => ({ question, cost: costOfAsking(belief, question, rest) }))
    .sort((one, two) => one.cost - two.cost)
    .map(({ question }) => question);
}

function outlook(search: Search, position: Position, depth: number): Outlook {
  const plan = planRepairs(causesOf(position.belief), position.repairs, search.handOverMinutes);
  const breadth = depth === search.plan.depth ? search.plan.first : search.plan.after;
  let best: Outlook = { cost: plan.cost, ask: null, repair: plan.first };
  for (const repair of promising(breadth, position)) {
    const cost = costOfTrying(search, position, { repair, depth, most: best.cost });
    if (cost < best.cost) best = { cost, ask: null, repair: position.repairs.repairs[repair] as Repair };
  }
  for (const question of bestOf(search, position, breadth)) {
    const cost = costOfAskingAhead(search, position, { question, depth, most: best.cost });
    if (cost < best.cost) best = { cost, ask: question, repair: null };
  }
  return best;
}

/** The questions that are looked at in a position: all, or the best by one step. */
function bestOf(
  { handOverMinutes }: Search,
  position: Position,
  { questions: most }: Breadth,
): readonly Question[] {
  if (position.questions.length <= most) return position.questions;
  return ranked(position, handOverMinutes).slice(0, most);
}

/** The cost of the best move from here, `depth` moves deep; belief sums to 1. */
function costFrom(search: Search, position: Position, depth: number): number {
  return depth > 1 ? outlook(search, position, depth).cost : leafValue(search, position);
}

/** The lower of repairing now, and asking one question and then repairing. */
function leafValue({ handOverMinutes }: Search, { belief, questions, repairs: table }: Position): number {
  const unasked = planRepairs(causesOf(belief), table, handOverMinutes).cost;
  let best = unasked;
  for (const question of questions)
    best = Math.min(
      best,
      costOfAsking(belief, question, { table, handOverMinutes, mass: 1, unasked, most: best }),
    );
  return best;
}

function costOfAskingAhead(
  search: Search,
  position: Position,
  { question, depth, most }: { question: Question; depth: number; most: number },
): number {
  const { belief, repairs } = position;
  const others = position.questions.filter((other) => other !== question);
  let cost = question.cost;
  const chances = answerChances(belief, question);
  const unknown = unknownChance(belief, question);
  for (let answer = 0; answer < chances.length && cost < most; answer++) {
    const opened = search.followUps(question, question.answers[answer] as string);
    const after = {
      belief: afterAnswer(belief, question, answer),
      questions: opened.length > 0 ? [...others, ...opened] : others,
      repairs,
    };
    cost += (1 - unknown) * (chances[answer] as number) * costFrom(search, after, depth - 1);
  }
  if (unknown === 0 || cost >= most) return cost;
  const unasked = { belief: afterUnknown(belief, question), questions: others, repairs };
  return cost + unknown * costFrom(search, unasked, depth - 1);
}

function costOfTrying(
  search: Search,
  position: Position,
  { repair, depth, most }: { repair: number; depth: number; most: number },
): number {
  const failed = 1 - chanceOf(causesOf(position.belief), position.repairs.repairs[repair] as Repair);
  const { cost } = position.repairs.repairs[repair] as Repair;
  if (cost >= most || failed <= 1e-9) return cost;
  const after = {
    ...position,
    belief: afterFailure(position.belief, position.repairs.repairs[repair] as Repair),
  };
  position.repairs.used[repair] = 1;
  const left = costFrom(search, after, depth - 1);
  position.repairs.used[repair] = 0;
  return cost + failed * left;
}

/** The fixes with the highest P(fixed)/cost, as places in the table. */
function promising({ fixes }: Breadth, { belief, repairs: { repairs, used } }: Position): number[] {
  const causes = causesOf(belief);
  const rated: { repair: number; efficiency: number }[] = [];
  for (let index = 0; index < repairs.length; index++) {
    const repair = repairs[index] as Repair;
    if (used[index] === 0) rated.push({ repair: index, efficiency: chanceOf(causes, repair) / repair.cost });
  }
  return rated
    .sort((one, two) => two.efficiency - one.efficiency)
    .slice(0, fixes)
    .map(({ repair }) => repair);
}

function chanceOf(causes: Float64Array, repair: Repair): number {
  let sum = 0;
  for (let place = 0; place < repair.causes.length; place++)
    sum += (causes[repair.causes[place] as number] as number) * (repair.chance[place] as number);
  return sum;
}

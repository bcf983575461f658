import { believe, causesOf } from '../src/diagnosis/belief.ts';
import { computeDecision } from '../src/diagnosis/decide.ts';
import { type Evidence, evidenceKey } from '../src/diagnosis/evidence.ts';
import type { Model, Repair } from '../src/diagnosis/model.ts';
import { openOptions } from '../src/diagnosis/options.ts';
import { bestQuestion, mostInformative } from '../src/diagnosis/question-value.ts';
import { planRepairs, repairTable } from '../src/diagnosis/repair-plan.ts';

/** What to do next: a question, a fix, or null for handing over. */
export type Move = { readonly ask: number } | { readonly repair: number } | null;
type Policy = (model: Model, evidence: readonly Evidence[]) => Move;

/** From here on the information-gain policy stops asking, as its published users do. */
const sureEnough = 0.8;

/** The ways of choosing that are compared; the last is ours. */
export const policies: Readonly<Record<string, Policy>> = {
  fixed: fixedOrder,
  'P/C': efficiency,
  'information gain': informationGain,
  'one-step value': oneStepValue,
  ours: (model, evidence) => {
    const decision = computeDecision(model, evidence, evidenceKey(evidence));
    if (decision.do === 'handOver') return null;
    return decision.do === 'ask' ? asking(model, decision.question) : repairing(model, decision.fix);
  },
};

/** No questions: the causes by their share, each with its fixes from the cheapest, as a help page lists them. */
function fixedOrder(model: Model, evidence: readonly Evidence[]): Move {
  const left = new Set(openOptions(model, evidence).repairs);
  const causes = model.prior
    .map((_, index) => index)
    .toSorted((one, two) => share(model, two) - share(model, one));
  for (const cause of causes) {
    const fitting = [...left].filter((repair) => mainCause(model, repair) === cause);
    const cheapest = fitting.toSorted((one, two) => one.cost - two.cost)[0];
    if (cheapest) return repairing(model, cheapest.id);
  }
  return null;
}

function mainCause(model: Model, repair: Repair): number {
  const reach = repair.causes.map((cause, index) => ({
    cause,
    fixes: share(model, cause) * (repair.chance[index] as number),
  }));
  return reach.toSorted((one, two) => two.fixes - one.fixes)[0]?.cause ?? -1;
}

function share(model: Model, cause: number): number {
  return model.prior[cause] as number;
}

function efficiency(model: Model, evidence: readonly Evidence[]): Move {
  const { repairs } = openOptions(model, evidence);
  const plan = planRepairs(
    causesOf(believe(model, evidence)),
    repairTable(repairs, model.causes.length),
    model.handOverMinutes,
  );
  return plan.first ? repairing(model, plan.first.id) : null;
}

function informationGain(model: Model, evidence: readonly Evidence[]): Move {
  const belief = believe(model, evidence);
  const { questions } = openOptions(model, evidence);
  const question = Math.max(...causesOf(belief)) < sureEnough ? mostInformative(belief, questions) : null;
  return question ? asking(model, question.id) : efficiency(model, evidence);
}

function oneStepValue(model: Model, evidence: readonly Evidence[]): Move {
  const belief = believe(model, evidence);
  const options = openOptions(model, evidence);
  const table = repairTable(options.repairs, model.causes.length);
  const { handOverMinutes } = model;
  const plan = planRepairs(causesOf(belief), table, handOverMinutes);
  const asked = bestQuestion(belief, options.questions, { table, handOverMinutes });
  if (asked && asked.cost < plan.cost) return asking(model, asked.question.id);
  return plan.first ? repairing(model, plan.first.id) : null;
}

function asking(model: Model, id: string): Move {
  return { ask: model.questions.findIndex((question) => question.id === id) };
}

function repairing(model: Model, id: string): Move {
  return { repair: model.repairs.findIndex((repair) => repair.id === id) };
}

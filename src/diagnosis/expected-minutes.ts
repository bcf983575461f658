import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { afterAnswer, afterFailure, afterUnknown, believe, causesOf, unknownChance } from './belief.ts';
import { draw } from './draw.ts';
import { type Evidence, evidenceKey } from './evidence.ts';
import { type Model, modelOf, type Question, type Repair } from './model.ts';
import { openOptions } from './options.ts';
import { bestQuestion } from './question-value.ts';
import { planRepairs, repairTable } from './repair-plan.ts';
import { seededRandom } from './seeded-random.ts';

/** Enough for "about ten minutes". */
const talks = 16;
const mostMoves = 25;

/**
 * Minutes of the person's own time that are still expected: answering and trying until it works or is handed over. The
 * charges for turns, tiers and risk, by which moves are compared, are no minutes and not in it; neither is waiting for
 * whoever takes over. The same evidence gives the same minutes.
 */
export function expectedMinutes(pack: Pack, problem: Problem, evidence: readonly Evidence[]): number {
  const model = modelOf(pack, problem);
  const random = seededRandom(evidenceKey(evidence));
  let minutes = 0;
  for (let talk = 0; talk < talks; talk++) minutes += minutesOfTalk({ pack, model, evidence, random });
  return minutes / talks;
}

interface Talk {
  readonly pack: Pack;
  readonly model: Model;
  readonly evidence: readonly Evidence[];
  readonly random: () => number;
}

/** One talk as it may go on, with the choice that looks one question ahead: quick, and about as long as the real one. */
function minutesOfTalk({ pack, model, evidence, random }: Talk): number {
  let belief = believe(model, evidence);
  const cause = draw(causesOf(belief), random());
  let { questions, repairs } = openOptions(model, evidence);
  let minutes = 0;
  for (let move = 0; move < mostMoves; move++) {
    const table = repairTable(repairs, model.causes.length);
    const plan = planRepairs(causesOf(belief), table, model.handOverMinutes);
    const asked = bestQuestion(belief, questions, { table, handOverMinutes: model.handOverMinutes });
    if (asked && asked.cost < plan.cost) {
      const { question } = asked;
      minutes += pack.observations[question.id]?.minutes ?? 0;
      questions = questions.filter((other) => other !== question);
      belief =
        random() < unknownChance(belief, question)
          ? afterUnknown(belief, question)
          : afterAnswer(belief, question, answerOf(question, cause, random()));
    } else if (plan.first) {
      const repair = plan.first;
      minutes += pack.fixes[repair.id]?.minutes ?? 0;
      if (random() < chanceOf(repair, cause)) return minutes;
      repairs = repairs.filter((other) => other !== repair);
      belief = afterFailure(belief, repair);
    } else return minutes;
  }
  return minutes;
}

function answerOf({ likelihood }: Question, cause: number, at: number): number {
  return draw(
    likelihood.map((row) => row[cause] as number),
    at,
  );
}

function chanceOf({ causes, chance }: Repair, cause: number): number {
  return chance[causes.indexOf(cause)] ?? 0;
}

import { believe, causesOf } from '../diagnosis/belief.ts';
import { type Decision, decide } from '../diagnosis/decide.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { modelOf } from '../diagnosis/model.ts';
import { openOptions } from '../diagnosis/options.ts';
import { planRepairs, repairTable } from '../diagnosis/repair-plan.ts';
import { seededRandom } from '../diagnosis/seeded-random.ts';
import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { casesOf, drawCase } from './cases.ts';
import { crowds, personOf } from './people.ts';
import { type Choose, type Fared, playDecisions } from './play-decisions.ts';
import type { SimulateOptions } from './simulate.ts';
import { type SimulatedPerson, simulatedPerson } from './simulated-person.ts';

/** How one way of asking fared; nothing but the complaint was said at the beginning. */
interface OrderFared {
  readonly resolved: number;
  readonly turns: number;
  readonly minutes: number;
  /** Share of people resolved within 1, 2, … turns. */
  readonly curve: readonly number[];
  /** Minutes until the given share of all people was resolved; null = never. */
  readonly minutesUntil: (share: number) => number | null;
  /** Minutes that a person has spent on average by then, resolved or not; null = never. */
  readonly minutesSpentUntil: (share: number) => number | null;
}

export interface OrderComparison {
  readonly ours: OrderFared;
  /** The questions in the order of their names (q1, q2, …), then the fixes by P/C. */
  readonly inOrder: OrderFared;
}

/**
 * Plays the same people against both ways of asking, on decisions alone: no words, so neither gains or loses by being
 * understood.
 */
export function compareOrder(pack: Pack, options: SimulateOptions): OrderComparison {
  const cases = casesOf(pack, options.problem, options.opening);
  const crowd = crowds[options.users] ?? [];
  const playAll = (choose: Choose) =>
    [...Array(options.runs).keys()].map((run) => {
      const random = seededRandom(`${options.seed}/${run}`);
      const { problem, cause } = drawCase(cases, random());
      const habits = { ...personOf(crowd, random()), ...options.habits };
      return playDecisions(pack, problem, {
        person: settled(pack, problem, simulatedPerson(pack, { cause, habits, random })),
        choose,
      });
    });
  return { ours: summary(playAll(decide)), inOrder: summary(playAll(askInOrder)) };
}

/** Draws every answer beforehand, so that a person answers the same however they are asked. */
function settled(pack: Pack, problem: Problem, person: SimulatedPerson): SimulatedPerson {
  for (const id of problem.observations) {
    const observation = pack.observations[id];
    if (observation) person.answerTo(observation);
  }
  for (const fix of Object.keys(pack.fixes)) person.isHelpedBy(fix);
  return person;
}

/** The list as a help page would ask it, whatever was answered, and then the fixes that are worth most. */
function askInOrder(pack: Pack, problem: Problem, evidence: readonly Evidence[]): Decision {
  const model = modelOf(pack, problem);
  const options = openOptions(model, evidence);
  const listed = options.questions.filter(({ id }) => /^q\d/.test(id));
  const next = listed.toSorted((one, two) => one.id.localeCompare(two.id, 'en', { numeric: true }))[0];
  if (next) return { do: 'ask', question: next.id };
  const table = repairTable(options.repairs, model.causes.length);
  const { first } = planRepairs(causesOf(believe(model, evidence)), table, model.handOverMinutes);
  return first ? { do: 'repair', fix: first.id, cause: '', standing: 'likeliest' } : { do: 'handOver' };
}

function summary(fares: readonly Fared[]): OrderFared {
  const resolved = fares.filter((fared) => fared.resolved);
  const times = resolved.map(({ minutes }) => minutes).sort((one, two) => one - two);
  const mean = (value: (fared: Fared) => number) =>
    fares.reduce((sum, fared) => sum + value(fared), 0) / Math.max(1, fares.length);
  const longest = Math.max(0, ...fares.map(({ turns }) => turns));
  const minutesUntil = (share: number) => times[Math.max(0, Math.ceil(share * fares.length) - 1)] ?? null;
  return {
    resolved: resolved.length / Math.max(1, fares.length),
    turns: mean(({ turns }) => turns),
    minutes: mean(({ minutes }) => minutes),
    curve: [...Array(longest).keys()].map(
      (turn) => resolved.filter(({ turns }) => turns <= turn + 1).length / fares.length,
    ),
    minutesUntil,
    minutesSpentUntil: (share) => {
      const until = minutesUntil(share);
      return until === null ? null : mean(({ minutes }) => Math.min(minutes, until));
    },
  };
}

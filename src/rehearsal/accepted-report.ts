import { createHash } from 'node:crypto';
import { decide } from '../diagnosis/decide.ts';
import { draw } from '../diagnosis/draw.ts';
import { modelOf } from '../diagnosis/model.ts';
import { seededRandom } from '../diagnosis/seeded-random.ts';
import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { playDecisions } from './play-decisions.ts';
import { type SimulatedPerson, simulatedPerson } from './simulated-person.ts';

/** How a pack fared when its author last accepted it; a file beside the pack. */
export interface AcceptedReport {
  readonly version: 1;
  readonly problems: Readonly<Record<string, AcceptedProblem>>;
}

interface AcceptedProblem {
  /** Of the numbers behind the problem; while they are the same nothing is played again. */
  readonly numbers: string;
  readonly resolved: number;
  /** Minutes of each person, hand-over included; the same person stands at the same place after an edit. */
  readonly minutes: readonly number[];
}

/** A problem that an edit made worse. */
export interface Worsened {
  readonly problem: string;
  readonly before: { readonly resolved: number; readonly minutes: number };
  readonly after: { readonly resolved: number; readonly minutes: number };
}

/** Few enough to play a problem within a second. */
const people = 40;
const habits = { wrong: 0, dontKnow: 0.05, fixDoneWrong: 0 };
/** Less than this on average is nobody's loss. */
const leastMinutes = 1;
/** Standard errors of the difference, person by person, from which on it is no chance. */
const leastErrors = 2;

/** Plays every problem with a choice of causes. Problems as in `kept` whose numbers have not changed are taken over. */
export function rehearsePack(pack: Pack, kept?: AcceptedReport): AcceptedReport {
  const problems = Object.values(pack.problems).filter(({ causes }) => Object.keys(causes).length > 1);
  return {
    version: 1,
    problems: Object.fromEntries(
      problems.map((problem) => {
        const numbers = numbersOf(pack, problem);
        const known = kept?.problems[problem.id];
        return [problem.id, known?.numbers === numbers ? known : rehearse(pack, problem, numbers)];
      }),
    ),
  };
}

/** What became measurably worse: dearer by more than a minute and by two standard errors of the paired difference. */
export function worsened(before: AcceptedReport, after: AcceptedReport): Worsened[] {
  return Object.entries(after.problems).flatMap(([problem, now]) => {
    const then = before.problems[problem];
    if (!then || then.numbers === now.numbers || !isDearer(then.minutes, now.minutes)) return [];
    return [{ problem, before: figures(then), after: figures(now) }];
  });
}

function rehearse(pack: Pack, problem: Problem, numbers: string): AcceptedProblem {
  const fares = [...Array(people).keys()].map((number) =>
    playDecisions(pack, problem, { person: steadyPerson(pack, problem, number), choose: decide }),
  );
  return {
    numbers,
    resolved: fares.filter(({ resolved }) => resolved).length,
    minutes: fares.map(({ minutes }) => Math.round(minutes * 10) / 10),
  };
}

/**
 * A person whose answers hang on nothing but their number and what is asked, so that an edit elsewhere leaves them as
 * they were; together they have the causes as often as the problem says.
 */
function steadyPerson(pack: Pack, problem: Problem, number: number): SimulatedPerson {
  const causes = Object.entries(problem.causes).sort(([one], [two]) => one.localeCompare(two));
  const shares = causes.map(([, share]) => share);
  const cause = causes[draw(shares, (number + 0.5) / people)]?.[0] ?? '';
  let random = seededRandom('');
  const person = simulatedPerson(pack, { cause, habits, random: () => random() });
  const about = (id: string) => {
    random = seededRandom(`${problem.id}/${number}/${id}`);
  };
  for (const id of problem.observations) {
    const observation = pack.observations[id];
    about(id);
    if (observation) person.answerTo(observation);
  }
  for (const fix of Object.keys(pack.fixes)) {
    about(fix);
    person.isHelpedBy(fix);
  }
  return person;
}

/** A short sign of all numbers that decisions on a problem and simulated people hang on. */
function numbersOf(pack: Pack, problem: Problem): string {
  const { causes, prior, questions, repairs, handOverMinutes, trust } = modelOf(pack, problem);
  const tiers = repairs.map(({ id }) => [pack.fixes[id]?.minutes, pack.fixes[id]?.tier]);
  const numbers = {
    causes,
    prior,
    questions,
    repairs,
    handOverMinutes,
    trust,
    tiers,
    implies: problem.implies,
  };
  const text = JSON.stringify(numbers, (_, value) => (value instanceof Float64Array ? [...value] : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function isDearer(before: readonly number[], after: readonly number[]): boolean {
  const differences = after.map((minutes, index) => minutes - (before[index] ?? minutes));
  const mean = meanOf(differences);
  const variance = meanOf(differences.map((difference) => (difference - mean) ** 2));
  return mean > leastMinutes && mean > leastErrors * Math.sqrt(variance / differences.length);
}

function figures({ resolved, minutes }: AcceptedProblem): Worsened['before'] {
  return { resolved: resolved / Math.max(1, minutes.length), minutes: meanOf(minutes) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

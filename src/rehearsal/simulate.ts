import { seededRandom } from '../diagnosis/seeded-random.ts';
import type { Knowledge, Pack, Problem } from '../knowledge/knowledge.ts';
import { type Opening, openingWords } from './opening-words.ts';
import { crowds, type Habits, personOf } from './people.ts';
import { type PlayedTalk, playPerson } from './play-person.ts';
import { simulatedPerson } from './simulated-person.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface SimulateOptions {
  readonly pack: string;
  /** Only this problem; absent = every problem that people state in words, as often as the cause shows up that way. */
  readonly problem?: string;
  readonly opening: Opening;
  readonly users: string;
  readonly runs: number;
  readonly seed: number;
}

export interface SimulationReport {
  readonly runs: number;
  readonly seed: number;
  /** Share of runs in which the true cause's fix was given and worked. */
  readonly resolved: number;
  readonly resolvedInterval: readonly [number, number];
  /** Messages of the person until the helping fix, or until handed over. */
  readonly turns: { readonly mean: number; readonly p95: number };
  /** Minutes of answering and trying, handing over included. */
  readonly minutes: { readonly mean: number };
  readonly handedOver: number;
  readonly deadEnds: number;
  readonly perCause: Readonly<Record<string, { readonly runs: number; readonly resolved: number }>>;
}

/** A problem and a cause of it, and how often they come together. */
interface Case {
  readonly problem: Problem;
  readonly cause: string;
  readonly share: number;
}

/**
 * Plays simulated people through the real engine. The same knowledge, options and seed give the same report.
 *
 * @throws when the pack, problem or crowd is not known; the message says which are.
 */
export function simulate(knowledge: Knowledge, options: SimulateOptions): SimulationReport {
  const pack = knowledge.packs[options.pack];
  if (!pack)
    throw new Error(
      `There is no pack "${options.pack}"; known: ${Object.keys(knowledge.packs).join(', ') || 'none'}`,
    );
  const crowd = crowds[options.users];
  if (!crowd)
    throw new Error(`There is no crowd "${options.users}"; known: ${Object.keys(crowds).join(', ')}`);
  const cases = casesOf(pack, options.problem);
  const played: { cause: string; talk: PlayedTalk }[] = [];
  for (let run = 0; run < options.runs; run++) {
    const random = seededRandom(`${options.seed}/${run}`);
    const drawn = drawCase(cases, random());
    played.push({
      cause: drawn.cause,
      talk: playRun(knowledge, pack, {
        drawn,
        habits: personOf(crowd, random()),
        opening: options.opening,
        random,
        run,
      }),
    });
  }
  return report(played, options);
}

function playRun(
  knowledge: Knowledge,
  pack: Pack,
  {
    drawn,
    habits,
    opening,
    random,
    run,
  }: { drawn: Case; habits: Habits; opening: Opening; random: () => number; run: number },
): PlayedTalk {
  const language = pack.languages[Math.floor(random() * pack.languages.length)] ?? 'en';
  const words = openingWords(pack, { ...drawn, opening, language, random });
  const person = simulatedPerson(pack, { cause: drawn.cause, habits, random });
  return playPerson(knowledge, pack, { words, language, person, id: `run-${run}` });
}

function casesOf(pack: Pack, only: string | undefined): Case[] {
  if (only !== undefined && !pack.problems[only]) {
    throw new Error(
      `The pack "${pack.id}" has no problem "${only}"; known: ${Object.keys(pack.problems).join(', ')}`,
    );
  }
  const stated = Object.values(pack.problems).filter(
    (problem) => isStated(problem) && (only === undefined || problem.id === only),
  );
  const cases = stated.flatMap((problem) =>
    Object.keys(problem.causes).map((cause) => ({ problem, cause, share: commonness(pack, problem, cause) })),
  );
  if (cases.length === 0)
    throw new Error(
      `There is nothing to simulate: no problem with both sentences and causes in "${pack.id}"`,
    );
  const total = cases.reduce((sum, { share }) => sum + share, 0);
  return cases.map((one) => ({ ...one, share: one.share / total }));
}

/**
 * How often a cause shows up as this complaint: its share in the pack's widest problem, times P(what the complaint
 * implies | cause).
 */
function commonness(pack: Pack, problem: Problem, cause: string): number {
  const implied = Object.entries(problem.implies).map(([id, answer]) => {
    const observation = pack.observations[id];
    const index = observation?.answers.findIndex((candidate) => candidate.id === answer) ?? -1;
    return observation?.likelihood[cause]?.[index] ?? observation?.answers[index]?.usual ?? 1;
  });
  return implied.reduce(
    (share, chance) => share * chance,
    widestOf(pack).causes[cause] ?? problem.causes[cause] ?? 0,
  );
}

function widestOf(pack: Pack): Problem {
  const problems = Object.values(pack.problems);
  return problems.reduce((one, two) =>
    Object.keys(two.causes).length > Object.keys(one.causes).length ? two : one,
  );
}

function isStated(problem: Problem): boolean {
  return (problem.says.en?.length ?? 0) + (problem.says.zh?.length ?? 0) > 0;
}

function drawCase(cases: readonly Case[], at: number): Case {
  let sum = 0;
  for (const one of cases) {
    sum += one.share;
    if (at < sum) return one;
  }
  return cases.at(-1) as Case;
}

function report(
  played: readonly { cause: string; talk: PlayedTalk }[],
  { runs, seed }: SimulateOptions,
): SimulationReport {
  const count = (test: (talk: PlayedTalk) => boolean) => played.filter(({ talk }) => test(talk)).length;
  const mean = (value: (talk: PlayedTalk) => number) =>
    rounded(played.reduce((sum, { talk }) => sum + value(talk), 0) / Math.max(1, played.length));
  const turns = played.map(({ talk }) => talk.turns).sort((one, two) => one - two);
  const resolved = count((talk) => talk.end === 'resolved');
  return {
    runs,
    seed,
    resolved: rounded(resolved / Math.max(1, runs)),
    resolvedInterval: wilsonInterval(resolved, runs).map(rounded) as unknown as readonly [number, number],
    turns: { mean: mean((talk) => talk.turns), p95: turns[Math.ceil(turns.length * 0.95) - 1] ?? 0 },
    minutes: { mean: mean((talk) => talk.minutes) },
    handedOver: rounded(count((talk) => talk.end === 'handedOver') / Math.max(1, runs)),
    deadEnds: count((talk) => talk.end === 'deadEnd'),
    perCause: perCause(played),
  };
}

function perCause(played: readonly { cause: string; talk: PlayedTalk }[]): SimulationReport['perCause'] {
  const table: Record<string, { runs: number; resolved: number }> = {};
  for (const { cause, talk } of played) {
    const row = table[cause] ?? { runs: 0, resolved: 0 };
    row.runs += 1;
    if (talk.end === 'resolved') row.resolved += 1;
    table[cause] = row;
  }
  return Object.fromEntries(Object.entries(table).sort(([one], [two]) => one.localeCompare(two)));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

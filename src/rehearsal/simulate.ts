import { seededRandom } from '../diagnosis/seeded-random.ts';
import type { Knowledge, Pack } from '../knowledge/knowledge.ts';
import { type Case, casesOf, drawCase } from './cases.ts';
import { type Opening, openingWords } from './opening-words.ts';
import { crowds, type Habits, personOf } from './people.ts';
import { type PlayedTalk, playPerson } from './play-person.ts';
import { simulatedPerson } from './simulated-person.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface SimulateOptions {
  readonly pack: string;
  /** Only this problem; absent = every problem that people state in words, as often as the cause shows up that way; in a pack of codes, every code alike. */
  readonly problem?: string;
  readonly opening: Opening;
  readonly users: string;
  /** Instead of what the crowd would bring. */
  readonly habits?: Partial<Habits>;
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
  /** How many people were asked each observation. */
  readonly asked: Readonly<Record<string, number>>;
  /** How many were resolved at each count of turns; index 0 = after one. */
  readonly resolvedAt: readonly number[];
  readonly perCause: Readonly<Record<string, { readonly runs: number; readonly resolved: number }>>;
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
  const cases = casesOf(pack, options.problem, options.opening);
  const played: { cause: string; talk: PlayedTalk }[] = [];
  for (let run = 0; run < options.runs; run++) {
    const random = seededRandom(`${options.seed}/${run}`);
    const drawn = drawCase(cases, random());
    played.push({
      cause: drawn.cause,
      talk: playRun(knowledge, pack, {
        drawn,
        habits: { ...personOf(crowd, random()), ...options.habits },
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
    asked: askedCounts(played),
    resolvedAt: resolvedAt(played),
    perCause: perCause(played),
  };
}

function askedCounts(played: readonly { talk: PlayedTalk }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { talk } of played) for (const id of talk.asked) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function resolvedAt(played: readonly { talk: PlayedTalk }[]): number[] {
  const most = Math.max(0, ...played.map(({ talk }) => talk.turns));
  const counts = Array<number>(most).fill(0);
  for (const { talk } of played)
    if (talk.end === 'resolved') counts[talk.turns - 1] = (counts[talk.turns - 1] ?? 0) + 1;
  return counts;
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

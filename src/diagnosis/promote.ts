import { createHash } from 'node:crypto';
import { type Learnt, learn, type Trial, tryOut } from './learn.ts';
import type { LedgerRow } from './ledger.ts';
import type { Model } from './model.ts';
import { type Numbers, numbersOf, type ParameterSet, withNumbers } from './parameters.ts';

/** Numbers in use, with what is needed to compute them once more without somebody. */
interface PromotedNumbers extends Numbers {
  /** Epoch milliseconds: the talks up to then count, at the age that they had then. */
  readonly promotedAt: number;
  /** Whether the operator agreed to changes beyond the band. */
  readonly agreed: boolean;
  /** How many talks were in the ledger up to then; fewer now means that somebody was forgotten. */
  readonly rows: number;
}

export interface PromotedSet extends ParameterSet {
  readonly problems: Readonly<Record<string, PromotedNumbers>>;
}

/** The author's model of every problem, by `pack/problem`. */
export type Models = ReadonlyMap<string, Model>;

/** What became of one problem. */
export interface Verdict {
  readonly problem: string;
  readonly verdict: 'promoted' | 'too few talks' | 'not better';
  readonly learnt: Learnt;
  readonly trial: Trial;
}

/** With fewer talks the newest fifth proves nothing. */
const fewestTalks = 20;

/**
 * New numbers for every problem whose talks foresee the newest ones at least as well as the author's; the others keep
 * what they have. A function of its input.
 *
 * @param before the set in use; null = talks go by the author's numbers.
 * @param now epoch milliseconds.
 */
export function promote(
  models: Models,
  rows: readonly LedgerRow[],
  { before, now, agreed }: { before: PromotedSet | null; now: number; agreed: boolean },
): { set: PromotedSet; verdicts: readonly Verdict[] } {
  const verdicts = verdictsOf(models, rows, { now, agreed });
  const promoted = verdicts.flatMap(({ problem, verdict, learnt }) =>
    verdict === 'promoted'
      ? [
          [
            problem,
            {
              ...numbersOf(modelOf(models, problem), learnt.model),
              promotedAt: now,
              agreed,
              rows: countUpTo(rows, problem, now),
            },
          ],
        ]
      : [],
  );
  const kept = Object.entries(before?.problems ?? {}).filter(([problem, numbers]) => {
    const model = models.get(problem);
    return model && withNumbers(model, numbers);
  });
  return { set: named(Object.fromEntries([...kept, ...promoted])), verdicts };
}

/** What would become of every problem that somebody talked about; a problem the knowledge no longer holds is left out. */
export function verdictsOf(
  models: Models,
  rows: readonly LedgerRow[],
  { now, agreed }: { now: number; agreed: boolean },
): readonly Verdict[] {
  return [...byProblem(rows)].flatMap(([problem, group]) => {
    const model = models.get(problem);
    if (!model) return [];
    const learnt = learn(model, group, now, agreed);
    const trial = tryOut(model, group, now);
    const verdict =
      learnt.talks < fewestTalks ? 'too few talks' : trial.passes ? 'promoted' : ('not better' as const);
    return [{ problem, verdict, learnt, trial }];
  });
}

/**
 * The set as it would be had only the talks in `rows` been there when it was promoted: for taking somebody out.
 * Problems whose author's numbers changed since then go, as they count no more.
 */
export function relearnt(set: PromotedSet, models: Models, rows: readonly LedgerRow[]): PromotedSet {
  const groups = byProblem(rows);
  const problems = Object.entries(set.problems).flatMap(([problem, numbers]) => {
    const model = models.get(problem);
    if (!model || !withNumbers(model, numbers)) return [];
    const { promotedAt, agreed } = numbers;
    const then = (groups.get(problem) ?? []).filter(({ at }) => at <= promotedAt);
    const learnt = learn(model, then, promotedAt, agreed);
    return [[problem, { ...numbersOf(model, learnt.model), promotedAt, agreed, rows: then.length }] as const];
  });
  return named(Object.fromEntries(problems));
}

/** Whether talks that the set was learnt from are gone since: withdrawn, forgotten, or too old to be kept. */
export function hasLostTalks(set: PromotedSet, rows: readonly LedgerRow[]): boolean {
  return Object.entries(set.problems).some(
    ([problem, numbers]) => countUpTo(rows, problem, numbers.promotedAt) < numbers.rows,
  );
}

function countUpTo(rows: readonly LedgerRow[], problem: string, at: number): number {
  return rows.filter((row) => `${row.pack}/${row.problem}` === problem && row.at <= at).length;
}

function byProblem(rows: readonly LedgerRow[]): Map<string, LedgerRow[]> {
  return Map.groupBy(rows, ({ pack, problem }) => `${pack}/${problem}`);
}

function modelOf(models: Models, problem: string): Model {
  const model = models.get(problem);
  if (!model) throw new Error(`"${problem}" was learnt without a model`);
  return model;
}

/** The same numbers have the same version, on every machine. */
function named(problems: Readonly<Record<string, PromotedNumbers>>): PromotedSet {
  const version = createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, 12);
  return { version, problems };
}

import type { Entries, Entry } from '../read/pack-sources.ts';
import { resolveReferences } from '../references.ts';
import type { CauseSource, ObservationSource, ProblemSource } from '../schema.ts';
import { normalise, sum } from './weights.ts';

/** A problem with this prior mixes every column of the pack, each normalised over its causes first. */
export const meanPrior = 'mean';

/**
 * The causes that can be behind a problem, whether or not they have a share: those it names (under
 * "causes" or "shares"); else those it holds inline; else every cause with a file of its own.
 */
export function causesOf(problem: Entry<ProblemSource>, causes: Entries<CauseSource>): string[] {
  const { causes: named, shares } = problem.source;
  if (named ?? shares)
    return resolveReferences([...(named ?? []), ...Object.keys(shares ?? {})], causes.keys());
  const inline = Object.keys(problem.source.inline?.causes ?? {});
  if (inline.length > 0) return inline;
  return [...causes.values()].filter(({ inlineOf }) => inlineOf === undefined).map(({ id }) => id);
}

/** The observations of a problem: those it names, else every one with a file of its own and those it holds inline. */
export function observationsOf(
  problem: Entry<ProblemSource>,
  observations: Entries<ObservationSource>,
): string[] {
  if (problem.source.observations !== undefined) {
    return resolveReferences(problem.source.observations, observations.keys());
  }
  const isOwn = ({ inlineOf }: Entry<unknown>) => inlineOf === undefined || inlineOf === problem.id;
  return [...observations.values()].filter(isOwn).map(({ id }) => id);
}

/**
 * Prior per cause of a problem: its column's shares over its causes, made to sum to 1. Causes without a share are out.
 * @param columns the pack's prior columns
 */
export function priorsOf(
  problem: Entry<ProblemSource>,
  causes: Entries<CauseSource>,
  columns: readonly string[],
): Record<string, number> {
  const ids = causesOf(problem, causes);
  const used = columnsOf(problem.source, columns);
  const shares = used
    .map((column) => normalise(ids.map((id) => shareOf(problem.source, causes.get(id), column))))
    .filter((column) => sum(column) > 0);
  const mixed = normalise(ids.map((_, index) => sum(shares.map((column) => column[index] ?? 0))));
  return Object.fromEntries(
    ids.map((id, index) => [id, mixed[index] ?? 0] as const).filter(([, share]) => share > 0),
  );
}

/** How often a cause is behind a problem: what the problem itself says, else the cause's column. */
export function shareOf(
  problem: ProblemSource,
  cause: Entry<CauseSource> | undefined,
  column: string,
): number {
  return (cause && (problem.shares?.[cause.id] ?? cause.source.share[column])) ?? 0;
}

/** The prior columns that a problem reads. */
export function columnsOf(problem: ProblemSource, columns: readonly string[]): readonly string[] {
  return problem.prior === meanPrior ? columns : [problem.prior];
}

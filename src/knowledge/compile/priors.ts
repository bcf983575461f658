import type { Entries } from '../read/pack-sources.ts';
import { resolveReferences } from '../references.ts';
import type { CauseSource, ProblemSource } from '../schema.ts';
import { normalise, sum } from './weights.ts';

/** A problem with this prior mixes every column of the pack, each normalised over its causes first. */
export const meanPrior = 'mean';

/** The causes a problem names, or all; with a share in its column or not. */
export function causesOf(problem: ProblemSource, causes: Entries<CauseSource>): string[] {
  return problem.causes === undefined ? [...causes.keys()] : resolveReferences(problem.causes, causes.keys());
}

/**
 * Prior per cause of a problem: its column's shares over its causes, made to sum to 1. Causes without a share are out.
 * @param columns the pack's prior columns
 */
export function priorsOf(
  problem: ProblemSource,
  causes: Entries<CauseSource>,
  columns: readonly string[],
): Record<string, number> {
  const ids = causesOf(problem, causes);
  const used = problem.prior === meanPrior ? columns : [problem.prior];
  const shares = used
    .map((column) => normalise(ids.map((id) => causes.get(id)?.source.share[column] ?? 0)))
    .filter((column) => sum(column) > 0);
  const mixed = normalise(ids.map((_, index) => sum(shares.map((column) => column[index] ?? 0))));
  return Object.fromEntries(
    ids.map((id, index) => [id, mixed[index] ?? 0] as const).filter(([, share]) => share > 0),
  );
}

import type { Vector } from './vectors.ts';

/** The weights of a vector by feature. */
export function byFeature({ ids, weights }: Vector): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (let at = 0; at < ids.length; at += 1) map.set(ids[at] as number, weights[at] as number);
  return map;
}

/** How alike two vectors are, 0–1; `weights` are those of the first by feature. */
export function likeness(weights: ReadonlyMap<number, number>, { ids, weights: values }: Vector): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const weight = weights.get(ids[at] as number);
    if (weight !== undefined) sum += weight * (values[at] as number);
  }
  return sum;
}

/** The likeness of the most alike of some vectors; 0 for none. */
export function mostAlike(weights: ReadonlyMap<number, number>, vectors: readonly Vector[] = []): number {
  let best = 0;
  for (const vector of vectors) best = Math.max(best, likeness(weights, vector));
  return best;
}

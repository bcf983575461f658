import type { Vector } from './vectors.ts';

/**
 * Lays a vector out by feature while it is compared: quicker to look up than a map. The sheet has a place for every
 * feature and is all 0 before and afterwards; one that is made anew for each message costs more than all comparing.
 */
export function laidOut<Result>(
  sheet: Float32Array,
  { ids, weights }: Vector,
  compare: (weights: Float32Array) => Result,
): Result {
  for (let at = 0; at < ids.length; at += 1) sheet[ids[at] as number] = weights[at] as number;
  const result = compare(sheet);
  for (let at = 0; at < ids.length; at += 1) sheet[ids[at] as number] = 0;
  return result;
}

/** The weights of a vector by feature, with 0 for all that it has not, to be kept. */
export function byFeature({ ids, weights }: Vector, size: number): Float32Array {
  const spread = new Float32Array(size);
  for (let at = 0; at < ids.length; at += 1) spread[ids[at] as number] = weights[at] as number;
  return spread;
}

/** How alike two vectors are, 0–1; `weights` are those of the first by feature. */
export function likeness(weights: Float32Array, { ids, weights: values }: Vector): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1)
    sum += (weights[ids[at] as number] as number) * (values[at] as number);
  return sum;
}

/** The likeness of the most alike of some vectors; 0 for none. */
export function mostAlike(weights: Float32Array, vectors: readonly Vector[] = []): number {
  let best = 0;
  for (const vector of vectors) best = Math.max(best, likeness(weights, vector));
  return best;
}

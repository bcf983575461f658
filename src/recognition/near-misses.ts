import { mostAlike } from './likeness.ts';
import type { Vector } from './vectors.ts';

/** A sentence that looks like a class and is not. */
export interface Rival {
  readonly about: number;
  readonly vector: Vector;
}

/** Near misses, to be found by what a text has in common with them. */
export interface NearMisses {
  /** By the class they look like. */
  readonly byClass: ReadonlyMap<number, readonly Vector[]>;
  /** By the features that say most about them. */
  readonly byFeature: ReadonlyMap<number, readonly Vector[]>;
}

/** A text that is nearly a near miss shares one of its two heaviest features. */
const heaviest = 2;

function heaviestFeatures({ ids, weights }: Vector): number[] {
  return Array.from(ids, (id, at) => ({ id, weight: weights[at] ?? 0 }))
    .sort((one, two) => two.weight - one.weight)
    .slice(0, heaviest)
    .map(({ id }) => id);
}

function add(lists: Map<number, Vector[]>, key: number, vector: Vector): void {
  const list = lists.get(key);
  if (list) list.push(vector);
  else lists.set(key, [vector]);
}

/** Files near misses by class and by feature. */
export function fileNearMisses(rivals: readonly Rival[]): NearMisses {
  const byClass = new Map<number, Vector[]>();
  const byFeature = new Map<number, Vector[]>();
  for (const { about, vector } of rivals) {
    add(byClass, about, vector);
    for (const id of heaviestFeatures(vector)) add(byFeature, id, vector);
  }
  return { byClass, byFeature };
}

/** How alike the most alike near miss of any class is; 0 when none has anything important in common with the text. */
export function mostAlikeOfAny({ byFeature }: NearMisses, { ids }: Vector, weights: Float32Array): number {
  let most = 0;
  for (const id of ids) {
    const candidates = byFeature.get(id);
    if (candidates) most = Math.max(most, mostAlike(weights, candidates));
  }
  return most;
}

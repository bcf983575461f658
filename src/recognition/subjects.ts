import { isStopWord } from '../languages/stop-words.ts';
import { wordOf } from './features.ts';
import { byFeature, likeness } from './likeness.ts';
import type { Vector } from './vectors.ts';

/** What a pack talks about as a whole. */
export interface Subject {
  /** The direction of the words of all its sentences together, without those that say nothing ("the", 「的」). */
  readonly direction: Vector;
  /** How near to it nine in ten of its own sentences are, 0–1. */
  readonly usual: number;
}

const farthestTenth = 0.1;
/** So many features tell what a pack is about. */
const mostFeatures = 3000;

function sumOf(vectors: readonly Vector[], tells: (id: number) => boolean): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { ids, weights } of vectors) {
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] as number;
      if (!tells(id)) continue;
      sum.set(id, (sum.get(id) ?? 0) + (weights[at] as number));
    }
  }
  return sum;
}

function directionOf(vectors: readonly Vector[], tells: (id: number) => boolean): Vector {
  const heaviest = [...sumOf(vectors, tells)].sort((one, two) => two[1] - one[1]).slice(0, mostFeatures);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight)) || 1;
  return {
    ids: Int32Array.from(heaviest, ([id]) => id),
    weights: Float32Array.from(heaviest, ([, weight]) => weight / length),
  };
}

/** The subject of a pack, from the vectors of its own sentences; `names` are those of the features. */
export function subjectOf(vectors: readonly Vector[], names: readonly string[]): Subject {
  const direction = directionOf(vectors, (id) => {
    const word = wordOf(names[id] ?? '');
    return word !== null && !isStopWord(word);
  });
  const weights = byFeature(direction, names.length);
  const nearness = vectors.map((vector) => likeness(weights, vector)).sort((one, two) => one - two);
  return { direction, usual: nearness[Math.floor(nearness.length * farthestTenth)] ?? 0 };
}

import type { Vector } from './vectors.ts';

/**
 * How much each feature speaks for each class, the biggest only, one feature after the other. Plain data, so that it can
 * be kept between starts.
 */
export interface PackedWeights {
  readonly classCount: number;
  /** Where the weights of each feature begin; one more than there are features. */
  readonly starts: Int32Array;
  readonly classes: Uint16Array | Uint32Array;
  readonly weights: Float32Array;
  /** What each class starts from. */
  readonly biases: Float32Array;
}

/** Weights this much smaller than the biggest of their class are left out; they add up to less than the score's noise. */
const leastShare = 0.01;
const mostShortClasses = 65_536;

/** The weights of one class that are kept. */
export interface KeptWeights extends Vector {
  readonly bias: number;
}

/** Keeps the biggest of a class's weights, one per feature and the bias as the last. */
export function keepBiggest(weights: Float64Array): KeptWeights {
  const size = weights.length - 1;
  let biggest = 0;
  for (let id = 0; id < size; id += 1) biggest = Math.max(biggest, Math.abs(weights[id] as number));
  const least = biggest * leastShare;
  const ids: number[] = [];
  for (let id = 0; id < size; id += 1) if (Math.abs(weights[id] as number) > least) ids.push(id);
  return {
    ids: Int32Array.from(ids),
    weights: Float32Array.from(ids, (id) => weights[id] as number),
    bias: weights[size] as number,
  };
}

/** Packs the weights of classes, each of which is made when its turn comes. */
export function packWeights(
  { classCount, size }: { readonly classCount: number; readonly size: number },
  weightsOf: (about: number) => KeptWeights,
): PackedWeights {
  const starts = new Int32Array(size + 1);
  const biases = new Float32Array(classCount);
  const kept = Array.from({ length: classCount }, (_, about) => {
    const own = weightsOf(about);
    biases[about] = own.bias;
    return own;
  });
  for (const { ids } of kept) for (const id of ids) starts[id + 1] = (starts[id + 1] as number) + 1;
  for (let id = 0; id < size; id += 1) starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  const total = starts[size] as number;
  const classes = classCount <= mostShortClasses ? new Uint16Array(total) : new Uint32Array(total);
  const weights = new Float32Array(total);
  const next = starts.slice(0, size);
  for (const [about, own] of kept.entries()) {
    for (let at = 0; at < own.ids.length; at += 1) {
      const id = own.ids[at] as number;
      const place = next[id] as number;
      next[id] = place + 1;
      classes[place] = about;
      weights[place] = own.weights[at] as number;
    }
  }
  return { classCount, starts, classes, weights, biases };
}

/** How far on the right side of each class a text lies; written into `scores`, with one place for each class. */
export function scoresOf(
  packed: PackedWeights,
  { ids, weights }: Vector,
  scores: Float64Array = new Float64Array(packed.classCount),
): Float64Array {
  scores.set(packed.biases);
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    const value = weights[at] as number;
    const end = packed.starts[id + 1] as number;
    for (let place = packed.starts[id] as number; place < end; place += 1) {
      const about = packed.classes[place] as number;
      scores[about] = (scores[about] as number) + value * (packed.weights[place] as number);
    }
  }
  return scores;
}

/** How much a feature speaks for a class; 0 for one that hardly does. */
export function weightFor({ starts, classes, weights }: PackedWeights, about: number, id: number): number {
  const end = starts[id + 1] ?? 0;
  for (let place = starts[id] ?? 0; place < end; place += 1) {
    if (classes[place] === about) return weights[place] ?? 0;
  }
  return 0;
}

import type { Vector } from './vectors.ts';

/** One sentence to learn from. */
export interface Lesson {
  readonly vector: Vector;
  /** The class it belongs to; −1 for a sentence that belongs to none. */
  readonly about: number;
}

/** Tells classes apart by a weight for each feature. */
export interface LinearClasses {
  /** How far on the right side of each class a text lies; above 0 = inside, −1 and below = far outside. */
  scoresOf(vector: Vector): Float64Array;
  /** How much a feature speaks for a class. */
  weight(about: number, id: number): number;
}

export interface LinearOptions {
  readonly classCount: number;
  /** Number of features. */
  readonly size: number;
}

/** How much a sentence on the wrong side costs. Hardly matters between 0.3 and 3. */
const strictness = 1;
/** A class has few sentences and the rest has many, so each of its own counts for more. */
const ownStrictness = 2;
const rounds = 6;

/** One class while it is being learnt. `sides`, `multipliers` and `diagonals` hold one number for each lesson. */
interface Learner {
  readonly weights: Float64Array;
  /** 1 for the sentences of the class, −1 for all others. */
  readonly sides: Int8Array;
  readonly multipliers: Float64Array;
  readonly diagonals: Float64Array;
}

/** A lesson with the square of its length. */
interface Step {
  readonly vector: Vector;
  readonly square: number;
}

function score(weights: Float64Array | Float32Array, { ids, weights: values }: Vector): number {
  let sum = weights[weights.length - 1] ?? 0;
  for (let at = 0; at < ids.length; at += 1) sum += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function shift(weights: Float64Array, { ids, weights: values }: Vector, by: number): void {
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + by * (values[at] ?? 0);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + by;
}

/** One step of dual coordinate descent for the squared hinge loss (Hsieh et al. 2008, algorithm 1). */
function learn(
  { weights, sides, multipliers, diagonals }: Learner,
  { vector, square }: Step,
  index: number,
): void {
  const side = sides[index] ?? -1;
  const old = multipliers[index] ?? 0;
  const diagonal = diagonals[index] ?? 0;
  const gradient = side * score(weights, vector) - 1 + diagonal * old;
  if (old === 0 && gradient >= 0) return;
  const next = Math.max(old - gradient / (square + diagonal), 0);
  multipliers[index] = next;
  if (next !== old) shift(weights, vector, (next - old) * side);
}

/** A fixed shuffle: the same knowledge gives the same borders. */
function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  let seed = 1;
  for (let last = count - 1; last > 0; last -= 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = seed % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** The border of one class against everything else. */
function trainOne(steps: readonly Step[], sides: Int8Array, size: number): Float64Array {
  const learner = {
    weights: new Float64Array(size + 1),
    sides,
    multipliers: new Float64Array(steps.length),
    diagonals: Float64Array.from(sides, (side) => 1 / (2 * (side === 1 ? ownStrictness : strictness))),
  };
  const order = shuffled(steps.length);
  for (let round = 0; round < rounds; round += 1) {
    for (const index of order) {
      const step = steps[index];
      if (step !== undefined) learn(learner, step, index);
    }
  }
  return learner.weights;
}

/**
 * Learns to tell each class from all others: a linear support vector machine per class, L2-regularised.
 *
 * @returns for each class a weight per feature, and the bias as the last
 */
export function trainBorders(
  lessons: readonly Lesson[],
  { classCount, size }: LinearOptions,
): readonly Float32Array[] {
  const steps = lessons.map(({ vector }): Step => {
    // 1 more, for the bias.
    return { vector, square: vector.weights.reduce((sum, weight) => sum + weight * weight, 1) };
  });
  // Half the precision is plenty once a border is learnt, and half the memory.
  return Array.from({ length: classCount }, (_, about) =>
    Float32Array.from(
      trainOne(
        steps,
        Int8Array.from(lessons, (lesson) => (lesson.about === about ? 1 : -1)),
        size,
      ),
    ),
  );
}

/** Borders as something to ask. */
export function linearClasses(borders: readonly Float32Array[]): LinearClasses {
  return {
    scoresOf: (vector) => Float64Array.from(borders, (weights) => score(weights, vector)),
    weight: (about, id) => borders[about]?.[id] ?? 0,
  };
}

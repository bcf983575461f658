import type { Vector } from './vectors.ts';

/** One sentence to learn from. */
export interface Lesson {
  readonly vector: Vector;
  /** The class it belongs to; −1 for a sentence that belongs to none. */
  readonly about: number;
}

/** Lessons one after the other in long arrays, because learning walks over them hundreds of times. */
export interface LessonTable {
  readonly count: number;
  /** Where each lesson begins in `ids` and `weights`; one more than there are lessons. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  /** The square of the length of each, with 1 for the bias. */
  readonly squares: Float64Array;
  readonly abouts: Int32Array;
}

/** Lays lessons out for learning. */
export function lessonTable(lessons: readonly Lesson[]): LessonTable {
  const starts = new Int32Array(lessons.length + 1);
  for (const [at, { vector }] of lessons.entries()) starts[at + 1] = (starts[at] ?? 0) + vector.ids.length;
  const ids = new Int32Array(starts[lessons.length] ?? 0);
  const weights = new Float64Array(ids.length);
  for (const [at, { vector }] of lessons.entries()) {
    ids.set(vector.ids, starts[at]);
    weights.set(vector.weights, starts[at]);
  }
  return {
    count: lessons.length,
    starts,
    ids,
    weights,
    squares: Float64Array.from(lessons, ({ vector }) =>
      vector.weights.reduce((sum, weight) => sum + weight * weight, 1),
    ),
    abouts: Int32Array.from(lessons, ({ about }) => about),
  };
}

import { learnBorders } from './borders.ts';
import { centroidBorders } from './centroids.ts';
import type { Evidence } from './certainty.ts';
import { laidOut, mostAlike } from './likeness.ts';
import { type PackedWeights, scoresOf } from './packed-weights.ts';
import {
  openSpace,
  type SpaceData,
  type TextVector,
  type Vector,
  type VectorSpace,
  vectorSpace,
} from './vectors.ts';

/** A sentence to learn from. */
export interface Example {
  readonly text: string;
  /** Index of the class it belongs to; −1 for a sentence that belongs to none. */
  readonly about: number;
  /** A title: what somebody would hardly say word for word, so nothing is tried on it. */
  readonly isTitle?: boolean;
}

export interface LearnOptions {
  readonly classCount: number;
  /** Without learning: worse, and there at once. */
  readonly isQuick?: boolean;
  readonly seed?: number;
}

/** What was learnt, as plain data that can be kept between starts. */
export interface LearntText {
  readonly space: SpaceData;
  readonly borders: PackedWeights;
  /** Of the examples, in their order. */
  readonly vectors: readonly Vector[];
  /** Class of each example. */
  readonly abouts: Int32Array;
}

/** What was learnt, as something to ask. */
export interface TextClasses {
  readonly space: VectorSpace;
  readonly borders: PackedWeights;
  /** The sentences of each class. */
  readonly own: readonly (readonly Vector[])[];
  /** For `laidOut`. */
  readonly sheet: Float32Array;
}

/** What the words of a text say about each class. */
export interface Reading {
  /** Above 0 = inside the class, −1 and below = far outside. */
  readonly scores: Float64Array;
  /** The best class; −1 when there is none. */
  readonly best: number;
  readonly evidence: Evidence;
}

/** A sentence of these few best classes may be the nearest one. */
const examinedClasses = 3;

/** Learns to tell classes of sentences apart, in English and Chinese. */
export function learnText(examples: readonly Example[], options: LearnOptions): LearntText {
  const { data, vectors } = vectorSpace(examples.map(({ text }) => text));
  const lessons = examples.map(({ about }, at) => ({ vector: vectors[at] as Vector, about }));
  const learn = options.isQuick ? centroidBorders : learnBorders;
  const borders = learn(lessons, { ...options, size: data.names.length });
  return { space: data, borders, vectors, abouts: Int32Array.from(examples, ({ about }) => about) };
}

/** Makes what was learnt ready to be asked. */
export function openText({ space, borders, vectors, abouts }: LearntText): TextClasses {
  const own: Vector[][] = Array.from({ length: borders.classCount }, () => []);
  for (const [at, vector] of vectors.entries()) own[abouts[at] as number]?.push(vector);
  return { space: openSpace(space), borders, own, sheet: new Float32Array(space.names.length) };
}

/** The best classes, best first; at most `most`. */
export function bestOf(scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let about = 0; about < scores.length; about += 1) {
    const score = scores[about] as number;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] as number] as number) < score) place -= 1;
    if (place >= most) continue;
    best.splice(place, 0, about);
    if (best.length > most) best.pop();
  }
  return best;
}

/** Reads a vector of the classes' space. */
export function readVector({ borders, own, sheet }: TextClasses, vector: TextVector): Reading {
  const scores = scoresOf(borders, vector);
  const order = bestOf(scores, examinedClasses);
  const [best = -1] = order;
  const nearest = laidOut(sheet, vector, (weights) =>
    order.reduce((most, about) => Math.max(most, mostAlike(weights, own[about])), 0),
  );
  const border = scores[best] ?? -1;
  return { scores, best, evidence: { border, nearest, known: vector.known, words: vector.words } };
}

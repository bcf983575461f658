import { partsOf } from './parts.ts';
import type { ProblemClass, ProblemClasses } from './problem-classes.ts';
import type { Vector } from './vectors.ts';

/** How well a text fits one class. */
export interface Fit {
  /** Index of the class. */
  readonly about: number;
  /** Above 0: inside. Roughly −1 … 2; `match-problems.ts` turns it into a score. */
  readonly fit: number;
}

/**
 * How much it counts that a text speaks of what the pack speaks of. Without it one word ("table", "alarm") carries a
 * message into a problem; with it, 90 % instead of 70 % of unseen complaints stand above every off-topic sentence.
 */
const subjectShare = 4;
/** A part of a message says less than the message, and must fit better. */
const partPenalty = 0.15;
/** A near miss must really be near: below this cosine it shares little more than "QQ" and "file" with the text. */
const leastNearMiss = 0.6;
const leastForeignMiss = 0.8;
/** Near misses are looked at for so many of the best classes. */
const mostExamined = 6;

function nearness(dense: Float64Array | Float32Array, { ids, weights }: Vector): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) sum += (dense[ids[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  return sum;
}

function densely({ ids, weights }: Vector, size: number): Float64Array {
  const dense = new Float64Array(size);
  for (const [at, id] of ids.entries()) dense[id] = weights[at] ?? 0;
  return dense;
}

/** The nearest of some sentences, as a cosine; 0 for none. */
function nearest(dense: Float64Array, sentences: readonly Vector[] = []): number {
  let best = 0;
  for (const sentence of sentences) best = Math.max(best, nearness(dense, sentence));
  return best;
}

/**
 * Leaves out the classes for which a near miss is nearer than anything they are: a near miss of their own, or one of
 * another class that is nearly the very text.
 */
function withoutNearMisses(problems: ProblemClasses, dense: Float64Array, ranked: readonly Fit[]): Fit[] {
  const misses = problems.rivals.map((rivals) => nearest(dense, rivals));
  const foreign = Math.max(0, ...misses);
  return ranked.filter(({ about }, rank) => {
    if (rank >= mostExamined) return foreign < leastForeignMiss;
    const own = nearest(dense, problems.own[about]);
    const rival = misses[about] ?? 0;
    const isOwnMiss = rival >= leastNearMiss && rival >= own;
    return !isOwnMiss && !(foreign >= leastForeignMiss && foreign >= own);
  });
}

function fitsOfPart(problems: ProblemClasses, part: string): Fit[] {
  const vector = problems.space.vectorOf(part);
  if (vector.ids.length === 0) return [];
  const dense = densely(vector, problems.space.size);
  const fits = Array.from(problems.linear.scoresOf(vector), (border, about): Fit => {
    const subject = problems.subjects[about];
    return { about, fit: border + (subject === undefined ? 0 : subjectShare * nearness(subject, vector)) };
  });
  return withoutNearMisses(
    problems,
    dense,
    fits.sort((left, right) => right.fit - left.fit),
  );
}

/**
 * How well a text fits each class, best first: the whole text, or the part of it that fits best. `support` is what else
 * speaks for a class, added to its fit.
 */
export function rankProblems(
  problems: ProblemClasses,
  text: string,
  support: (entry: ProblemClass) => number = () => 0,
): readonly Fit[] {
  const best = new Map<number, number>();
  for (const [at, part] of partsOf(text).entries()) {
    for (const { about, fit } of fitsOfPart(problems, part)) {
      const own = at === 0 ? fit : fit - partPenalty;
      best.set(about, Math.max(best.get(about) ?? Number.NEGATIVE_INFINITY, own));
    }
  }
  const supported = Array.from(best, ([about, fit]): Fit => {
    const entry = problems.classes[about];
    return { about, fit: fit + (entry === undefined ? 0 : support(entry)) };
  });
  return supported.sort((left, right) => right.fit - left.fit);
}

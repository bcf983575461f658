import { chanceInside, sharesOf } from './certainty.ts';
import { byFeature, likeness, mostAlike } from './likeness.ts';
import { mostAlikeOfAny } from './near-misses.ts';
import { scoresOf } from './packed-weights.ts';
import { partsOf } from './parts.ts';
import type { PackSubject, ProblemClasses } from './problem-classes.ts';
import type { ProblemClass } from './problem-sentences.ts';
import { bestOf } from './text-classes.ts';
import type { Vector } from './vectors.ts';

/** How well a text fits one class. */
export interface Fit {
  /** Index of the class. */
  readonly about: number;
  /** The chance that the text is about it, 0–1; what is missing to 1 over all classes is the chance of none. */
  readonly chance: number;
}

/** A message, or a part of it. */
interface Part {
  readonly vector: Vector;
  readonly weights: Float32Array;
  /** By class. */
  readonly scores: Float64Array;
}

/** A text that speaks of nothing that the pack speaks of loses so much of its score: one word must not open a problem. */
const foreignPenalty = 1;
/** A part of a message says less than the message, and must fit better. */
const partPenalty = 0.15;
/** A near miss must really be near: below this likeness it shares little more than "QQ" and "file" with the text. */
const leastNearMiss = 0.6;
const leastForeignMiss = 0.8;
/** What is less like every sentence of the best classes than this can be asked about, never answered at once. */
const leastLikeness = 0.32;
const mostUnlike = 0.45;
/** So many of the best classes are looked at closely. */
const mostExamined = 8;
const mostCompared = 3;

/** What a text loses in a pack by speaking of other things. */
function penaltyIn({ weights, usual }: PackSubject, vector: Vector): number {
  const near = usual > 0 ? likeness(weights, vector) / usual : 1;
  return foreignPenalty * Math.max(0, 1 - near);
}

function readPart(problems: ProblemClasses, text: string, penalty: number): Part | null {
  const vector = problems.text.space.vectorOf(text, true);
  if (vector.ids.length === 0) return null;
  const scores = scoresOf(problems.text.borders, vector);
  for (const pack of problems.packs) {
    const loss = penaltyIn(pack, vector) + penalty;
    for (const about of pack.abouts) scores[about] = (scores[about] as number) - loss;
  }
  return { vector, weights: byFeature(vector, problems.text.space.size), scores };
}

/** The best that any part says about each class. */
function merged([first, ...others]: readonly [Part, ...Part[]]): Float64Array {
  const best = first.scores;
  for (const { scores } of others)
    for (let about = 0; about < best.length; about += 1)
      if ((scores[about] as number) > (best[about] as number)) best[about] = scores[about] as number;
  return best;
}

/**
 * Whether a near miss is nearer than anything the class is: one of its own, or one of another class that is nearly the
 * very text.
 */
function isNearMiss(problems: ProblemClasses, part: Part, about: number, foreign: number): boolean {
  const rival = mostAlike(part.weights, problems.nearMisses.byClass.get(about));
  if (rival < leastNearMiss && foreign < leastForeignMiss) return false;
  const own = mostAlike(part.weights, problems.text.own[about]);
  return (rival >= leastNearMiss && rival >= own) || (foreign >= leastForeignMiss && foreign >= own);
}

function withoutNearMisses(problems: ProblemClasses, part: Part): Part {
  const foreign = mostAlikeOfAny(problems.nearMisses, part.vector, part.weights);
  const scores = part.scores;
  for (const about of bestOf(scores, mostExamined))
    if (isNearMiss(problems, part, about, foreign)) scores[about] = Number.NEGATIVE_INFINITY;
  return part;
}

/**
 * The chance of each class, best first: by the whole text, or the part of it that fits best; at most eight. `support` is
 * what else speaks for a class, added to its score.
 */
export function rankProblems(
  problems: ProblemClasses,
  text: string,
  support: (entry: ProblemClass) => number = () => 0,
): readonly Fit[] {
  const parts = partsOf(text).flatMap((part, at) => {
    const read = readPart(problems, part, at === 0 ? 0 : partPenalty);
    return read ? [withoutNearMisses(problems, read)] : [];
  });
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const scores = merged([first, ...others]);
  const near = bestOf(scores, mostExamined).filter(
    (about) => (scores[about] ?? 0) > Number.NEGATIVE_INFINITY,
  );
  for (const about of near)
    scores[about] = (scores[about] ?? 0) + support(problems.classes[about] as ProblemClass);
  return chancesOf(problems, parts, { scores, near });
}

function chancesOf(
  { text, certainty }: ProblemClasses,
  parts: readonly Part[],
  { scores, near }: { readonly scores: Float64Array; readonly near: readonly number[] },
): Fit[] {
  const ranked = [...near].sort((one, two) => (scores[two] ?? 0) - (scores[one] ?? 0));
  const [best, next] = ranked;
  if (best === undefined) return [];
  const border = scores[best] ?? 0;
  const compared = ranked.slice(0, mostCompared).flatMap((about) => text.own[about] ?? []);
  const nearest = Math.max(...parts.map(({ weights }) => mostAlike(weights, compared)));
  const lead = next === undefined ? 1 : border - (scores[next] ?? 0);
  const most = nearest < leastLikeness ? mostUnlike : 1;
  const inside = Math.min(most, chanceInside(certainty, { border, lead, nearest }));
  const shares = sharesOf(
    certainty,
    Float64Array.from(ranked, (about) => scores[about] ?? 0),
  );
  return ranked.map((about, at) => ({ about, chance: inside * (shares[at] ?? 0) }));
}

import { chanceInside, sharesOf } from './certainty.ts';
import { byFeature, likeness, mostAlike } from './likeness.ts';
import { mostAlikeOfAny } from './near-misses.ts';
import { scoresOf } from './packed-weights.ts';
import { partsOf } from './parts.ts';
import type { ProblemClasses } from './problem-classes.ts';
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
  readonly weights: ReadonlyMap<number, number>;
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

/** By pack: what a text loses by speaking of other things. */
function penaltiesOf({ subjects }: ProblemClasses, vector: Vector): Map<string, number> {
  return new Map(
    Array.from(subjects, ([pack, { weights, usual }]) => {
      const near = usual > 0 ? likeness(weights, vector) / usual : 1;
      return [pack, foreignPenalty * Math.max(0, 1 - near)];
    }),
  );
}

function readPart(problems: ProblemClasses, text: string, penalty: number): Part | null {
  const vector = problems.text.space.vectorOf(text, true);
  if (vector.ids.length === 0) return null;
  const weights = byFeature(vector);
  const scores = scoresOf(problems.text.borders, vector);
  const penalties = penaltiesOf(problems, vector);
  for (const [about, { pack }] of problems.classes.entries())
    scores[about] = (scores[about] ?? 0) - (penalties.get(pack) ?? 0) - penalty;
  return { weights, scores };
}

/** The best that any part says about each class. */
function merged(parts: readonly Part[], classCount: number): Float64Array {
  const best = new Float64Array(classCount).fill(Number.NEGATIVE_INFINITY);
  for (const { scores } of parts)
    for (let about = 0; about < classCount; about += 1)
      best[about] = Math.max(best[about] as number, scores[about] as number);
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
  const foreign = mostAlikeOfAny(problems.nearMisses, part.weights);
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
  if (parts.length === 0) return [];
  const scores = merged(parts, problems.classes.length);
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

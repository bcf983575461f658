import { chanceInside, sharesOf } from './certainty.ts';
import { laidOut, mostAlike } from './likeness.ts';
import { mostAlikeOfAny } from './near-misses.ts';
import { scoresOf } from './packed-weights.ts';
import { partsOf } from './parts.ts';
import type { PackSubject, ProblemClasses } from './problem-classes.ts';
import type { ProblemClass } from './problem-sentences.ts';
import { bestOf, type TextClasses } from './text-classes.ts';
import type { TextVector, Vector } from './vectors.ts';

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
  /** Of the vector, by feature. */
  readonly weights: Float32Array;
  /** By class. */
  readonly scores: Float64Array;
}

/** What is written on while a message is read, so that reading takes no memory. */
interface Desk {
  /** What a part says about each class. */
  readonly part: Float64Array;
  /** The best that any part says. */
  readonly best: Float64Array;
  /** How near a part is to what each pack talks about. */
  readonly near: Float64Array;
}

/** What to look at besides the words. */
export interface RankOptions {
  /** What else speaks for a class, added to its score; nothing when absent. */
  readonly support?: (entry: ProblemClass) => number;
  /** How many of the best classes are looked at closely; 8 when absent. */
  readonly examined?: number;
}

/** A text that speaks of nothing that the pack speaks of loses so much of its score: one word must not open a problem. */
const foreignPenalty = 1;
/** A part of a message says less than the message, and must fit better. */
const partPenalty = 0.15;
/** A near miss must really be near: below this likeness it shares little more than "QQ" and "file" with the text. */
const leastNearMiss = 0.6;
const leastForeignMiss = 0.8;
/** What is less like every sentence of the best classes than this can be asked about, never answered at once. */
const leastLikeness = 0.35;
const mostUnlike = 0.45;
/** So many of the best classes are looked at closely, unless more are wanted. */
const usuallyExamined = 8;
const mostCompared = 3;

/** What a text loses in a pack by speaking of other things; `near` is how near it is to what the pack talks about, 0–1. */
function penaltyIn({ usual }: PackSubject, near: number): number {
  return usual > 0 ? foreignPenalty * Math.max(0, 1 - near / usual) : 0;
}

function scorePart(
  { text, packs, subjects }: ProblemClasses,
  vector: Vector,
  { penalty, desk: { part: scores, near } }: { readonly penalty: number; readonly desk: Desk },
): void {
  scoresOf(text.borders, vector, scores);
  scoresOf(subjects, vector, near);
  for (const [at, pack] of packs.entries()) {
    const loss = penaltyIn(pack, near[at] as number) + penalty;
    for (const about of pack.abouts) scores[about] = (scores[about] as number) - loss;
  }
}

/** Keeps the best that any part says about each class. */
function merge(best: Float64Array, scores: Float64Array): void {
  for (let about = 0; about < best.length; about += 1)
    if ((scores[about] as number) > (best[about] as number)) best[about] = scores[about] as number;
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

function takeOutNearMisses(problems: ProblemClasses, part: Part, examined: number): void {
  const foreign = mostAlikeOfAny(problems.nearMisses, part.vector, part.weights);
  for (const about of bestOf(part.scores, examined))
    if (isNearMiss(problems, part, about, foreign)) part.scores[about] = Number.NEGATIVE_INFINITY;
}

const desks = new WeakMap<ProblemClasses, Desk>();

function deskOf(problems: ProblemClasses): Desk {
  const kept = desks.get(problems);
  if (kept) return kept;
  const { classCount } = problems.text.borders;
  const desk = {
    part: new Float64Array(classCount),
    best: new Float64Array(classCount),
    near: new Float64Array(problems.packs.length),
  };
  desks.set(problems, desk);
  return desk;
}

/** Writes what the text says about each class onto `desk.best`. @returns the vectors of its parts */
function readParts(
  problems: ProblemClasses,
  text: string,
  { desk, examined }: { readonly desk: Desk; readonly examined: number },
): TextVector[] {
  const { space, sheet } = problems.text;
  const { part: scores, best } = desk;
  best.fill(Number.NEGATIVE_INFINITY);
  const vectors: TextVector[] = [];
  for (const [at, part] of partsOf(text).entries()) {
    const vector = space.vectorOf(part, true);
    if (vector.ids.length === 0) continue;
    scorePart(problems, vector, { penalty: at === 0 ? 0 : partPenalty, desk });
    laidOut(sheet, vector, (weights) => takeOutNearMisses(problems, { vector, weights, scores }, examined));
    merge(best, scores);
    vectors.push(vector);
  }
  return vectors;
}

/**
 * The chance of each class, best first: by the whole text, or the part of it that fits best; at most as many as are
 * examined.
 */
export function rankProblems(
  problems: ProblemClasses,
  text: string,
  { support = () => 0, examined = usuallyExamined }: RankOptions = {},
): readonly Fit[] {
  const desk = deskOf(problems);
  const parts = readParts(problems, text, { desk, examined });
  if (parts.length === 0) return [];
  const scores = desk.best;
  const near = bestOf(scores, examined).filter((about) => (scores[about] ?? 0) > Number.NEGATIVE_INFINITY);
  for (const about of near)
    scores[about] = (scores[about] ?? 0) + support(problems.classes[about] as ProblemClass);
  return chancesOf(problems, parts, { scores, near });
}

/** How alike the part is that is most like one of these sentences, and how much of that part is known. */
function familiarity(
  { sheet }: TextClasses,
  parts: readonly TextVector[],
  sentences: readonly Vector[],
): { readonly nearest: number; readonly known: number } {
  let [nearest, known] = [0, 0];
  for (const part of parts) {
    const alike = laidOut(sheet, part, (weights) => mostAlike(weights, sentences));
    if (alike > nearest) [nearest, known] = [alike, part.known];
  }
  return { nearest, known };
}

function chancesOf(
  { text, certainty }: ProblemClasses,
  parts: readonly TextVector[],
  { scores, near }: { readonly scores: Float64Array; readonly near: readonly number[] },
): Fit[] {
  const ranked = [...near].sort((one, two) => (scores[two] ?? 0) - (scores[one] ?? 0));
  const [best] = ranked;
  if (best === undefined) return [];
  const border = scores[best] ?? 0;
  const compared = ranked.slice(0, mostCompared).flatMap((about) => text.own[about] ?? []);
  const { nearest, known } = familiarity(text, parts, compared);
  const words = parts.reduce((most, part) => Math.max(most, part.words), 0);
  const most = nearest < leastLikeness ? mostUnlike : 1;
  const inside = Math.min(most, chanceInside(certainty, { border, nearest, known, words }));
  const shares = sharesOf(
    certainty,
    Float64Array.from(ranked, (about) => scores[about] ?? 0),
  );
  return ranked.map((about, at) => ({ about, chance: inside * (shares[at] ?? 0) }));
}

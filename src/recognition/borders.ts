import { concernedLessons } from './concerned-lessons.ts';
import { type Lesson, type LessonTable, lessonTable } from './lessons.ts';
import { keepBiggest, type PackedWeights, packWeights } from './packed-weights.ts';
import { type Random, seededRandom, shuffle } from './seeded-shuffle.ts';

export interface BorderOptions {
  readonly classCount: number;
  /** Number of features. */
  readonly size: number;
  /** The same knowledge and seed give the same borders. */
  readonly seed?: number;
}

/** How much a sentence on the wrong side costs. */
const strictness = 1;
/** A class has few sentences and the rest has many, so each of its own counts for more. */
const ownStrictness = 8;
/** How often the lessons are gone through at most; those that are settled are left out of most rounds. */
const mostRounds = 16;
/**
 * With more pairs of a class and a lesson than this, as a thousand problems have, each class looks only at the lessons
 * that concern it, on average so often, in as many rounds as it takes.
 */
const manyPairs = 3_000_000;
const mostVisits = 4;
/** A sentence this far beyond what is asked of it is left out until the others are settled. */
const beyond = 0.1;
/** Learning ends when no sentence asks for a bigger change. */
const settled = 0.1;

/** One class while it is being learnt; a number for each lesson, and the bias as the last weight. */
interface Learner {
  readonly weights: Float64Array;
  readonly multipliers: Float64Array;
  /** Lessons that still matter come first. */
  readonly order: Int32Array;
  active: number;
}

function score({ starts, ids, weights: values }: LessonTable, at: number, weights: Float64Array): number {
  let sum = weights[weights.length - 1] as number;
  const end = starts[at + 1] as number;
  for (let place = starts[at] as number; place < end; place += 1)
    sum += (weights[ids[place] as number] as number) * (values[place] as number);
  return sum;
}

function shift(table: LessonTable, at: number, { weights, by }: { weights: Float64Array; by: number }): void {
  const { starts, ids, weights: values } = table;
  const end = starts[at + 1] as number;
  for (let place = starts[at] as number; place < end; place += 1) {
    const id = ids[place] as number;
    weights[id] = (weights[id] as number) + by * (values[place] as number);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + by;
}

function setAside(learner: Learner, place: number): void {
  learner.active -= 1;
  const { order, active } = learner;
  const at = order[place] as number;
  order[place] = order[active] as number;
  order[active] = at;
}

/**
 * Goes once through the lessons that still matter: dual coordinate descent for the squared hinge loss with shrinking
 * (Hsieh et al. 2008, algorithms 1 and 3).
 *
 * @returns the biggest change that a lesson asked for
 */
function goThrough(table: LessonTable, learner: Learner, about: number): number {
  const { weights, multipliers, order } = learner;
  let biggest = 0;
  for (let place = 0; place < learner.active; place += 1) {
    const at = order[place] as number;
    const side = table.abouts[at] === about ? 1 : -1;
    const diagonal = 1 / (2 * (side === 1 ? ownStrictness : strictness));
    const old = multipliers[at] as number;
    const gradient = side * score(table, at, weights) - 1 + diagonal * old;
    if (old === 0 && gradient >= 0) {
      if (gradient > beyond) {
        setAside(learner, place);
        place -= 1;
      }
      continue;
    }
    biggest = Math.max(biggest, Math.abs(gradient));
    const next = Math.max(old - gradient / ((table.squares[at] as number) + diagonal), 0);
    multipliers[at] = next;
    if (next !== old) shift(table, at, { weights, by: (next - old) * side });
  }
  return biggest;
}

/** What is written on for one class after the other: anew for each would cost more than the learning. */
interface Sheets {
  readonly weights: Float64Array;
  readonly multipliers: Float64Array;
}

interface Task {
  readonly sheets: Sheets;
  readonly random: Random;
  readonly concerned: Int32Array;
  /** Whether there are many classes and lessons. */
  readonly isMany: boolean;
}

/** The border of one class against everything that concerns it, written on the sheets. */
function learnOne(
  table: LessonTable,
  about: number,
  { sheets, random, concerned, isMany }: Task,
): Float64Array {
  sheets.weights.fill(0);
  sheets.multipliers.fill(0);
  const learner: Learner = { ...sheets, order: concerned, active: concerned.length };
  for (let [round, visits] = [0, 0]; isMany ? visits < mostVisits * concerned.length : round < mostRounds; ) {
    round += 1;
    visits += learner.active;
    shuffle(learner.order, learner.active, random);
    if (goThrough(table, learner, about) >= settled) continue;
    if (learner.active === concerned.length) break;
    // What was set aside early may matter again, now that the border lies where it does.
    learner.active = concerned.length;
  }
  return learner.weights;
}

/**
 * Learns to tell each class from all others: a linear support vector machine per class, L2-regularised. A score above 0
 * lies inside a class, −1 and below far outside.
 */
export function learnBorders(lessons: readonly Lesson[], options: BorderOptions): PackedWeights {
  const table = lessonTable(lessons);
  const random = seededRandom(options.seed ?? 1);
  const isMany = options.classCount * table.count > manyPairs;
  const concernedBy = isMany
    ? concernedLessons(table, options.size)
    : () => Int32Array.from({ length: table.count }, (_, at) => at);
  const sheets = {
    weights: new Float64Array(options.size + 1),
    multipliers: new Float64Array(table.count),
  };
  return packWeights(options, (about) =>
    keepBiggest(learnOne(table, about, { sheets, random, concerned: concernedBy(about), isMany })),
  );
}

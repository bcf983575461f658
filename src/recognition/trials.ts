import type { Trial } from './certainty.ts';
import { seededRandom } from './seeded-shuffle.ts';
import { type Example, type LearnOptions, learnText, openText, readVector } from './text-classes.ts';

/** How many folds are tried is a matter of time, since each takes nearly as long as learning everything. */
const folds = 4;
const foldsByPairs = [
  { most: 50_000, tried: 4 },
  { most: 500_000, tried: 2 },
];
/** Trials of a fold; more make the fit no better. */
const mostTrials = 1000;

/** One fold: some classes left out as a whole, which makes their sentences strangers, and some sentences of the others. */
export interface Fold {
  /** The classes that are left out. */
  readonly absent: ReadonlySet<number>;
  readonly kept: readonly Example[];
  readonly strangers: readonly Example[];
  readonly held: readonly Example[];
}

function foldOf(examples: readonly Example[], classFolds: Int32Array, fold: number): Fold {
  const kept: Example[] = [];
  const strangers: Example[] = [];
  const held: Example[] = [];
  for (const [at, example] of examples.entries()) {
    if (example.about >= 0 && classFolds[example.about] === fold) strangers.push(example);
    else if (example.about >= 0 && !example.isTitle && at % folds === fold) held.push(example);
    else kept.push(example);
  }
  return {
    absent: new Set(strangers.map(({ about }) => about)),
    kept,
    strangers: some(
      strangers.filter(({ isTitle }) => !isTitle),
      mostTrials,
    ),
    held: some(held, mostTrials),
  };
}

function some<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(most, items.length) },
    (_, at) => items[Math.floor(at * step)] as Item,
  );
}

function tryFold({ absent, kept, strangers, held }: Fold, options: LearnOptions): Trial[] {
  const classes = openText(learnText(kept, options));
  const trialOf = (text: string, about: number): Trial => {
    const { scores, best, evidence } = readVector(classes, classes.space.vectorOf(text));
    // A class that was left out has no border, and must not share.
    for (const left of absent) scores[left] = Number.NEGATIVE_INFINITY;
    return { scores, best, evidence, about };
  };
  return [
    ...strangers.map(({ text }) => trialOf(text, -1)),
    ...held.map(({ text, about }) => trialOf(text, about)),
  ];
}

/** What is left out of learning, and how often, to try what can be learnt from examples. */
export function foldsOf(examples: readonly Example[], options: LearnOptions): readonly Fold[] {
  const random = seededRandom((options.seed ?? 1) + 7);
  const classFolds = Int32Array.from({ length: options.classCount }, () => Math.floor(random() * folds));
  const pairs = options.classCount * examples.length;
  const tried = foldsByPairs.find(({ most }) => pairs <= most)?.tried ?? 1;
  return Array.from({ length: tried }, (_, fold) => foldOf(examples, classFolds, fold));
}

/**
 * Tries what can be learnt from examples on some of them: sentences that were left out, and sentences of classes that
 * were left out whole and so belong to none. No out-of-scope example is needed.
 */
export function trialsOf(examples: readonly Example[], options: LearnOptions): readonly Trial[] {
  return foldsOf(examples, options).flatMap((fold) => tryFold(fold, options));
}

import { learnBorders } from './borders.ts';
import { type Certainty, chanceInside, sharesOf } from './certainty.ts';
import { type EncoderTrial, fitEncoderOdds } from './encoder-odds.ts';
import {
  encoderScores,
  examined,
  type LearntEncoder,
  oddsByWords,
  sharesByBoth,
  vectorOf,
} from './encoder-opinion.ts';
import type { PackedWeights } from './packed-weights.ts';
import { exampleOf } from './problem-classes.ts';
import type { Material } from './problem-sentences.ts';
import type { Fit } from './rank-problems.ts';
import {
  bestOf,
  type Example,
  type LearnOptions,
  learnText,
  openText,
  readVector,
  type TextClasses,
} from './text-classes.ts';
import { type Fold, foldsOf } from './trials.ts';

/** What an encoder made of sentences, by their text; of those that it cannot read there is none. */
export type Encodings = ReadonlyMap<string, Float32Array>;

interface Lessons {
  readonly examples: readonly Example[];
  readonly encodings: Encodings;
}

/** What the words of a text say, as `rankProblems` says it. */
export function fitsByWords(classes: TextClasses, certainty: Certainty, text: string): readonly Fit[] {
  const { scores, evidence } = readVector(classes, classes.space.vectorOf(text));
  return fitsOf(certainty, scores, chanceInside(certainty, evidence));
}

function fitsOf(certainty: Certainty, scores: Float64Array, inside: number): readonly Fit[] {
  const near = bestOf(scores, examined).filter((about) => (scores[about] ?? 0) > Number.NEGATIVE_INFINITY);
  const shares = sharesOf(
    certainty,
    Float64Array.from(near, (about) => scores[about] ?? 0),
  );
  return near.map((about, at) => ({ about, chance: inside * (shares[at] ?? 0) }));
}

function bordersOf({ examples, encodings }: Lessons, { classCount, seed }: LearnOptions): PackedWeights {
  const lessons = examples.flatMap(({ text, about }) => {
    const encoded = encodings.get(text);
    return encoded ? [{ vector: vectorOf(encoded), about }] : [];
  });
  const size = lessons[0]?.vector.ids.length ?? 0;
  return learnBorders(lessons, { classCount, size, ...(seed === undefined ? {} : { seed }) });
}

/** How both see the sentences that a fold leaves out; those whose class words and encoder together miss say nothing. */
function tryFold(
  { kept, strangers, held, absent }: Fold,
  encodings: Encodings,
  { certainty, ...options }: LearnOptions & { readonly certainty: Certainty },
): EncoderTrial[] {
  const classes = openText(learnText(kept, options));
  const borders = bordersOf({ examples: kept, encodings }, options);
  const trialOf = (text: string, about: number): EncoderTrial[] => {
    const encoded = encodings.get(text);
    const { scores, evidence } = readVector(classes, classes.space.vectorOf(text));
    for (const left of absent) scores[left] = Number.NEGATIVE_INFINITY;
    const fits = fitsOf(certainty, scores, chanceInside(certainty, evidence));
    const byEncoder = encoded ? encoderScores({ borders }, encoded) : scores;
    const [best] = encoded ? sharesByBoth(fits, byEncoder, certainty.steepness) : [];
    if (!best || (about >= 0 && best.about !== about)) return [];
    return [{ byWords: oddsByWords(fits), byEncoder: byEncoder[best.about] ?? 0, isInside: about >= 0 }];
  };
  return [
    ...strangers.flatMap(({ text }) => trialOf(text, -1)),
    ...held.flatMap(({ text, about }) => trialOf(text, about)),
  ];
}

/**
 * Learns to tell classes apart by what an encoder makes of their sentences, and how much to believe that beside what
 * words say, of which `certainty` was learnt.
 */
export function learnEncoder(
  { examples, encodings }: Lessons,
  options: LearnOptions & { readonly certainty: Certainty; readonly name: string },
): LearntEncoder {
  const trials = foldsOf(examples, options).flatMap((fold) => tryFold(fold, encodings, options));
  return {
    name: options.name,
    borders: bordersOf({ examples, encodings }, options),
    odds: fitEncoderOdds(trials),
    steepness: options.certainty.steepness,
  };
}

/** `learnEncoder` from the sentences of a knowledge. */
export function learnFromMaterial(
  { classes, sentences }: Material,
  encodings: Encodings,
  options: { readonly certainty: Certainty; readonly name: string },
): LearntEncoder {
  const examples = sentences.map(exampleOf);
  return learnEncoder({ examples, encodings }, { ...options, classCount: classes.length });
}

import { chanceByBoth, type EncoderOdds } from './encoder-odds.ts';
import { type PackedWeights, scoresOf } from './packed-weights.ts';
import type { Fit } from './rank-problems.ts';
import type { Vector } from './vectors.ts';

/** What was learnt about classes from what an encoder makes of their sentences; plain data that can be kept between starts. */
export interface LearntEncoder {
  /** Of the encoder. */
  readonly name: string;
  /** Over the encoder's numbers. */
  readonly borders: PackedWeights;
  readonly odds: EncoderOdds;
  /** How sharply scores decide between the classes; the certainty's own. */
  readonly steepness: number;
}

/** How much the encoder's borders count beside those of words; chosen on the `dev` of three sets (`docs/decisions/021`). */
const share = 0.8;
/** So many of the classes that words find best are looked at: an encoder may see more in the tenth than they do. */
export const examined = 32;
/** Words and encoder as a mean, so that it is on the scale of either. */
const both = 1 + share;
const leastOdds = 1e-6;

/** What an encoder made of a text, as a vector to learn from. */
export function vectorOf(encoded: Float32Array): Vector {
  return { ids: Int32Array.from(encoded, (_, id) => id), weights: encoded };
}

/** What the encoder's numbers of a text say about each class. */
export function encoderScores(
  { borders }: Pick<LearntEncoder, 'borders'>,
  encoded: Float32Array,
): Float64Array {
  return scoresOf(borders, vectorOf(encoded));
}

/** The log odds that a text belongs to any class, as far as its words tell. */
export function oddsByWords(fits: readonly Fit[]): number {
  const inside = fits.reduce((sum, { chance }) => sum + chance, 0);
  return Math.log((inside + leastOdds) / (1 - Math.min(1, inside) + leastOdds));
}

/** How the classes that words find share a text, best first, once the encoder was heard; sums to 1. */
export function sharesByBoth(fits: readonly Fit[], scores: Float64Array, steepness: number): readonly Fit[] {
  const weighed = fits.map(({ about, chance }) => ({
    about,
    chance: (chance * Math.exp(steepness * share * (scores[about] ?? 0))) ** (1 / both),
  }));
  const sum = weighed.reduce((total, { chance }) => total + chance, 0);
  return weighed
    .map(({ about, chance }) => ({ about, chance: sum > 0 ? chance / sum : 0 }))
    .sort((one, two) => two.chance - one.chance);
}

/**
 * The chances of the classes that words find, best first, with what the encoder makes of the same text: the chance of
 * any class by both opinions, shared out by both.
 *
 * @param fits by words alone; @param scores by class, from `encoderScores`
 */
export function fitsByBoth(
  { odds, steepness }: LearntEncoder,
  fits: readonly Fit[],
  scores: Float64Array,
): readonly Fit[] {
  const shares = sharesByBoth(fits, scores, steepness);
  const [best] = shares;
  if (best === undefined) return [];
  const byEncoder = scores[best.about] ?? 0;
  const inside = chanceByBoth(odds, { byWords: oddsByWords(fits), byEncoder });
  return shares.map(({ about, chance }) => ({ about, chance: inside * chance }));
}

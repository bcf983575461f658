import { solve } from './solve.ts';

/** What tells whether a text belongs to any class at all. */
export interface Evidence {
  /** The score of the best class. */
  readonly border: number;
  /** Likeness to the most alike sentence of the best classes, 0–1. */
  readonly nearest: number;
  /** How much of the text is known at all, 0–1. */
  readonly known: number;
  /** How many words the text has: the longer it is, the less of it any class can know. */
  readonly words: number;
}

/** Turns evidence and scores into probabilities. */
export interface Certainty {
  /** Log odds of belonging to a class: a constant, and what each unit of border, familiarity and words adds. */
  readonly odds: readonly [constant: number, border: number, familiar: number, words: number];
  /** How sharply scores decide between the classes. */
  readonly steepness: number;
}

/** A text whose class is known, or known to be none, and which was not learnt from. */
export interface Trial {
  readonly evidence: Evidence;
  readonly scores: Float64Array;
  /** −1 = none. */
  readonly about: number;
  readonly best: number;
}

/** What holds on average over the sets and packs it was measured on; the start, and the pull, of every fit. */
export const usualCertainty: Certainty = { odds: [-1.6, 4.1, 3, 0.06], steepness: 7 };

/** As many trials as this say as much as `usualCertainty` does. */
const usualWorth = 20;
/** How hard it is pulled; so much per trial that it is worth. */
const pullOfOne = 0.1;
const steps = 40;
const longestStep = 0.5;
const steepnesses = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 15];

/** More words than this tell nothing more. */
const mostWords = 12;

/** What is known counts for so much of what is alike: together they tell how familiar a text is. */
const knownWorth = 0.5;

function inputsOf({ border, nearest, known, words }: Evidence): readonly [number, number, number, number] {
  return [1, border, nearest + knownWorth * known, Math.min(words, mostWords)];
}

/** The chance that a text belongs to one of the classes, 0–1. */
export function chanceInside({ odds }: Certainty, evidence: Evidence): number {
  const inputs = inputsOf(evidence);
  const sum = odds.reduce((total, weight, at) => total + weight * (inputs[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** How the classes share a text that belongs to one of them; sums to 1. */
export function sharesOf({ steepness }: Certainty, scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(steepness * (score - highest)));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

type Odds = Certainty['odds'];

/** One step of Newton's method towards the odds under which the trials are most likely. */
function improved(
  odds: Odds,
  trials: readonly { evidence: Evidence; isInside: boolean; worth: number }[],
): Odds {
  const pull = usualWorth * pullOfOne;
  const rows = odds.map((weight, at) => {
    const row = [0, 0, 0, 0, -pull * (weight - (usualCertainty.odds[at] ?? 0))];
    row[at] = pull;
    return row;
  });
  for (const { evidence, isInside, worth } of trials) {
    const inputs = inputsOf(evidence);
    const chance = chanceInside({ odds, steepness: 1 }, evidence);
    const curve = Math.max(1e-6, chance * (1 - chance)) * worth;
    for (const [at, row] of rows.entries()) {
      const input = inputs[at] ?? 0;
      for (const [other, value] of inputs.entries()) row[other] = (row[other] ?? 0) + curve * input * value;
      row[4] = (row[4] ?? 0) + worth * ((isInside ? 1 : 0) - chance) * input;
    }
  }
  const change = solve(rows);
  // A step that is too long overshoots where chances are near 0 or 1, and never comes back.
  const shorten = Math.min(1, longestStep / Math.max(...change.map(Math.abs)));
  return odds.map((weight, at) => weight + shorten * (change[at] ?? 0)) as unknown as Odds;
}

/**
 * Logistic regression, pulled towards what is usual. Texts of no class weigh as much together as those of a class do.
 * Those that belong to a class but were taken for another say nothing about either.
 */
function fitOdds(trials: readonly Trial[]): Odds {
  const counting = trials.filter(({ about, best }) => about < 0 || about === best);
  const inside = counting.filter(({ about }) => about >= 0).length;
  const outside = counting.length - inside;
  if (inside === 0 || outside === 0) return usualCertainty.odds;
  const weighed = counting.map(({ evidence, about }) => {
    const isInside = about >= 0;
    return { evidence, isInside, worth: counting.length / (2 * (isInside ? inside : outside)) };
  });
  let odds = usualCertainty.odds;
  for (let step = 0; step < steps; step += 1) odds = improved(odds, weighed);
  return odds;
}

/** The steepness under which the right classes of the trials get the highest chances. */
function fitSteepness(trials: readonly Trial[]): number {
  const known = trials.filter(({ about }) => about >= 0);
  const lossOf = (steepness: number): number => {
    const certainty = { odds: usualCertainty.odds, steepness };
    const pull = usualWorth * pullOfOne * Math.log(steepness / usualCertainty.steepness) ** 2;
    return known.reduce(
      (loss, { scores, about }) => loss - Math.log(Math.max(1e-9, sharesOf(certainty, scores)[about] ?? 0)),
      pull,
    );
  };
  const losses = steepnesses.map((steepness) => ({ steepness, loss: lossOf(steepness) }));
  return losses.reduce((best, one) => (one.loss < best.loss ? one : best)).steepness;
}

/** Fits probabilities to texts that were not learnt from; with few of them, close to what is usual. */
export function fitCertainty(trials: readonly Trial[]): Certainty {
  return { odds: fitOdds(trials), steepness: fitSteepness(trials) };
}

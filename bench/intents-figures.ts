import type { Guess } from './intents-contender.ts';
import type { Labelled } from './intents-set.ts';

export interface Tried {
  readonly label: string;
  readonly guess: Guess;
}

/** Share of right labels, 0–1. */
export function accuracy(tried: readonly Tried[]): number {
  return tried.filter(({ label, guess }) => guess.label === label).length / tried.length;
}

/** The mean of every label's F1, 0–1. */
export function macroF1(tried: readonly Tried[]): number {
  const labels = [...new Set(tried.map(({ label }) => label))];
  const scores = labels.map((label) => {
    const right = tried.filter((one) => one.label === label && one.guess.label === label).length;
    const said = tried.filter((one) => one.guess.label === label).length;
    const meant = tried.filter((one) => one.label === label).length;
    return (2 * right) / (said + meant);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The chance that a sentence of the set is surer than a stranger, 0–1; ties count half. */
export function auroc(known: readonly Guess[], strangers: readonly Guess[]): number {
  const all = [
    ...known.map(({ confidence }) => ({ confidence, isKnown: true })),
    ...strangers.map(({ confidence }) => ({ confidence, isKnown: false })),
  ].sort((one, two) => one.confidence - two.confidence);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.confidence === all[from]?.confidence) to += 1;
    const among = all.slice(from, to).filter(({ isKnown }) => isKnown).length;
    ranks += (among * (from + to + 1)) / 2;
    from = to;
  }
  return (ranks - (known.length * (known.length + 1)) / 2) / (known.length * strangers.length);
}

/** Where to turn texts away. */
export interface Thresholds {
  /** With the highest overall accuracy, strangers included: the rule of the paper of CLINC150 (Larson et al. 2019). */
  readonly best: number;
  /** The highest one that is within one standard error of the best: as good, as far as so few strangers can tell, and safer. */
  readonly safe: number;
}

/** Chooses thresholds on sentences that were not learnt from. */
export function thresholdsOf(known: readonly Tried[], strangers: readonly Guess[]): Thresholds {
  const steps = [
    ...known.map(({ label, guess }) => ({ at: guess.confidence, gain: guess.label === label ? -1 : 0 })),
    ...strangers.map(({ confidence }) => ({ at: confidence, gain: 1 })),
  ].sort((one, two) => one.at - two.at);
  let right = known.filter(({ label, guess }) => guess.label === label).length;
  const totals = [{ right, threshold: Number.NEGATIVE_INFINITY }];
  for (const [index, { at, gain }] of steps.entries()) {
    right += gain;
    const next = steps[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (next > at) totals.push({ right, threshold: next });
  }
  const best = totals.reduce((most, one) => (one.right >= most.right ? one : most));
  const share = best.right / steps.length;
  const error = Math.sqrt(steps.length * share * (1 - share));
  const safe = totals.findLast((one) => one.right >= best.right - error) ?? best;
  return { best: best.threshold, safe: safe.threshold };
}

/** In-scope accuracy and out-of-scope recall when everything below the threshold is turned away, 0–1. */
export function atThreshold(
  threshold: number,
  known: readonly Tried[],
  strangers: readonly Guess[],
): { readonly inScope: number; readonly recall: number } {
  const right = known.filter(({ label, guess }) => guess.label === label && guess.confidence >= threshold);
  const turnedAway = strangers.filter(({ confidence }) => confidence < threshold);
  return { inScope: right.length / known.length, recall: turnedAway.length / strangers.length };
}

/** The labels beside the guesses. */
export function triedOn(rows: readonly Labelled[], guesses: readonly Guess[]): Tried[] {
  return rows.map(([, label], at) => ({ label, guess: guesses[at] ?? { label: '', confidence: 0 } }));
}

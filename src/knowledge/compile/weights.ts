import { exactness, refersTo } from '../references.ts';
import type { ObservationSource } from '../schema.ts';

/** By how much a weight multiplies the odds of an answer when the cause is the true one. */
export const weightFactors = { '++': 8, '+': 3, '-': 0.3, '--': 0.05 } as const;
export type WeightSign = keyof typeof weightFactors;

type AnswerSource = ObservationSource['answers'][string];

/** How often people in general give each answer: stated, or an equal share of what the others leave; sums to 1. */
export function usualShares(answers: readonly AnswerSource[]): number[] {
  const stated = sum(answers.map(({ usual }) => usual ?? 0));
  const silent = answers.filter(({ usual }) => usual === undefined).length;
  const share = Math.max(0, 1 - stated) / Math.max(1, silent);
  return normalise(answers.map(({ usual }) => usual ?? share));
}

/** The weight that an answer puts on a cause; undefined = none. The most exact reference rules. */
export function weightOn(answer: AnswerSource, cause: string): WeightSign | undefined {
  const mentions = Object.entries(answer.weights ?? {}).flatMap(([sign, references]) =>
    references.map((reference) => ({ key: sign as WeightSign, reference })),
  );
  return mostExact(mentions, cause);
}

/** The P(answer | cause) that an answer states outright; undefined = none. */
export function statedProbability(answer: AnswerSource, cause: string): number | undefined {
  const mentions = Object.entries(answer.p ?? {}).map(([reference, key]) => ({ key, reference }));
  return mostExact(mentions, cause);
}

/**
 * P(answer | cause) for every answer: what is stated outright stays; the others share the rest in proportion to
 * usual(a) · w(a, cause), so P(a|c) = usual(a)·w(a,c) / Σ usual·w where nothing is stated. Sums to 1.
 * @returns undefined when no answer mentions the cause: then it answers like people in general.
 */
export function answerLikelihoods(answers: readonly AnswerSource[], cause: string): number[] | undefined {
  const stated = answers.map((answer) => statedProbability(answer, cause));
  const signs = answers.map((answer) => weightOn(answer, cause));
  if ([...stated, ...signs].every((mention) => mention === undefined)) return undefined;
  const usual = usualShares(answers);
  const odds = signs.map(
    (sign, index) => (usual[index] ?? 0) * (sign === undefined ? 1 : weightFactors[sign]),
  );
  const open = normalise(odds.map((value, index) => (stated[index] === undefined ? value : 0)));
  const rest = Math.max(0, 1 - sum(stated.map((value) => value ?? 0)));
  const row = open.map((share, index) => stated[index] ?? share * rest);
  // Stated as never giving any answer: a mistake that the checks name, and no reason to divide by zero.
  return sum(row) > 0 ? normalise(row) : usual;
}

/** Divides by the sum; a list of zeros stays as it is. */
export function normalise(values: readonly number[]): number[] {
  const total = sum(values);
  return total > 0 ? values.map((value) => value / total) : [...values];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mostExact<Key>(mentions: readonly { key: Key; reference: string }[], id: string): Key | undefined {
  let best: { key: Key; exactness: number } | undefined;
  for (const { key, reference } of mentions) {
    if (!refersTo(reference, id)) continue;
    if (best === undefined || exactness(reference) > best.exactness)
      best = { key, exactness: exactness(reference) };
  }
  return best?.key;
}

import {
  answerLikelihoods,
  statedProbability,
  sum,
  usualShares,
  type WeightSign,
  weightFactors,
  weightOn,
} from '../compile/weights.ts';
import type { Entry } from '../read/pack-sources.ts';
import { exactness, refersTo } from '../references.ts';
import type { ObservationSource } from '../schema.ts';
import type { Check } from './check.ts';

type AnswerSource = ObservationSource['answers'][string];

/** Rounding that authors do by hand: 0.33 three times is meant to be 1. */
const TOLERANCE = 0.02;

export const usualOverOne: Check = {
  name: 'usual-over-one',
  why: 'Shares of all people cannot add up to more than everybody.',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      const answers = Object.values(entry.source.answers);
      const total = sum(answers.map(({ usual }) => usual ?? 0));
      const hasSilent = answers.some(({ usual }) => usual === undefined);
      if (total <= 1 + TOLERANCE && !(hasSilent && total >= 1)) continue;
      const expected = hasSilent
        ? 'less than 1, so that something is left for the other answers'
        : 'at most 1';
      const tip = 'Lower some; an answer without "usual" gets an equal share of the rest.';
      yield { entry, path: ['answers'], found: `"usual" adds up to ${round(total)}`, expected, tip };
    }
  },
};

export const usualUnderOne: Check = {
  name: 'usual-under-one',
  why: 'If every answer says how usual it is and something is left over, an answer is missing or a number is wrong.',
  severity: 'warning',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      const shares = Object.values(entry.source.answers).map(({ usual }) => usual);
      const total = sum(shares.map((share) => share ?? 0));
      if (shares.includes(undefined) || total >= 1 - TOLERANCE) continue;
      const tip = 'Raise some, or leave "usual" out of one answer: it then gets the rest.';
      yield { entry, path: ['answers'], found: `"usual" adds up to ${round(total)}`, expected: '1', tip };
    }
  },
};

export const statedSum: Check = {
  name: 'p-sum',
  why: 'The answers that one cause leads to add up to always: no more, and no less where every answer is stated.',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      const answers = Object.values(entry.source.answers);
      for (const cause of sources.causes.keys()) {
        const stated = answers.map((answer) => statedProbability(answer, cause));
        const total = sum(stated.map((value) => value ?? 0));
        const isComplete = !stated.includes(undefined);
        if (total <= 1 + TOLERANCE && (!isComplete || total >= 1 - TOLERANCE)) continue;
        const found = `"p" for ${cause} adds up to ${round(total)}`;
        const tip = 'Correct one of the numbers under "p", or leave one out: it then gets the rest.';
        yield { entry, path: ['answers'], found, expected: isComplete ? '1' : 'at most 1', tip };
      }
    }
  },
};

export const weightTwice: Check = {
  name: 'weight-twice',
  why: 'Two weights of one answer on the same cause contradict each other.',
  *check(sources) {
    for (const { entry, id, answer } of answersOf(sources.observations.values())) {
      for (const cause of sources.causes.keys()) {
        const signs = strongestSigns(answer, cause);
        if (signs.length < 2) continue;
        const found = `${cause} under ${signs.map((sign) => `"${sign}"`).join(' and ')}`;
        const tip = 'Keep one. (An id outranks a wildcard, so `n*` beside n2-… is fine.)';
        yield { entry, path: ['answers', id, 'weights', signs[1] ?? ''], found, expected: 'one weight', tip };
      }
    }
  },
};

/** Below this a `++` tells hardly more than a `+` promises. */
const WEAKEST_DOUBLE_PLUS = 3;

export const weakDoublePlus: Check = {
  name: 'weak-double-plus',
  why: 'A "++" on an answer that most people give anyway cannot make it eight times likelier.',
  severity: 'warning',
  *check(sources) {
    for (const { entry, id, answer, index, answers } of answersOf(sources.observations.values())) {
      const usual = usualShares(answers)[index] ?? 1;
      for (const cause of sources.causes.keys()) {
        if (weightOn(answer, cause) !== '++' || statedProbability(answer, cause) !== undefined) continue;
        const factor = (answerLikelihoods(answers, cause)?.[index] ?? usual) / usual;
        if (factor >= WEAKEST_DOUBLE_PLUS) continue;
        const path = ['answers', id, 'weights', '++'];
        const found = `"++" on ${cause} comes to ×${round(factor)}`;
        const tip = `This answer is usual anyway (${round(usual)}). Use "+", a smaller "usual", or say the exact chance under "p".`;
        yield { entry, path, found, expected: `×${WEAKEST_DOUBLE_PLUS} or more`, tip };
      }
    }
  },
};

interface AnswerPlace {
  readonly entry: Entry<ObservationSource>;
  readonly id: string;
  readonly index: number;
  readonly answer: AnswerSource;
  readonly answers: readonly AnswerSource[];
}

function* answersOf(observations: Iterable<Entry<ObservationSource>>): Generator<AnswerPlace> {
  for (const entry of observations) {
    const answers = Object.values(entry.source.answers);
    for (const [index, [id, answer]] of Object.entries(entry.source.answers).entries()) {
      yield { entry, id, index, answer, answers };
    }
  }
}

/** The signs that name a cause most exactly: more than one is a contradiction. */
function strongestSigns(answer: AnswerSource, cause: string): WeightSign[] {
  const signs = Object.keys(weightFactors) as WeightSign[];
  const found = signs.flatMap((sign) =>
    (answer.weights?.[sign] ?? [])
      .filter((reference) => refersTo(reference, cause))
      .map((reference) => ({ sign, exactness: exactness(reference) })),
  );
  const most = Math.max(...found.map(({ exactness }) => exactness));
  return [...new Set(found.filter((mention) => mention.exactness === most).map(({ sign }) => sign))];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

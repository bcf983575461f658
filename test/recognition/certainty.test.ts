import { describe, expect, it } from 'vitest';
import {
  chanceInside,
  fitCertainty,
  sharesOf,
  type Trial,
  usualCertainty,
} from '../../src/recognition/certainty.ts';
import { solve } from '../../src/recognition/solve.ts';

function trial(border: number, about: number): Trial {
  return {
    evidence: { border, nearest: 0.4, known: 0.9, words: 8 },
    scores: Float64Array.of(border, -1),
    about,
    best: 0,
  };
}

const evidence = (border: number) => ({ border, nearest: 0.4, known: 0.9, words: 8 });

describe('fitCertainty', () => {
  it('keeps to what is usual without trials', () => {
    expect(fitCertainty([])).toEqual(usualCertainty);
  });

  it('learns from where on a text belongs to a class', () => {
    const trials = Array.from({ length: 200 }, (_, at) => trial(at / 100 - 1, at >= 160 ? 0 : -1));
    const certainty = fitCertainty(trials);
    expect(chanceInside(certainty, evidence(0.9))).toBeGreaterThan(0.8);
    expect(chanceInside(certainty, evidence(0.1))).toBeLessThan(0.3);
  });

  it('stays finite where the trials are told apart without a fault', () => {
    const trials = Array.from({ length: 400 }, (_, at) => trial(at < 200 ? -1 : 1, at < 200 ? -1 : 0));
    const { odds } = fitCertainty(trials);
    expect(Math.max(...odds.map(Math.abs))).toBeLessThan(30);
  });

  it('shares more sharply where the best class is always right', () => {
    const sure = fitCertainty(Array.from({ length: 200 }, () => trial(-0.5, 0)));
    const unsure = fitCertainty(Array.from({ length: 200 }, (_, at) => trial(-0.5, at % 2)));
    expect(sure.steepness).toBeGreaterThan(unsure.steepness);
  });
});

describe('sharesOf', () => {
  it('sums to 1, and is even between equals', () => {
    const shares = sharesOf(usualCertainty, Float64Array.of(0.3, 0.3, -2));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shares[0]).toBe(shares[1]);
    expect(shares[2]).toBeLessThan(0.001);
  });
});

describe('solve', () => {
  it('finds the unknowns, whatever the order of the equations', () => {
    // 2x + y = 5, x − y = 1
    expect(
      solve([
        [2, 1, 5],
        [1, -1, 1],
      ]).map((value) => value.toFixed(6)),
    ).toEqual(['2.000000', '1.000000']);
    expect(
      solve([
        [0, 1, 3],
        [1, 0, 4],
      ]),
    ).toEqual([4, 3]);
  });

  it('gives 0 to what no equation determines', () => {
    expect(
      solve([
        [0, 0, 1],
        [0, 2, 4],
      ]),
    ).toEqual([2, 0].reverse());
  });
});

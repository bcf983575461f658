import { describe, expect, it } from 'vitest';
import { chanceByBoth, type EncoderTrial, fitEncoderOdds } from '../../src/recognition/encoder-odds.ts';

/** Words say next to nothing, the encoder nearly all. */
const trials: readonly EncoderTrial[] = Array.from({ length: 80 }, (_, at) => ({
  byWords: Math.sin(at),
  byEncoder: (at % 2 === 0 ? 0.6 : -0.6) + 0.3 * Math.cos(at),
  isInside: at % 2 === 0,
}));

describe('the odds of words and encoder', () => {
  it('follow whichever of the two tells inside from outside', () => {
    const [, byWords, byEncoder] = fitEncoderOdds(trials);
    expect(byEncoder).toBeGreaterThan(4 * Math.abs(byWords));
  });

  it('make what the encoder favours likelier', () => {
    const odds = fitEncoderOdds(trials);
    const chances = [-1, -0.5, 0, 0.5, 1].map((byEncoder) => chanceByBoth(odds, { byWords: 0, byEncoder }));
    expect(chances).toEqual(chances.toSorted((one, two) => one - two));
    expect(chances[0]).toBeLessThan(0.1);
    expect(chances[4]).toBeGreaterThan(0.9);
  });

  it.each([
    ['no trials', []],
    ['trials inside only', trials.filter(({ isInside }) => isInside)],
  ])('are the usual ones with %s', (_what, given) => {
    expect(fitEncoderOdds(given)).toEqual(fitEncoderOdds([]));
  });

  it('stay finite when everything can be told apart without a mistake', () => {
    const clear = trials.map((trial) => ({ ...trial, byEncoder: trial.isInside ? 9 : -9 }));
    expect(fitEncoderOdds(clear).every(Number.isFinite)).toBe(true);
  });
});

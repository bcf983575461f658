import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsByBoth, type LearntEncoder, sharesByBoth } from '../../src/recognition/encoder-opinion.ts';

const learnt: LearntEncoder = {
  name: 'test',
  borders: {
    classCount: 3,
    starts: new Int32Array(1),
    classes: new Uint16Array(),
    weights: new Float32Array(),
    biases: new Float32Array(3),
  },
  odds: [-0.3, 0.75, 1.6],
  steepness: 6,
};
const fits = [
  { about: 0, chance: 0.3 },
  { about: 2, chance: 0.25 },
  { about: 1, chance: 0.05 },
];

describe('the second opinion', () => {
  it('puts first what the encoder favours, when words hardly decide', () => {
    expect(fitsByBoth(learnt, fits, Float64Array.of(-0.5, -1, 0.5))[0]?.about).toBe(2);
    expect(fitsByBoth(learnt, fits, Float64Array.of(0.5, -1, -0.5))[0]?.about).toBe(0);
  });

  it('makes a text surer when the encoder agrees, and less sure when it sees none of it', () => {
    const [agreed] = fitsByBoth(learnt, fits, Float64Array.of(0.8, -1, -1));
    const [doubted] = fitsByBoth(learnt, fits, Float64Array.of(-1, -1, -1));
    expect(agreed?.chance).toBeGreaterThan(0.3);
    expect(doubted?.chance).toBeLessThan(0.3);
  });

  it('has nothing to say where words find nothing', () => {
    expect(fitsByBoth(learnt, [], Float64Array.of(1, 1, 1))).toEqual([]);
  });

  it('keeps the classes, best first, with chances that sum to at most 1', () => {
    const score = fc.double({ min: -3, max: 3, noNaN: true });
    const chance = fc.double({ min: 0, max: 0.33, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(score, score, score), fc.tuple(chance, chance, chance), (scores, chances) => {
        const given = chances.map((own, about) => ({ about, chance: own }));
        const both = fitsByBoth(learnt, given, Float64Array.from(scores));
        expect(both.map(({ about }) => about).toSorted()).toEqual([0, 1, 2]);
        const order = both.map(({ chance: own }) => own);
        expect(order).toEqual(order.toSorted((one, two) => two - one));
        expect(order.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('shares everything out among the classes that words find', () => {
    const shares = sharesByBoth(fits, Float64Array.of(0, 0, 0), 6);
    expect(shares.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
  });
});

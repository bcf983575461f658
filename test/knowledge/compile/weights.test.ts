import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerLikelihoods,
  sum,
  usualShares,
  weightFactors,
  weightOn,
} from '../../../src/knowledge/compile/weights.ts';
import { observationSchema } from '../../../src/knowledge/schema.ts';

type Answers = Parameters<typeof usualShares>[0];

/** Answers as a knowledge file would hold them, without their labels. */
function answers(...sources: object[]): Answers {
  const label = { en: 'x' };
  const entries = sources.map((source, index) => [`a${index}`, { label, ...source }]);
  const parsed = observationSchema.parse({ title: label, answers: Object.fromEntries(entries) });
  return Object.values(parsed.answers);
}

describe('usualShares', () => {
  it('gives what the others leave to the answers that say nothing, in equal shares', () => {
    expect(usualShares(answers({ usual: '0.4' }, {}, {}))).toEqual([0.4, 0.3, 0.3]);
    expect(usualShares(answers({}, {}))).toEqual([0.5, 0.5]);
  });
});

describe('answerLikelihoods', () => {
  it('multiplies the odds and makes them sum to 1', () => {
    const list = answers({ usual: '0.2', weights: { '++': ['n1'], '-': ['f*'] } }, { usual: '0.8' });
    // 0.2 · 8 / (0.2 · 8 + 0.8) = 1.6 / 2.4, and 0.2 · 0.3 / (0.2 · 0.3 + 0.8) = 0.06 / 0.86
    expect(answerLikelihoods(list, 'n1')).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)]);
    expect(answerLikelihoods(list, 'f3-x')).toEqual([
      expect.closeTo(0.06 / 0.86, 12),
      expect.closeTo(0.8 / 0.86, 12),
    ]);
  });

  it('leaves causes alone that no answer mentions', () => {
    expect(answerLikelihoods(answers({ weights: { '+': ['n1'] } }, {}), 'n2')).toBeUndefined();
  });

  it('keeps a stated chance as it is and shares the rest by weight', () => {
    const list = answers(
      { usual: '0.5', p: { n1: '0.9' }, weights: { '--': ['n1'] } },
      { usual: '0.25', weights: { '+': ['n1'] } },
      { usual: '0.25' },
    );
    // The rest of 0.1 goes 3 : 1.
    expect(answerLikelihoods(list, 'n1')).toEqual(
      [0.9, 0.075, 0.025].map((value) => expect.closeTo(value, 12)),
    );
  });

  it('lets an id outrank a wildcard, and a longer wildcard a shorter one', () => {
    const [answer = { label: {} }] = answers({ weights: { '++': ['n2'], '-': ['n*'], '+': ['n2*'] } }, {});
    expect(['n2', 'n21', 'n3', 'f1'].map((cause) => weightOn(answer, cause))).toEqual([
      '++',
      '+',
      '-',
      undefined,
    ]);
  });

  it('sums to 1 for every cause and any weights', () => {
    const signs = Object.keys(weightFactors);
    const answer = fc.record({
      usual: fc.option(
        fc.double({ min: 0.001, max: 0.3, noNaN: true }).map((value) => value.toFixed(3)),
        { nil: undefined },
      ),
      weights: fc.dictionary(
        fc.constantFrom(...signs),
        fc.array(fc.constantFrom('n*', 'n1', 'f1', 'f*'), { minLength: 1 }),
      ),
      p: fc.dictionary(
        fc.constantFrom('n1', 'f*'),
        fc.double({ min: 0, max: 0.3, noNaN: true }).map((value) => value.toFixed(3)),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 2, maxLength: 3 }),
        fc.constantFrom('n1', 'n2', 'f1'),
        (sources, cause) => {
          const row = answerLikelihoods(answers(...sources), cause) ?? [1];
          expect(sum(row)).toBeCloseTo(1, 9);
          for (const value of row) expect(value).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAnswer,
  answerChances,
  type Belief,
  believe,
  causesOf,
  priorBelief,
  unknownChance,
} from '../../src/diagnosis/belief.ts';
import { type Evidence, evidenceKey } from '../../src/diagnosis/evidence.ts';
import { measuredTrust, type Question } from '../../src/diagnosis/model.ts';
import { modelOf, questionOf, repairOf } from '../fixtures/model.ts';

const model = modelOf([0.5, 0.3, 0.15], {
  questions: [
    questionOf('q0', [
      [0.9, 0.1, 0.5, 0.5],
      [0.1, 0.9, 0.5, 0.5],
    ]),
    questionOf('q1', [
      [0.8, 0.3, 0.05, 0.3],
      [0.1, 0.3, 0.05, 0.3],
      [0.1, 0.4, 0.9, 0.4],
    ]),
  ],
  repairs: [repairOf('r0', 0, { chance: 0.9 }), repairOf('r1', 1), repairOf('r2', 2)],
});

const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    question: fc.constantFrom('q0', 'q1', 'elsewhere'),
    answer: fc.constantFrom('a0', 'a1', 'a2'),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    question: fc.constantFrom('q0', 'q1'),
    answer: fc.constantFrom('a0', 'a1'),
    share: fc.constantFrom(0.5, 0.65, 0.8, 1),
  }),
  fc.record({ kind: fc.constant('unknown' as const), question: fc.constantFrom('q0', 'q1') }),
  fc.record({ kind: fc.constant('failed' as const), fix: fc.constantFrom('r0', 'r1', 'r2', 'elsewhere') }),
  fc.record({ kind: fc.constant('excluded' as const), fix: fc.constantFrom('r0', 'r1') }),
);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('belief', () => {
  it('begins with the prior', () => {
    expect([...causesOf(priorBelief(model))]).toEqual(
      [0.5, 0.3, 0.15, 0.05].map((share) => expect.closeTo(share, 5)),
    );
  });

  it('sums to 1 whatever was answered, tried or repeated', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 40 }), (pieces) => {
        const causes = causesOf(believe(model, pieces));
        expect(sum(causes)).toBeCloseTo(1, 9);
        for (const p of causes) expect(p).toBeGreaterThan(0);
      }),
    );
  });

  it('moves as far for a hedged answer as its share of certainty goes', () => {
    const firstAfter = (share?: number) =>
      causesOf(
        believe(model, [
          { kind: 'answer', question: 'q0', answer: 'a0', ...(share === undefined ? {} : { share }) },
        ]),
      )[0] as number;
    expect(firstAfter(1)).toBe(firstAfter());
    expect(firstAfter(0.8)).toBeLessThan(firstAfter());
    expect(firstAfter(0.65)).toBeLessThan(firstAfter(0.8));
    // Between two answers, half a share says nothing about the causes.
    expect(firstAfter(0.5)).toBeCloseTo(causesOf(priorBelief(model))[0] as number, 6);
  });

  it('is remembered apart for a hedged answer', () => {
    const piece = { kind: 'answer', question: 'q0', answer: 'a0' } as const;
    expect(evidenceKey([{ ...piece, share: 0.8 }])).not.toBe(evidenceKey([piece]));
    expect(evidenceKey([{ ...piece, share: 1 }])).toBe(evidenceKey([piece]));
  });

  it('does not depend on the order of evidence', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), fc.nat(), (pieces, turn) => {
        const cut = pieces.length === 0 ? 0 : turn % pieces.length;
        const turned = [...pieces.slice(cut), ...pieces.slice(0, cut)];
        const one = causesOf(believe(model, pieces));
        const two = causesOf(believe(model, turned));
        for (const [index, p] of one.entries()) expect(two[index]).toBeCloseTo(p, 8);
      }),
    );
  });

  it('follows answers, but never so far that another one cannot turn it back', () => {
    const yes = causesOf(believe(model, [{ kind: 'answer', question: 'q0', answer: 'a1' }]));
    expect(yes[1]).toBeGreaterThan(0.5);
    const both = causesOf(
      believe(model, [
        { kind: 'answer', question: 'q0', answer: 'a1' },
        { kind: 'answer', question: 'q1', answer: 'a2' },
      ]),
    );
    expect(both[2]).toBeGreaterThan(0.25);
  });

  it('leaves the causes as they were after "I don\'t know" and a refused fix', () => {
    const before = causesOf(priorBelief(model));
    const after = causesOf(
      believe(model, [
        { kind: 'unknown', question: 'q0' },
        { kind: 'excluded', fix: 'r0' },
      ]),
    );
    after.forEach((share, index) => {
      expect(share).toBeCloseTo(before[index] as number, 12);
    });
  });

  it('expects more "I don\'t know" from somebody who said so, and trusts their answers less', () => {
    const asked = model.questions[0] as Question;
    const before = priorBelief(model);
    const after = believe(model, [{ kind: 'unknown', question: 'q1' }]);
    expect(unknownChance(after, asked)).toBeGreaterThan(unknownChance(before, asked));
    const surest = (belief: Belief) => Math.max(...causesOf(afterAnswer(belief, asked, 0)));
    expect(surest(after)).toBeLessThan(surest(before));
  });

  it('moves away from a cause whose fix failed', () => {
    const after = causesOf(believe(model, [{ kind: 'failed', fix: 'r0' }]));
    // By Bayes: 0.5 · (1 − done right · 0.9) against the rest, over all kinds of people.
    const doneRight = sum(measuredTrust.people.map((kind) => kind.share * kind.doneRight));
    const left = 0.5 * (1 - doneRight * 0.9);
    expect(after[0]).toBeCloseTo(left / (left + 0.5), 4);
  });

  it('expects answers that sum to 1', () => {
    for (const question of model.questions)
      expect(sum(answerChances(priorBelief(model), question))).toBeCloseTo(1, 9);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Repair } from '../../src/diagnosis/model.ts';
import { planRepairs, repairTable } from '../../src/diagnosis/repair-plan.ts';
import { repairOf } from '../fixtures/model.ts';

const handOver = 100;

/** The exact optimum by trying every order and every stop; the first fix of the best. */
function exhaustive(causes: readonly number[], repairs: readonly Repair[]): number {
  const walk = (left: readonly number[], untried: readonly Repair[]): number => {
    const unsolved = left.reduce((sum, share) => sum + share, 0);
    let best = unsolved * handOver;
    for (const repair of untried) {
      const after = [...left];
      repair.causes.forEach((cause, index) => {
        after[cause] = (after[cause] as number) * (1 - (repair.chance[index] as number));
      });
      best = Math.min(
        best,
        unsolved * repair.cost +
          walk(
            after,
            untried.filter((other) => other !== repair),
          ),
      );
    }
    return best;
  };
  return walk(causes, repairs);
}

describe('expected cost of repair', () => {
  it('is handing over when nothing can be tried', () => {
    expect(planRepairs(Float64Array.of(0.9, 0.1), repairTable([], 2), handOver)).toEqual({
      cost: handOver,
      first: null,
    });
  });

  it('matches a hand calculation', () => {
    // 10 + 0.4 · 20 + 0.1 · 100
    const repairs = [repairOf('dear', 1, { cost: 20 }), repairOf('cheap', 0, { cost: 10 })];
    const plan = planRepairs(Float64Array.of(0.6, 0.3, 0.1), repairTable(repairs, 3), handOver);
    expect(plan.cost).toBeCloseTo(10 + 0.4 * 20 + 0.1 * handOver, 9);
    expect(plan.first?.id).toBe('cheap');
  });

  it('stops before fixes that cost more than they save', () => {
    const repairs = [repairOf('good', 0, { cost: 10 }), repairOf('hopeless', 1, { cost: 90 })];
    const plan = planRepairs(Float64Array.of(0.7, 0.05, 0.25), repairTable(repairs, 3), handOver);
    expect(plan.cost).toBeCloseTo(10 + 0.3 * handOver, 9);
  });

  it('is the exact optimum where every fix has its own cause (Jensen et al., Prop. 4)', () => {
    const cases = fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 100 }),
        cost: fc.integer({ min: 1, max: 60 }),
        chance: fc.double({ min: 0.1, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(cases, (drawn) => {
        const total = drawn.reduce((sum, { share }) => sum + share, 10);
        const causes = [...drawn.map(({ share }) => share / total), 10 / total];
        const repairs = drawn.map(({ cost, chance }, index) =>
          repairOf(`r${index}`, index, { cost, chance }),
        );
        expect(
          planRepairs(Float64Array.from(causes), repairTable(repairs, causes.length), handOver).cost,
        ).toBeCloseTo(exhaustive(causes, repairs), 6);
      }),
      { numRuns: 60 },
    );
  });

  it('does not change what it was given', () => {
    const causes = Float64Array.of(0.6, 0.4);
    planRepairs(causes, repairTable([repairOf('r', 0)], 2), handOver);
    expect([...causes]).toEqual([0.6, 0.4]);
  });
});

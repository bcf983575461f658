import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/rehearsal/simulate.ts';
import { wilsonInterval } from '../../src/rehearsal/wilson-interval.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const knowledge = await officePrinter();
const options = { pack: 'office-printer', opening: 'sign', users: 'careful', runs: 200, seed: 7 } as const;

describe('simulated people', () => {
  it('give the same report for the same seed, and another for another', () => {
    expect(simulate(knowledge, options)).toEqual(simulate(knowledge, options));
    expect(simulate(knowledge, { ...options, seed: 8 })).not.toEqual(simulate(knowledge, options));
  });

  it('are mostly helped, never stuck, and counted per cause', () => {
    const report = simulate(knowledge, options);
    expect(report.deadEnds).toBe(0);
    expect(report.resolved).toBeGreaterThan(0.8);
    expect(report.resolved + report.handedOver).toBeLessThanOrEqual(1);
    expect(Object.values(report.perCause).reduce((sum, { runs }) => sum + runs, 0)).toBe(options.runs);
    const [low, high] = report.resolvedInterval;
    expect(low).toBeLessThan(report.resolved);
    expect(high).toBeGreaterThan(report.resolved);
  });

  it('are helped less when every fix is done wrong or most answers are', () => {
    expect(simulate(knowledge, { ...options, users: 'hard' }).resolved).toBeLessThan(
      simulate(knowledge, { ...options, users: 'clean' }).resolved,
    );
  });

  it("take habits of their own instead of the crowd's", () => {
    const report = simulate(knowledge, { ...options, habits: { fixDoneWrong: 1 } });
    expect(report.resolved).toBeLessThan(simulate(knowledge, options).resolved);
  });

  it('count what was asked and when it was resolved', () => {
    const report = simulate(knowledge, options);
    expect(Object.keys(report.asked).length).toBeGreaterThan(0);
    const resolved = report.resolvedAt.reduce((sum, count) => sum + count, 0);
    expect(resolved / report.runs).toBeCloseTo(report.resolved, 4);
  });

  it('name the code where a problem has no sentences', () => {
    const report = simulate(knowledge, { ...options, problem: 'code-1797', opening: 'bare', runs: 40 });
    expect(Object.keys(report.perCause)).toEqual(['driver']);
    const coded = simulate(knowledge, { ...options, opening: 'code', runs: 40 });
    expect(coded.deadEnds).toBe(0);
    expect(coded.resolved).toBeGreaterThan(0.5);
    expect(report.deadEnds).toBe(0);
    expect(report.resolved).toBeGreaterThan(0.5);
  });

  it('need a pack, a problem and a crowd that exist', () => {
    expect(() => simulate(knowledge, { ...options, pack: 'nowhere' })).toThrow('office-printer');
    expect(() => simulate(knowledge, { ...options, problem: 'nothing' })).toThrow('prints-nothing');
    expect(() => simulate(knowledge, { ...options, users: 'martians' })).toThrow('careful');
  });
});

describe('the Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
  ])('of %i in %i is %f to %f', (hits, runs, low, high) => {
    const interval = wilsonInterval(hits, runs);
    expect(interval[0]).toBeCloseTo(low, 3);
    expect(interval[1]).toBeCloseTo(high, 3);
  });

  it('of nothing is everything', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

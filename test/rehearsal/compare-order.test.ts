import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/knowledge/knowledge.ts';
import { compareOrder } from '../../src/rehearsal/compare-order.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const knowledge = await officePrinter();
const pack = knowledge.packs['office-printer'] as Pack;
const options = { pack: pack.id, opening: 'bare', users: 'careful', runs: 100, seed: 3 } as const;

describe('ours beside asking in order', () => {
  it('is the same for the same seed, and never slower on average than asking what is not worth it', () => {
    const { ours, inOrder } = compareOrder(pack, options);
    expect(compareOrder(pack, options).ours.minutes).toBe(ours.minutes);
    expect(ours.minutes).toBeLessThanOrEqual(inOrder.minutes);
  });

  it('has a curve that only rises and ends at what was resolved', () => {
    const { curve, resolved } = compareOrder(pack, options).ours;
    for (const [index, share] of curve.entries()) expect(share).toBeGreaterThanOrEqual(curve[index - 1] ?? 0);
    expect(curve.at(-1)).toBe(resolved);
  });

  it('counts everybody up to the moment at which a share is resolved', () => {
    const { ours } = compareOrder(pack, options);
    const until = ours.minutesUntil(0.5) as number;
    const spent = ours.minutesSpentUntil(0.5) as number;
    // The slower half has spent all of that time, the faster half some of it.
    expect(spent).toBeLessThanOrEqual(until);
    expect(spent).toBeGreaterThanOrEqual(until / 2);
    expect(ours.minutesSpentUntil(0.25)).toBeLessThanOrEqual(spent);
  });

  it('knows no minutes until a share that was never reached', () => {
    const { ours } = compareOrder(pack, { ...options, habits: { fixDoneWrong: 1 } });
    expect(ours.minutesUntil(0.9)).toBeNull();
    expect(ours.minutesSpentUntil(0.9)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../../src/platforms/slack/allowance.ts';

describe('createAllowance', () => {
  it('gives out what there is, then so many a second, and saves up no more than it began with', () => {
    let time = 1_000;
    const take = createAllowance({ most: 3, perSecond: 2, now: () => time });
    const taken = () => [take(), take(), take(), take()].filter(Boolean).length;
    expect(taken()).toBe(3);
    time += 1_000;
    expect(taken()).toBe(2);
    time += 60_000;
    expect(taken()).toBe(3);
  });

  it('takes nothing away when the clock is set back', () => {
    let time = 1_000_000;
    const take = createAllowance({ most: 2, perSecond: 1, now: () => time });
    time = 0;
    expect([take(), take()]).toEqual([true, true]);
  });
});

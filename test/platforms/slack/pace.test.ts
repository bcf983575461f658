import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/platforms/slack/pace.ts';

function paced() {
  let time = 1_000_000;
  const pace = createPace(() => time);
  return {
    ...pace,
    pass(ms: number) {
      time += ms;
    },
  };
}

describe('createPace', () => {
  it('slows nothing before Slack says so', () => {
    const { wait } = paced();
    for (let call = 0; call < 1_000; call += 1) expect(wait('C1', `k${call}`)).toBe(0);
  });

  it('gives every call of a refused channel a place of its own, one a second, and keeps it', () => {
    const { wait, refused, pass } = paced();
    refused('C1', 'a', 3_000);
    expect([wait('C1', 'a'), wait('C1', 'b'), wait('C1', 'c')]).toEqual([3_000, 4_000, 5_000]);
    pass(3_000);
    expect([wait('C1', 'a'), wait('C1', 'b'), wait('C1', 'c')]).toEqual([0, 1_000, 2_000]);
    pass(1_000);
    expect(wait('C1', 'b')).toBe(0);
  });

  it('moves everybody back when Slack refuses again', () => {
    const { wait, refused, pass } = paced();
    refused('C1', 'a', 1_000);
    wait('C1', 'b');
    pass(1_000);
    expect(wait('C1', 'a')).toBe(0);
    refused('C1', 'a', 5_000);
    expect(wait('C1', 'a')).toBe(5_000);
    expect(wait('C1', 'b')).toBe(6_000);
  });

  it('leaves other channels alone, and forgets in the end', () => {
    const { wait, refused, pass } = paced();
    refused('C1', 'a', 1_000);
    expect(wait('C2', 'b')).toBe(0);
    pass(60_000);
    expect([wait('C1', 'c'), wait('C1', 'd'), wait('C1', 'e')]).toEqual([0, 0, 0]);
  });
});

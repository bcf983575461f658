import { describe, expect, it } from 'vitest';
import { createTurnBudget } from '../../src/delivery/turn-budget.ts';
import { createFakeClock } from './fake-clock.ts';

describe('a turn’s budget', () => {
  /** A budget of 10 ms, and work of which each piece takes 4 ms. */
  function rig() {
    let elapsed = 0;
    const budget = createTurnBudget({ ...createFakeClock(), elapsed: () => elapsed }, 10);
    const done: string[] = [];
    const piece = (name: string) =>
      budget(() => {
        elapsed += 4;
        done.push(name);
      });
    return { budget, done, piece };
  }

  it('works until it is spent, and goes on in the next turn in the same order', async () => {
    const { done, piece } = rig();
    const all = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(piece));
    expect(done).toEqual(['a', 'b', 'c']);
    await new Promise(setImmediate);
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    await all;
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('is whole again in a new turn', async () => {
    const { done, piece } = rig();
    for (const name of ['a', 'b', 'c']) void piece(name);
    await new Promise(setImmediate);
    for (const name of ['d', 'e', 'f']) void piece(name);
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('gives what the work gives, or rejects with what it throws', async () => {
    const { budget } = rig();
    expect(await budget(() => 7)).toBe(7);
    const failing = budget(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
  });
});

import { describe, expect, it } from 'vitest';
import { createGroupCommit, type Transaction } from '../../src/storage/group-commit.ts';

/** Runs pieces one by one and remembers how many shared each transaction. */
function recording(): { transaction: Transaction; groups: number[] } {
  const groups: number[] = [];
  return {
    groups,
    transaction(pieces) {
      groups.push(pieces.length);
      return pieces.map((piece) => {
        try {
          return { value: piece() };
        } catch (error) {
          return { error };
        }
      });
    },
  };
}

describe('group commit', () => {
  it('puts everything of one turn into one transaction, and gives each its own result', async () => {
    const { transaction, groups } = recording();
    const { write } = createGroupCommit(transaction);
    expect(await Promise.all([1, 2, 3].map((value) => write(() => value * 10)))).toEqual([10, 20, 30]);
    await write(() => 0);
    expect(groups).toEqual([3, 1]);
  });

  it('runs nothing before the turn is over, and settles in order', async () => {
    const { transaction } = recording();
    const { write } = createGroupCommit(transaction);
    const happened: string[] = [];
    const both = ['first', 'second'].map((name) =>
      write(() => happened.push(`${name} runs`)).then(() => happened.push(`${name} is told`)),
    );
    happened.push('the turn goes on');
    await Promise.all(both);
    expect(happened).toEqual([
      'the turn goes on',
      'first runs',
      'second runs',
      'first is told',
      'second is told',
    ]);
  });

  it('tells a failing piece alone', async () => {
    const { write } = createGroupCommit(recording().transaction);
    const bad = write(() => {
      throw new Error('bad');
    });
    const good = write(() => 'good');
    await expect(bad).rejects.toThrow('bad');
    expect(await good).toBe('good');
  });

  it('tells everybody when nothing was kept, and goes on with the next', async () => {
    const { transaction } = recording();
    let full = true;
    const { write } = createGroupCommit((pieces) => {
      if (full) throw new Error('the disk is full');
      return transaction(pieces);
    });
    const both = await Promise.allSettled([write(() => 1), write(() => 2)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    full = false;
    expect(await write(() => 3)).toBe(3);
  });

  it('lets the event loop breathe between very large groups', async () => {
    const { transaction, groups } = recording();
    const { write } = createGroupCommit(transaction);
    await Promise.all(Array.from({ length: 2_500 }, (_, index) => write(() => index)));
    expect(groups).toEqual([1_000, 1_000, 500]);
  });

  it('commits at once when it is flushed', async () => {
    const { transaction, groups } = recording();
    const { write, flush } = createGroupCommit(transaction);
    const writing = write(() => 1);
    flush();
    expect(groups).toEqual([1]);
    expect(await writing).toBe(1);
  });
});

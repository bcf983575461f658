import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/delivery/store-errors.ts';
import type { Outcome } from '../../src/storage/group-commit.ts';
import { watchedTransaction } from '../../src/storage/watched-transaction.ts';

describe('a watched transaction', () => {
  it('knows whether the disk took the newest one', () => {
    const full = new StoreUnavailable('full');
    const fates: (() => readonly Outcome[])[] = [
      () => [{ value: 1 }],
      () => {
        throw full;
      },
      () => [{ value: 1 }, { error: full }],
      () => [{ error: new Error('a mistake of the caller') }],
    ];
    const { run, isFailing } = watchedTransaction(() => (fates.shift() ?? (() => []))());
    const seen: boolean[] = [isFailing()];
    for (let round = 0; round < 4; round += 1) {
      try {
        run([]);
      } catch {
        // What it throws is its caller's.
      }
      seen.push(isFailing());
    }
    expect(seen).toEqual([false, false, true, true, false]);
  });
});

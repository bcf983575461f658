import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/delivery/store-errors.ts';
import { createMemoryStore, type Fate } from '../../src/storage/memory.ts';
import { emptyTables, type MemoryTables } from '../../src/storage/memory-tables.ts';
import { incoming } from '../delivery/samples.ts';
import { describeStore, type OpenedStore } from './contract.ts';

const now = () => 5_000;

function open(tables: MemoryTables = emptyTables()): OpenedStore {
  return { store: createMemoryStore({ tables, now }), reopen: () => open(tables), close: () => {} };
}

describeStore('the memory store', open);

describe('the fate of a commit', () => {
  /** Whether a promise settled within some turns of the event loop. */
  async function settles(promise: Promise<unknown>): Promise<boolean> {
    const late = (async () => {
      for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
      return false;
    })();
    return Promise.race([promise.then(() => true), late]);
  }

  it.each([
    ['lost', 0],
    ['kept', 1],
  ] as const)('%s: nobody hears of it, and %i messages are found afterwards', async (fate: Fate, kept) => {
    const tables = emptyTables();
    const store = createMemoryStore({ tables, now, fate: () => fate });
    expect(await settles(store.receive(incoming(), 0))).toBe(false);
    expect(await settles(store.depth())).toBe(false);
    expect(await settles(store.receive(incoming({ eventKey: 'later' }), 0))).toBe(false);
    expect(await createMemoryStore({ tables, now }).unanswered(0, 10)).toHaveLength(kept);
  });

  it('refused: it says so, and goes on with the next', async () => {
    const store = createMemoryStore({ now, fate: (commit) => (commit === 1 ? 'refused' : 'good') });
    await expect(store.receive(incoming(), 0)).rejects.toThrow(StoreUnavailable);
    expect(await store.receive(incoming(), 0)).toEqual({ status: 'accepted', sequence: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { checkChain } from '../../src/operations/audit-chain.ts';
import { createMemoryStore } from '../../src/storage/memory.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { describeAudit } from './audit-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = () => 5_000;

describeAudit('the memory store', () => ({ store: createMemoryStore({ now }), close: () => {} }));
describeAudit('the SQLite store', () => {
  const store = openSqlite({ folder: temporaryFolder(), now });
  return { store, close: () => store.close() };
});

describe('somebody who is forgotten by a step of their own', () => {
  it('leaves no more than that it happened, and the chain whole', async () => {
    const store = openSqlite({ folder: temporaryFolder(), now });
    for (const [eventKey, effects] of [
      ['one', []],
      ['two', [{ kind: 'forget' }]],
    ] as const) {
      const given = { eventKey, person: 'fake:a', conversation: 'fake:talk' };
      const { sequence } = await store.receive(incoming(given), 0);
      const expectedVersion = (await store.conversation('fake:talk'))?.version ?? null;
      await store.complete(step(message(sequence, given), { effects, expectedVersion }));
    }
    const records = await store.audit.records(0, 10);
    expect(records.map(({ action, content }) => [action, content?.subject ?? null])).toEqual([
      ['answered', null],
      ['forgotten', null],
    ]);
    expect(JSON.stringify(records)).not.toMatch(/fake:a|fake:talk/);
    const check = checkChain([]);
    expect(records.map((record) => check.next(record))).toEqual([null, null]);
    store.close();
  });
});

import { createMemoryStore } from '../../src/storage/memory.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { describeAudit } from './audit-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = () => 5_000;

describeAudit('the memory store', () => ({ store: createMemoryStore({ now }), close: () => {} }));
describeAudit('the SQLite store', () => {
  const store = openSqlite({ folder: temporaryFolder(), now });
  return { store, close: () => store.close() };
});

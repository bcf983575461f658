import { createMemoryStore } from '../../src/storage/memory.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { describeLedger } from './ledger-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = () => 5_000;

describeLedger('the memory store', () => ({ store: createMemoryStore({ now }), close: () => {} }));
describeLedger('the SQLite store', () => {
  const store = openSqlite({ folder: temporaryFolder(), now });
  return { store, close: () => store.close() };
});

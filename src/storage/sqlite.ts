import type { DeadLetter } from '../delivery/store.ts';
import type { LedgerStore } from '../diagnosis/ledger.ts';
import type { AuditStore } from '../operations/audit.ts';
import type { TicketStore } from '../operations/tickets.ts';
import type { UnansweredStore } from '../operations/unanswered.ts';
import { createAuditTable } from './audit-table.ts';
import { makeFolder, openDatabase, openDatabaseToRead } from './database.ts';
import { newestLetters } from './dead-letter-table.ts';
import { createEffectTable } from './effect-table.ts';
import { takeFolderLock } from './folder-lock.ts';
import { identityKey } from './identity-key.ts';
import { createInboxTable } from './inbox-table.ts';
import { createLedgerTable } from './ledger-table.ts';
import { createOutboxTable } from './outbox-table.ts';
import { createRead } from './read.ts';
import { createSqliteStore, type SqliteStore } from './sqlite-store.ts';
import { createPrepare } from './statements.ts';

export interface SqliteOptions {
  /** `DATA_DIR`; made when it is missing. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface SqliteStorage extends SqliteStore {
  /** For `createIdentities`. */
  readonly identityKey: Uint8Array;
  /** Commits what waits, and gives the folder free. SQLite folds the journal into the database when the last one closes it. */
  close(): void;
}

/**
 * Opens the data folder as its only writer.
 * @throws StorageProblem with a sentence for the person who started Askfix
 */
export function openSqlite({ folder, now }: SqliteOptions): SqliteStorage {
  makeFolder(folder);
  const lock = takeFolderLock(folder);
  try {
    const database = openDatabase(folder, now());
    const store = createSqliteStore(database, { now });
    return {
      ...store,
      identityKey: identityKey(folder),
      close() {
        store.flush();
        database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

export interface ReadOnlyStorage {
  readonly tickets: TicketStore;
  readonly unanswered: UnansweredStore;
  readonly ledger: Pick<LedgerStore, 'list'>;
  readonly audit: Pick<AuditStore, 'records' | 'head'>;
  /** Newest first. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  close(): void;
}

/**
 * Opens the data folder to look at it, also while a server runs on it.
 * @throws StorageProblem `missing` when nothing was ever stored there
 */
export function openReadOnly(folder: string): ReadOnlyStorage {
  const database = openDatabaseToRead(folder);
  const prepare = createPrepare(database, { transactions: 0, pieces: 0, statements: 0 });
  const effects = createEffectTable(prepare);
  const ledger = createLedgerTable(prepare);
  const audit = createAuditTable(prepare);
  const given = { inbox: createInboxTable(prepare), outbox: createOutboxTable(prepare) };
  const read = createRead(database.name);
  return {
    tickets: {
      list: (limit) => read(() => effects.tickets(limit)),
      get: (id) => read(() => effects.ticket(id)),
    },
    unanswered: { list: (limit) => read(() => effects.unanswered(limit)) },
    ledger: { list: () => read(() => ledger.list()) },
    audit: {
      records: (after, limit) => read(() => audit.after(after, limit)),
      head: () => read(() => audit.head()),
    },
    deadLetters: (limit) => read(() => newestLetters(given, limit)),
    close: () => void database.close(),
  };
}

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ownerOnly } from './owner-only.ts';
import { StorageProblem, toStorageProblem } from './storage-problem.ts';

export interface FolderLock {
  release(): void;
}

/** A database that nobody refers to is closed by the garbage collector, and the lock would go with it. */
const held = new Set<Database.Database>();

/**
 * Makes this process the only one that writes the folder, until it releases the lock or ends, however it ends.
 *
 * The lock is an open write transaction on a small database of its own: the operating system drops it with the
 * process, so that kill -9 leaves nothing behind, which no file with a number in it can promise. `lock.db` must not be
 * opened by anything but SQLite: closing any descriptor of it would drop the lock (POSIX).
 *
 * @throws StorageProblem `in-use` when another process holds it
 */
export function takeFolderLock(folder: string): FolderLock {
  const file = join(folder, 'lock.db');
  try {
    const database = openLock(file);
    try {
      hold(database);
      held.add(database);
    } catch (error) {
      const holder = holderOf(database);
      database.close();
      throw isBusy(error) ? new StorageProblem('in-use', folder, holder, error) : error;
    }
    return {
      release() {
        held.delete(database);
        database.close();
      },
    };
  } catch (error) {
    throw toStorageProblem(error, isDamaged(error) ? file : folder);
  }
}

function openLock(file: string): Database.Database {
  const database = new Database(file, { timeout: 0 });
  ownerOnly(file);
  database.pragma('synchronous = OFF');
  return database;
}

/** Leaves the process's number for whoever is refused, then begins the transaction that is the lock. */
function hold(database: Database.Database): void {
  database.exec('BEGIN IMMEDIATE');
  database.pragma(`user_version = ${process.pid}`);
  database.exec('COMMIT');
  database.exec('BEGIN IMMEDIATE');
}

function holderOf(database: Database.Database): string {
  try {
    const holder = database.pragma('user_version', { simple: true });
    return holder === process.pid ? 'this process' : `process ${holder}`;
  } catch {
    return '';
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function isDamaged(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_NOTADB');
}

import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate, shippedMigrations, verifyMigrations } from './migrations.ts';
import { ownerOnly } from './owner-only.ts';
import { StorageProblem, toStorageProblem } from './storage-problem.ts';

const fileName = 'askfix.db';

/**
 * Makes the data folder where it is missing; only its owner may look inside. One level at a time: the recursive mkdir of
 * Node never returns for a folder below /proc.
 * @throws StorageProblem
 */
export function makeFolder(folder: string): void {
  try {
    if (isFolder(folder)) return;
    const parent = dirname(folder);
    if (parent !== folder) makeFolder(parent);
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in between.
    if (!isFolder(folder)) throw toStorageProblem(error, folder);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Opens the folder's database for reading and writing and brings it to the newest shape. The caller holds the folder's lock.
 * @param now epoch milliseconds, remembered with new migrations
 * @throws StorageProblem
 */
export function openDatabase(folder: string, now: number): Database.Database {
  const file = join(folder, fileName);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 2_000 });
    ownerOnly(file);
    configure(database);
    migrate(database, shippedMigrations(), now);
    return database;
  } catch (error) {
    database?.close();
    throw toStorageProblem(error, file);
  }
}

/**
 * Opens the folder's database for reading, also while a server writes it.
 * @throws StorageProblem `missing` when there is none yet
 */
export function openDatabaseToRead(folder: string): Database.Database {
  const file = join(folder, fileName);
  if (!existsSync(file)) throw new StorageProblem('missing', folder);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true, timeout: 2_000 });
    verifyMigrations(database, shippedMigrations());
    return database;
  } catch (error) {
    database?.close();
    throw toStorageProblem(error, file);
  }
}

/**
 * Opens the folder's database for a short piece of writing beside whatever runs on it. It must have the newest shape.
 * @throws StorageProblem `missing` when there is none, or none of this version
 */
export function openDatabaseBeside(folder: string): Database.Database {
  const file = join(folder, fileName);
  if (!existsSync(file)) throw new StorageProblem('missing', folder);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true, timeout: 10_000 });
    if (verifyMigrations(database, shippedMigrations()) < shippedMigrations().length)
      throw new StorageProblem('missing', folder, 'it was not started since the last update');
    for (const setting of [
      'synchronous = FULL',
      'foreign_keys = ON',
      'trusted_schema = OFF',
      'secure_delete = FAST',
    ])
      database.pragma(setting);
    return database;
  } catch (error) {
    database?.close();
    throw toStorageProblem(error, file);
  }
}

/**
 * FULL: a commit survives a power cut, not only a crash of the process; group commit makes that cheap. A size limit for
 * the journal, because a long reader lets it grow and it would never shrink again.
 */
function configure(database: Database.Database): void {
  givePagesBack(database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  // What is deleted is overwritten within its page; pages that became free are cut off when somebody is forgotten.
  database.pragma('secure_delete = FAST');
  database.pragma('temp_store = MEMORY');
  // 32 MB of journal between two checkpoints: under load a checkpoint every 4 MB writes the same pages again and again.
  database.pragma('wal_autocheckpoint = 8000');
  database.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
  database.pragma('cache_size = -16000');
}

/**
 * Pages that are free are given back when somebody is forgotten. A database from before that is written anew once,
 * which also leaves behind what was deleted without being overwritten. It must be said before the first table.
 */
function givePagesBack(database: Database.Database): void {
  const incremental = 2;
  if (database.pragma('auto_vacuum', { simple: true }) === incremental) return;
  database.pragma('auto_vacuum = INCREMENTAL');
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (!isEmpty) database.exec('VACUUM');
}

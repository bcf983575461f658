import type { Database } from 'better-sqlite3';

/**
 * Takes what was deleted out of the files too: the journal is folded into the database and cut to nothing, free pages
 * are given back to the disk, and what stood in them with them. Within its page, what is deleted is zeros already
 * (`secure_delete = FAST`).
 *
 * @returns false when a reader still needs the journal; then it is worth trying again later
 */
export function wipe(database: Database): boolean {
  // The last to close it folds the journal in by itself.
  if (!database.open) return true;
  const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (result?.busy !== 0) return false;
  database.pragma('incremental_vacuum');
  const [after] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return after?.busy === 0;
}

import type { Database } from 'better-sqlite3';
import type { Outcome, Transaction } from './group-commit.ts';
import type { Counters } from './statements.ts';
import { toStorageProblem } from './storage-problem.ts';

/**
 * One immediate transaction with a savepoint around every piece. Immediate, because a transaction that begins reading
 * and then wants to write is refused at once, whatever the busy timeout.
 */
export function createSqliteTransaction(database: Database, counters: Counters): Transaction {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const save = database.prepare('SAVEPOINT piece');
  const release = database.prepare('RELEASE piece');
  const undo = database.prepare('ROLLBACK TO piece');

  function attempt(piece: () => unknown): Outcome {
    save.run();
    try {
      const value = piece();
      release.run();
      return { value };
    } catch (error) {
      // A full disk may have undone the whole transaction already: then no piece of it may be called kept.
      if (!database.inTransaction) throw error;
      undo.run();
      release.run();
      return { error: toStorageProblem(error, database.name) };
    }
  }

  return (pieces) => {
    try {
      begin.run();
      const outcomes = pieces.map(attempt);
      commit.run();
      counters.transactions += 1;
      counters.pieces += pieces.length;
      return outcomes;
    } catch (error) {
      if (database.inTransaction) rollback.run();
      throw toStorageProblem(error, database.name);
    }
  };
}

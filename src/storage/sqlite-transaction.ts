import type { Database } from 'better-sqlite3';
import type { Outcome, Transaction } from './group-commit.ts';
import type { Counters } from './statements.ts';
import { toStorageProblem } from './storage-problem.ts';

/**
 * One immediate transaction for all pieces; when one of them fails, again with a savepoint around each. Immediate,
 * because a transaction that begins reading and then wants to write is refused at once, whatever the busy timeout.
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

  /** All pieces in one transaction, each by `run`; nothing of it stays when one throws or the commit fails. */
  function commitAll(pieces: readonly (() => unknown)[], run: (piece: () => unknown) => Outcome): Outcome[] {
    try {
      begin.run();
      const outcomes = pieces.map(run);
      commit.run();
      counters.transactions += 1;
      counters.pieces += pieces.length;
      return outcomes;
    } catch (error) {
      if (database.inTransaction) rollback.run();
      throw error;
    }
  }

  return (pieces) => {
    try {
      // Nearly always every piece goes through, and then two statements more for each would be for nothing.
      return commitAll(pieces, (piece) => ({ value: piece() }));
    } catch {
      // One of them did not. Nothing was kept, so all are run again, each so that it can fail alone.
    }
    try {
      return commitAll(pieces, attempt);
    } catch (error) {
      throw toStorageProblem(error, database.name);
    }
  };
}

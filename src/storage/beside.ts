import type { PersonRecord } from '../conversation/state.ts';
import type { AuditEntry } from '../operations/audit.ts';
import type { Cutoffs, Swept } from '../operations/retention.ts';
import { createAuditTable } from './audit-table.ts';
import { openDatabaseBeside } from './database.ts';
import { createForget } from './forgetting.ts';
import { readIdentityKey } from './identity-key.ts';
import { createPersonRecordQuery } from './person-record-query.ts';
import { createRetentionTable } from './retention-table.ts';
import { createPrepare } from './statements.ts';
import { wipe } from './wipe.ts';

/** The data folder for one short piece of work, also while a server runs on it. */
export interface Beside {
  /** For `createIdentities`. */
  readonly identityKey: Uint8Array;
  record(person: string): PersonRecord;
  /** Keeps in the audit that an operator did it. */
  audit(entry: AuditEntry): void;
  /**
   * Takes everything of a person away. A server that runs notices by the version of a talk that it no longer has what
   * it thinks, and reads anew. False when somebody reads the files just now and they could not be emptied at once.
   */
  forget(person: string, at: number): boolean;
  /** What retention would take away. */
  due(cutoffs: Cutoffs): Swept;
  close(): void;
}

/**
 * Opens the data folder beside whatever runs on it, without its lock: each piece of work here is one transaction, and
 * SQLite lets one writer in at a time.
 * @throws StorageProblem `missing` when no Askfix of this version ever started there
 */
export function openBeside(folder: string): Beside {
  const database = openDatabaseBeside(folder);
  const prepare = createPrepare(database, { transactions: 0, pieces: 0, statements: 0 });
  const audit = createAuditTable(prepare);
  const record = createPersonRecordQuery(prepare);
  const forget = createForget(prepare);
  const retention = createRetentionTable(prepare);
  return {
    identityKey: readIdentityKey(folder) ?? new Uint8Array(32),
    record,
    audit: (entry) => database.transaction(() => audit.append(entry)).immediate(),
    forget(person, at) {
      const all = database.transaction(() => {
        forget({ person, at });
        audit.append({ at, action: 'forgotten', subject: null, detail: { by: 'operator' } });
      });
      all.immediate();
      return wipe(database);
    },
    due: (cutoffs) => retention.due(cutoffs),
    close: () => void database.close(),
  };
}

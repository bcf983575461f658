import { randomUUID } from 'node:crypto';
import type { AuditEntry, AuditRecord } from '../operations/audit.ts';
import { noHash, recordOf } from '../operations/audit-chain.ts';
import type { Prepare } from './statements.ts';

interface AuditRow extends Omit<AuditRecord, 'content'> {
  readonly salt: string | null;
  readonly subject: string | null;
  readonly detail: string | null;
}

type Head = Pick<AuditRecord, 'sequence' | 'hash'>;

export interface AuditTable {
  append(entry: AuditEntry): void;
  after(sequence: number, limit: number): readonly AuditRecord[];
  head(): Head;
  /** Takes the content away from all records about somebody; how many. */
  forget(subject: string): number;
}

/** The chain of what happened. Its end is read anew each time: a transaction that was undone must not leave a hash behind. */
export function createAuditTable(prepare: Prepare): AuditTable {
  const last = prepare<[], Head>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1');
  const insert = prepare<
    [number, number, string, string, string, string | null, string | null, string | null]
  >(
    `INSERT INTO audit (sequence, at, action, commitment, hash, salt, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const after = prepare<[number, number], AuditRow>(
    `SELECT sequence, at, action, commitment, hash, salt, subject, detail FROM audit
     WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  const forget = prepare<[string]>(
    'UPDATE audit SET salt = NULL, subject = NULL, detail = NULL WHERE subject = ?',
  );
  const head = () => last.get() ?? { sequence: 0, hash: noHash };

  return {
    append(entry) {
      const { sequence, at, action, commitment, hash, content } = recordOf(entry, {
        before: head(),
        salt: randomUUID(),
      });
      const { salt = null, subject = null, detail = null } = content ?? {};
      insert.run(sequence, at, action, commitment, hash, salt, subject, detail);
    },
    after: (sequence, limit) => after.all(sequence, limit).map(toRecord),
    head,
    forget: (subject) => forget.run(subject).changes,
  };
}

function toRecord({ salt, subject, detail, ...record }: AuditRow): AuditRecord {
  const content = salt === null || detail === null ? null : { salt, subject, detail };
  return { ...record, content };
}

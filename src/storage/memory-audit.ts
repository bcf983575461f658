import type { AuditEntry, AuditStore } from '../operations/audit.ts';
import { noHash, recordOf } from '../operations/audit-chain.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { Read } from './read.ts';

/** Adds a record. Rows do not change in place: whoever read one keeps what they read. */
export function appendAudit({ audit }: MemoryTables, entry: AuditEntry): void {
  audit.push(recordOf(entry, { before: headOf({ audit }), salt: `salt ${audit.length}` }));
}

function headOf({ audit }: Pick<MemoryTables, 'audit'>): { sequence: number; hash: string } {
  const { sequence = 0, hash = noHash } = audit.at(-1) ?? {};
  return { sequence, hash };
}

/** The records stay, and the chain whole, without what they say of somebody. @returns how many there were */
export function forgetInAudit({ audit }: MemoryTables, subject: string): number {
  let count = 0;
  for (const [index, record] of audit.entries()) {
    if (record.content?.subject !== subject) continue;
    audit[index] = { ...record, content: null };
    count += 1;
  }
  return count;
}

/** The audit of a store in memory. */
export function memoryAudit(
  tables: MemoryTables,
  read: Read,
  write: <T>(piece: () => T) => Promise<T>,
): AuditStore {
  return {
    append: (entry) => write(() => appendAudit(tables, entry)),
    records: (after, limit) => read(() => tables.audit.slice(after, after + limit)),
    head: () => read(() => headOf(tables)),
    forget: (subject) => write(() => forgetInAudit(tables, subject)),
  };
}

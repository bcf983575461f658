import type { AuditAnchor, AuditRecord, AuditStore } from '../operations/audit.ts';
import { type BadRecord, checkChain } from '../operations/audit-chain.ts';

export interface VerifiedAudit {
  /** How many good records there are before the first bad one. */
  readonly records: number;
  /** The last good one's hash. */
  readonly hash: string;
  readonly bad: BadRecord | null;
}

/** How many records are read at once. */
const page = 1_000;

/** Verifies the whole record; `look` is shown every good one. */
export async function verifyAudit(
  audit: Pick<AuditStore, 'records'>,
  anchors: readonly AuditAnchor[],
  look: (record: AuditRecord) => void = () => {},
): Promise<VerifiedAudit> {
  const check = checkChain(anchors);
  const result = (bad: BadRecord | null) => ({
    records: check.head().sequence,
    hash: check.head().hash,
    bad,
  });
  for (let last = Number.NEGATIVE_INFINITY; ; ) {
    const records = await audit.records(Math.max(last, Number.MIN_SAFE_INTEGER), page);
    for (const record of records) {
      const bad = check.next(record);
      if (bad) return result(bad);
      look(record);
      last = record.sequence;
    }
    if (records.length < page) return result(check.end());
  }
}

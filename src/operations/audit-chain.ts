import { hash } from 'node:crypto';
import type { AuditAnchor, AuditEntry, AuditRecord } from './audit.ts';

/** The hash before the first record. */
export const noHash = '0'.repeat(64);

/** The record of an entry, as the next one of the chain. @param salt at least 122 random bits, so that nobody can try entries out */
export function recordOf(
  entry: AuditEntry,
  { before, salt }: { readonly before: Pick<AuditAnchor, 'sequence' | 'hash'>; readonly salt: string },
): AuditRecord {
  const sequence = before.sequence + 1;
  const { at, action, subject } = entry;
  const content = { salt, subject, detail: canonical(entry.detail) };
  const commitment = commitmentOf(content);
  return {
    sequence,
    at,
    action,
    commitment,
    content,
    hash: hashOf({ sequence, at, action, commitment }, before.hash),
  };
}

/** Keys in order, so that the same detail is always the same text. */
function canonical(detail: AuditEntry['detail']): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(detail).sort(([one], [two]) => (one < two ? -1 : 1))),
  );
}

function commitmentOf({ salt, subject, detail }: NonNullable<AuditRecord['content']>): string {
  return hash('sha256', JSON.stringify([salt, subject, detail]));
}

function hashOf(
  record: Pick<AuditRecord, 'sequence' | 'at' | 'action' | 'commitment'>,
  before: string,
): string {
  const { sequence, at, action, commitment } = record;
  return hash('sha256', JSON.stringify([before, sequence, at, action, commitment]));
}

/** The first thing that is wrong with a chain. */
export interface BadRecord {
  /** The number that the record must have. */
  readonly sequence: number;
  readonly reason: string;
}

export interface ChainCheck {
  /** Takes the next record; what is wrong with it, or null. Once something is wrong, nothing after it can be judged. */
  next(record: AuditRecord): BadRecord | null;
  /** At the end of the chain: an anchor that it does not reach, or null. */
  end(): BadRecord | null;
  /** The last good record. */
  head(): Pick<AuditAnchor, 'sequence' | 'hash'>;
}

/**
 * Verifies a chain record by record. A chain by itself shows every record that was changed, dropped from the middle or
 * swapped; that its end was cut off, or all of it written anew, only the anchors show.
 */
export function checkChain(anchors: readonly AuditAnchor[]): ChainCheck {
  const bySequence = Map.groupBy(anchors, ({ sequence }) => sequence);
  const last = anchors.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  let head = { sequence: 0, hash: noHash };

  function anchoredOtherwise({ sequence, hash: own }: AuditRecord): boolean {
    return (bySequence.get(sequence) ?? []).some((anchor) => anchor.hash !== own);
  }

  return {
    next(record) {
      const reason =
        wrongWith(record, head) ?? (anchoredOtherwise(record) ? 'it differs from an anchor' : null);
      if (reason !== null) return { sequence: head.sequence + 1, reason };
      head = { sequence: record.sequence, hash: record.hash };
      return null;
    },
    end() {
      if (head.sequence >= last) return null;
      const reason = `the chain ends at ${head.sequence}, and an anchor says that there were ${last}`;
      return { sequence: head.sequence + 1, reason };
    },
    head: () => head,
  };
}

function wrongWith(record: AuditRecord, head: Pick<AuditAnchor, 'sequence' | 'hash'>): string | null {
  if (record.sequence > head.sequence + 1) return 'it is missing';
  if (record.sequence !== head.sequence + 1) return `it is numbered ${record.sequence}`;
  if (hashOf(record, head.hash) !== record.hash)
    return 'it is not what was written, or not where it was written';
  if (record.content && commitmentOf(record.content) !== record.commitment)
    return 'what it says is not what it committed to';
  return null;
}

import type { Evidence } from './evidence.ts';

/** What one ended talk tells, kept as long as it may count; taking the row out takes out all that was learnt from it. */
export interface LedgerRow {
  readonly id: string;
  /** Who said it; caps and revocation go by this. */
  readonly identity: string;
  readonly pack: string;
  readonly problem: string;
  /** Epoch milliseconds of its end. */
  readonly at: number;
  readonly evidence: readonly Evidence[];
  readonly outcome: 'solved' | 'handedOver' | 'unknown';
  /** The fix that worked, where the person said so. */
  readonly fix?: string;
}

/** What learning needs from a database. */
export interface LedgerStore {
  /** Every row, oldest first. */
  list(): Promise<readonly LedgerRow[]>;
  /** Takes out all rows of an identity; resolves with how many there were. */
  forget(identity: string): Promise<number>;
}

/** At most so many talks of one identity count per problem within the window, the earliest first. */
const mostCounted = 5;
const windowMs = 30 * 24 * 60 * 60 * 1000;

/** The rows that count, oldest first: whose talk ended with something known, and within the cap of its identity. */
export function countedRows(rows: readonly LedgerRow[]): LedgerRow[] {
  const counted = new Map<string, number[]>();
  return rows
    .toSorted((one, two) => one.at - two.at || (one.id < two.id ? -1 : 1))
    .filter((row) => {
      if (row.outcome === 'unknown' || (row.outcome === 'solved' && !row.fix)) return false;
      const key = `${row.identity}\n${row.pack}\n${row.problem}`;
      const recent = (counted.get(key) ?? []).filter((at) => row.at - at < windowMs);
      if (recent.length >= mostCounted) return false;
      counted.set(key, [...recent, row.at]);
      return true;
    });
}

/** The ledger without anything that `identity` said. */
export function withoutIdentity(rows: readonly LedgerRow[], identity: string): LedgerRow[] {
  return rows.filter((row) => row.identity !== identity);
}

import { createHash } from 'node:crypto';
import type { CompletedStep } from '../delivery/store.ts';
import type { LedgerRow } from '../diagnosis/ledger.ts';
import type { Prepare } from './statements.ts';

export interface LedgerTable {
  /** A talk that ends a second time (after "back") replaces what it said the first time. */
  put(row: LedgerRow): void;
  /** Oldest first. */
  list(): readonly LedgerRow[];
  /** @returns how many rows there were of that identity. */
  forget(identity: string): number;
}

interface StoredRow extends Omit<LedgerRow, 'evidence' | 'fix'> {
  readonly evidence: string;
  readonly fix: string | null;
}

/** What ended talks teach. */
export function createLedgerTable(prepare: Prepare): LedgerTable {
  const put = prepare<[string, string, string, string, number, string, string | null, string]>(
    'INSERT OR REPLACE INTO ledger (id, identity, pack, problem, at, outcome, fix, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const list = prepare<[], StoredRow>('SELECT * FROM ledger ORDER BY at, id');
  const forget = prepare<[string]>('DELETE FROM ledger WHERE identity = ?');
  return {
    put({ id, identity, pack, problem, at, outcome, fix, evidence }) {
      put.run(id, identity, pack, problem, at, outcome, fix ?? null, JSON.stringify(evidence));
    },
    list: () =>
      list.all().map(({ fix, evidence, ...row }) => ({
        ...row,
        // Written by `put` from a LedgerRow.
        evidence: JSON.parse(evidence) as LedgerRow['evidence'],
        ...(fix === null ? {} : { fix }),
      })),
    forget: (identity) => forget.run(identity).changes,
  };
}

/** What a step's effects put into the ledger: a row for each talk that ended and may be learnt from. */
export function ledgerRowsOf({ effects, message: { incoming }, at }: CompletedStep): LedgerRow[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== 'outcome' || !effect.evidence) return [];
    const { pack, problem, outcome, fix, evidence, events } = effect;
    // A talk is named by where it stands in its conversation; the name is hashed because rows outlive conversations.
    const began = `${incoming.conversation}\n${events[0]?.turn ?? 0}`;
    const id = createHash('sha256').update(began).digest('hex').slice(0, 32);
    return [{ id, identity: incoming.person, pack, problem, at, outcome, evidence, ...(fix ? { fix } : {}) }];
  });
}

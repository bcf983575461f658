import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceOf, readTalk } from '../conversation/talk.ts';
import type { LedgerRow } from '../diagnosis/ledger.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StoredOutcome } from '../operations/outcomes.ts';

/** Identities whose talks are not learnt from; kept beside the database, so that revoking needs no running server. */
const fileName = 'learning.json';

/** The ledger: every ended talk whose problem the knowledge still holds, without those of revoked identities. */
export function ledgerOf(
  outcomes: readonly StoredOutcome[],
  knowledge: Knowledge,
  revoked: ReadonlySet<string>,
): LedgerRow[] {
  return outcomes.flatMap(({ id, conversation, at, outcome }) => {
    const problem = knowledge.packs[outcome.pack]?.problems[outcome.problem];
    if (!problem || revoked.has(conversation)) return [];
    const { pack, outcome: end, fix, events } = outcome;
    const evidence = evidenceOf(readTalk(events), problem);
    const row = {
      id: String(id),
      identity: conversation,
      pack,
      problem: problem.id,
      at,
      evidence,
      outcome: end,
    };
    return [fix ? { ...row, fix } : row];
  });
}

/** @throws when the file is there and is not what `saveRevoked` writes. */
export function readRevoked(folder: string): ReadonlySet<string> {
  try {
    const { revoked } = JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as { revoked: string[] };
    return new Set(revoked);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw new Error(`${join(folder, fileName)} cannot be read (${String(error)}). Repair or remove it.`);
  }
}

/** Replaces the list whole, so that a crash leaves the old or the new one. */
export function saveRevoked(folder: string, revoked: ReadonlySet<string>): void {
  const path = join(folder, fileName);
  writeFileSync(`${path}.new`, `${JSON.stringify({ revoked: [...revoked].sort() })}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

import { loadConfig } from '../config.ts';
import { learn, tryOut } from '../diagnosis/learn.ts';
import type { LedgerRow } from '../diagnosis/ledger.ts';
import { modelOf } from '../diagnosis/model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StoredOutcome } from '../operations/outcomes.ts';
import { openReadOnly } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { ledgerOf, readRevoked, saveRevoked } from './learning-ledger.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix learn status | export | revoke IDENTITY';

/**
 * `askfix learn`: what ended talks would teach, beside a running server. It only shows: talks go on with the author's
 * numbers.
 */
export async function run(words: readonly string[]): Promise<number> {
  const [what, identity, ...rest] = words;
  const takesIdentity = what === 'revoke';
  if (!what || !['status', 'export', 'revoke'].includes(what))
    return wrongUsage(what ? `There is no "learn ${what}".` : 'Learn what?', usage);
  if (rest.length > 0 || (identity !== undefined) !== takesIdentity)
    return wrongUsage(takesIdentity ? 'Revoke whom? One identity.' : `"learn ${what}" takes nothing.`, usage);
  const { dataFolder } = loadConfig();
  try {
    return identity ? await revoke(dataFolder, identity) : await show(dataFolder, what);
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

async function outcomesIn(folder: string): Promise<readonly StoredOutcome[]> {
  const storage = openReadOnly(folder);
  try {
    return await storage.outcomes.list();
  } finally {
    storage.close();
  }
}

async function revoke(folder: string, identity: string): Promise<number> {
  const outcomes = await outcomesIn(folder);
  const talks = outcomes.filter(({ conversation }) => conversation === identity).length;
  if (talks === 0) {
    process.stderr.write(
      `askfix: nothing was learnt from "${identity}". "askfix learn export" names the identities.\n`,
    );
    return 1;
  }
  saveRevoked(folder, new Set([...readRevoked(folder), identity]));
  process.stdout.write(`${talks} talks of "${identity}" count no more.\n`);
  return 0;
}

async function show(folder: string, what: string): Promise<number> {
  const knowledge = await shippedKnowledge();
  if (!knowledge) return 1;
  const rows = ledgerOf(await outcomesIn(folder), knowledge, readRevoked(folder));
  if (what === 'export') {
    process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return 0;
  }
  process.stdout.write(statusText(knowledge, rows, Date.now()));
  return 0;
}

/** Per problem: how many talks count, whether they foresee the newest ones better, and what waits for the operator. */
function statusText(knowledge: Knowledge, rows: readonly LedgerRow[], now: number): string {
  const byProblem = Object.entries(Object.groupBy(rows, ({ pack, problem }) => `${pack}/${problem}`));
  const lines = byProblem.flatMap(([name, group = []]) => {
    const [first] = group as [LedgerRow, ...LedgerRow[]];
    const pack = knowledge.packs[first.pack];
    const problem = pack?.problems[first.problem];
    if (!pack || !problem) return [];
    const model = modelOf(pack, problem);
    const { talks, held } = learn(model, group, now);
    const trial = tryOut(model, group, now);
    return [
      `${name}: ${talks} of ${group.length} talks count; surprise on the newest ${trial.heldOut}: author's numbers ${trial.authored.toFixed(3)}, learnt ${trial.learnt.toFixed(3)} (${trial.passes ? 'better or equal' : 'not better'})`,
      ...held.map((one) => `  held  ${one.what}  ${one.authored.toFixed(3)} to ${one.learnt.toFixed(3)}`),
    ];
  });
  return `${lines.length > 0 ? lines.join('\n') : 'No ended talks yet.'}\nTalks use the author's numbers; this only shows what would change.\n`;
}

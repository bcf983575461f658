import { loadConfig } from '../config.ts';
import type { LedgerRow } from '../diagnosis/ledger.ts';
import { modelsOf } from '../diagnosis/models-of.ts';
import { type Models, promote, relearnt, type Verdict, verdictsOf } from '../diagnosis/promote.ts';
import { openReadOnly } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { readLearning, saveLearning } from './learning-file.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix learn status | promote [--agree] | revoke IDENTITY | export';

/** What a subcommand works on. */
interface Bench {
  readonly folder: string;
  /** Of everybody who was not revoked. */
  readonly rows: readonly LedgerRow[];
  readonly models: Models;
}

/** `askfix learn`: what ended talks teach, and whether talks may go by it. Runs beside a running server. */
export async function run(words: readonly string[]): Promise<number> {
  const [what, option, ...rest] = words;
  if (!what || !['status', 'promote', 'revoke', 'export'].includes(what))
    return wrongUsage(what ? `There is no "learn ${what}".` : 'Learn what?', usage);
  if (what === 'revoke' ? !option : option !== undefined && !(what === 'promote' && option === '--agree'))
    return wrongUsage(
      what === 'revoke' ? 'Revoke whom? One identity.' : `"learn ${what}" takes no "${option}".`,
      usage,
    );
  if (rest.length > 0) return wrongUsage(`There is "${rest[0]}" too many.`, usage);
  const { dataFolder, learn } = loadConfig();
  try {
    if (what === 'revoke') return await revoke(dataFolder, option as string);
    const bench = await benchOf(dataFolder);
    if (!bench) return 1;
    if (what === 'export') return exportRows(bench.rows);
    return what === 'promote'
      ? promoteNow(bench, { agreed: option === '--agree', used: learn === 'on' })
      : status(bench, learn);
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

async function benchOf(folder: string): Promise<Bench | null> {
  const knowledge = await shippedKnowledge();
  if (!knowledge) return null;
  const revoked = new Set(readLearning(folder).revoked);
  const rows = (await rowsIn(folder)).filter(({ identity }) => !revoked.has(identity));
  return { folder, rows, models: modelsOf(knowledge) };
}

async function rowsIn(folder: string): Promise<readonly LedgerRow[]> {
  const storage = openReadOnly(folder);
  try {
    return await storage.ledger.list();
  } finally {
    storage.close();
  }
}

/** From now on nothing of the identity counts, and the numbers in use are what they would be had it never spoken. */
async function revoke(folder: string, identity: string): Promise<number> {
  const talks = (await rowsIn(folder)).filter((row) => row.identity === identity).length;
  if (talks === 0) {
    process.stderr.write(
      `askfix: nothing was learnt from "${identity}". "askfix learn export" names the identities.\n`,
    );
    return 1;
  }
  const { revoked, sets } = readLearning(folder);
  saveLearning(folder, { revoked: [...revoked, identity], sets });
  const bench = await benchOf(folder);
  const newest = sets.at(-1);
  if (bench && newest)
    // The older sets hold the identity's share too; talks that began with them go on with the new one.
    saveLearning(folder, {
      revoked: [...revoked, identity],
      sets: [relearnt(newest, bench.models, bench.rows)],
    });
  process.stdout.write(`${talks} talks of "${identity}" count no more.\n`);
  return 0;
}

function exportRows(rows: readonly LedgerRow[]): number {
  process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return 0;
}

function promoteNow(
  { folder, rows, models }: Bench,
  { agreed, used }: { agreed: boolean; used: boolean },
): number {
  const { revoked, sets } = readLearning(folder);
  const before = sets.at(-1) ?? null;
  const { set, verdicts } = promote(models, rows, { before, now: Date.now(), agreed });
  const changed = verdicts.some(({ verdict }) => verdict === 'promoted');
  if (changed) saveLearning(folder, { revoked, sets: [...sets, set] });
  const end = !changed
    ? 'Nothing was promoted; talks go on as before.'
    : used
      ? `Promoted as ${set.version}: new talks go by it from now on.`
      : `Promoted as ${set.version}. Talks go by it once LEARN is "on".`;
  process.stdout.write(`${linesOf(verdicts).join('\n')}\n${end}\n`);
  return 0;
}

function status({ folder, rows, models }: Bench, learn: string): number {
  const newest = readLearning(folder).sets.at(-1);
  const verdicts = verdictsOf(models, rows, { now: Date.now(), agreed: false });
  const inUse = newest
    ? `Promoted: ${newest.version}, ${Object.keys(newest.problems).length} problems.`
    : 'Nothing was promoted so far.';
  const mode = {
    off: "LEARN is off: talks are not counted and go by the author's numbers.",
    shadow: "LEARN is shadow: talks are counted and go by the author's numbers.",
    on: 'LEARN is on: talks are counted and go by the promoted numbers.',
  }[learn];
  process.stdout.write(`${[...linesOf(verdicts), inUse, mode].join('\n')}\n`);
  return 0;
}

/** Per problem: how many talks count, whether they foresee the newest ones better, and what waits for the operator. */
function linesOf(verdicts: readonly Verdict[]): string[] {
  if (verdicts.length === 0)
    return ['No ended talk counts yet; only those count whose people said "learning yes" in the chat.'];
  return verdicts.flatMap(({ problem, verdict, learnt, trial }) => [
    `${problem}: ${learnt.talks} talks count, ${verdict === 'promoted' ? 'good enough' : verdict}; surprise on the newest ${trial.heldOut}: author's numbers ${trial.authored.toFixed(3)}, learnt ${trial.learnt.toFixed(3)}`,
    ...learnt.held.map(
      (one) =>
        `  held  ${one.what}  ${one.authored.toFixed(3)} to ${one.learnt.toFixed(3)} (promote --agree lets it through)`,
    ),
  ]);
}

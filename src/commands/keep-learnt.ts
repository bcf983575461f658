import type { LedgerStore } from '../diagnosis/ledger.ts';
import { modelsOf } from '../diagnosis/models-of.ts';
import { hasLostTalks, relearnt } from '../diagnosis/promote.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Log } from '../log.ts';
import { readLearning, saveLearning } from './learning-file.ts';

/** How soon numbers in use follow somebody who was forgotten in a running server, in milliseconds. */
const everyMs = 10 * 60 * 1_000;

interface Parts {
  readonly folder: string;
  readonly ledger: Pick<LedgerStore, 'list'>;
  readonly knowledge: () => Knowledge;
  readonly log: Log;
}

/** Takes those who were forgotten out of the numbers in use, for as long as the process runs. */
export function keepLearnt(parts: Parts): void {
  setInterval(async () => {
    try {
      if (await forgetInNumbers(parts))
        parts.log.info('learnt numbers were computed anew without talks that are gone');
    } catch (err) {
      parts.log.error({ err }, 'learnt numbers could not be computed anew; it is tried again');
    }
  }, everyMs).unref();
}

/**
 * Computes the numbers in use once more where talks behind them are gone.
 * @returns whether there was anything to do
 */
export async function forgetInNumbers({ folder, ledger, knowledge }: Omit<Parts, 'log'>): Promise<boolean> {
  const { revoked, sets } = readLearning(folder);
  const newest = sets.at(-1);
  if (!newest) return false;
  const rows = (await ledger.list()).filter(({ identity }) => !revoked.includes(identity));
  if (!hasLostTalks(newest, rows)) return false;
  saveLearning(folder, { revoked, sets: [relearnt(newest, modelsOf(knowledge()), rows)] });
  return true;
}

import { beforeAll, describe, expect, it } from 'vitest';
import { forgetInNumbers } from '../../src/commands/keep-learnt.ts';
import { readLearning, saveLearning } from '../../src/commands/learning-file.ts';
import type { LedgerRow } from '../../src/diagnosis/ledger.ts';
import { modelsOf } from '../../src/diagnosis/models-of.ts';
import { promote } from '../../src/diagnosis/promote.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { officePrinter } from '../fixtures/office-printer.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const rows: readonly LedgerRow[] = [...Array(40).keys()].map((index) => ({
  id: `t${index}`,
  identity: `person-${index}`,
  pack: 'office-printer',
  problem: 'prints-nothing',
  at: index,
  evidence: [{ kind: 'answer', question: 'q-power', answer: 'dark' }],
  outcome: 'solved',
  fix: 'switch-on',
}));

const ledgerOf = (kept: readonly LedgerRow[]) => ({ list: () => Promise.resolve(kept) });

describe('numbers in use', () => {
  it('are computed anew when somebody behind them was forgotten', async () => {
    const folder = temporaryFolder();
    const models = modelsOf(knowledge);
    const { set } = promote(models, rows, { before: null, now: 100, agreed: false });
    saveLearning(folder, { revoked: [], sets: [set] });
    const parts = { folder, knowledge: () => knowledge };
    expect(await forgetInNumbers({ ...parts, ledger: ledgerOf(rows) })).toBe(false);
    expect(await forgetInNumbers({ ...parts, ledger: ledgerOf(rows.slice(1)) })).toBe(true);
    const honest = promote(models, rows.slice(1), { before: null, now: 100, agreed: false }).set;
    expect(readLearning(folder).sets).toEqual([honest]);
    expect(await forgetInNumbers({ ...parts, ledger: ledgerOf(rows.slice(1)) })).toBe(false);
  });

  it('are left alone while nothing was promoted', async () => {
    const parts = { folder: temporaryFolder(), knowledge: () => knowledge, ledger: ledgerOf(rows) };
    expect(await forgetInNumbers(parts)).toBe(false);
  });
});

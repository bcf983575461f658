import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/learn.ts';
import { readLearning } from '../../src/commands/learning-file.ts';
import type { TalkEvent } from '../../src/conversation/state.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { captureOutput } from './captured-output.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const events: TalkEvent[] = [
  { type: 'opened', pack: 'qq-file-transfer', problem: 'send-refused', turn: 1 },
  { type: 'answered', observation: 'q4-text-and-pictures', answer: 'unknown', source: 'asked', turn: 2 },
];
const outcome = {
  kind: 'outcome',
  pack: 'qq-file-transfer',
  problem: 'send-refused',
  outcome: 'solved',
  fix: 'n3-leave-vpn-or-go-direct',
  events,
  evidence: [{ kind: 'unknown', question: 'q4-text-and-pictures' }],
} as const;

const consent = { kind: 'consent', learning: true, version: 1 } as const;

/** A data folder in which these people came to an end, all by the same fix. */
async function dataFolder(people = ['ann', 'eve']): Promise<string> {
  const folder = temporaryFolder();
  const storage = openSqlite({ folder, now: () => 1_000 });
  const at = Date.now() - 60_000;
  for (const [index, person] of people.entries()) {
    const given = { person, conversation: `web:${person}`, eventKey: person };
    const { sequence } = await storage.receive(incoming(given), 0);
    await storage.complete(step(message(sequence, given), { effects: [consent, outcome], at: at + index }));
  }
  storage.close();
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('PACKS', 'qq-file-transfer');
  return folder;
}

describe('askfix learn', () => {
  it('exports a row per ended talk, and none of an identity that was revoked', async () => {
    await dataFolder();
    const output = captureOutput();
    expect(await run(['export'])).toBe(0);
    const rows = output.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ identity }) => identity)).toEqual(['ann', 'eve']);
    expect(rows[0]).toMatchObject({ outcome: 'solved', fix: outcome.fix, problem: 'send-refused' });
    output.stdout = '';
    expect(await run(['revoke', 'eve'])).toBe(0);
    expect(output.stdout).toContain('1 talks of "eve"');
    output.stdout = '';
    await run(['export']);
    expect(output.stdout).toContain('"ann"');
    expect(output.stdout).not.toContain('"eve"');
  });

  it('says per problem how many talks count', async () => {
    await dataFolder();
    const output = captureOutput();
    expect(await run(['status'])).toBe(0);
    expect(output.stdout).toContain('qq-file-transfer/send-refused: 2 talks count, too few talks');
  });

  it('promotes what foresees the newest talks better, and takes a revoked identity out of it again', async () => {
    const honest = [...Array(30).keys()].map((index) => `p${index}`);
    const folder = await dataFolder([...honest, 'eve']);
    const output = captureOutput();
    expect(await run(['promote'])).toBe(0);
    expect(output.stdout).toContain('31 talks count, good enough');
    expect(output.stdout).toContain('Talks go by it once LEARN is "on"');
    const [withEve] = readLearning(folder).sets;
    expect(await run(['revoke', 'eve'])).toBe(0);
    const [without, ...more] = readLearning(folder).sets;
    expect(more).toEqual([]);
    const at = without?.problems['qq-file-transfer/send-refused']?.promotedAt;
    expect(at).toBe(withEve?.problems['qq-file-transfer/send-refused']?.promotedAt);
    expect(without?.version).not.toBe(withEve?.version);
  });

  it('promotes nothing from too few talks', async () => {
    const folder = await dataFolder();
    const output = captureOutput();
    expect(await run(['promote', '--agree'])).toBe(0);
    expect(output.stdout).toContain('Nothing was promoted');
    expect(readLearning(folder).sets).toEqual([]);
  });

  it('refuses an identity that never spoke, and words it does not know', async () => {
    await dataFolder();
    const output = captureOutput();
    expect(await run(['revoke', 'nobody'])).toBe(1);
    expect(await run(['revoke'])).toBe(2);
    expect(await run(['everything'])).toBe(2);
    expect(output.stderr).toContain('nobody');
  });
});

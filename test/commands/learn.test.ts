import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/learn.ts';
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
} as const;

/** A data folder in which two people came to an end. */
async function dataFolder(): Promise<string> {
  const folder = temporaryFolder();
  const storage = openSqlite({ folder, now: () => 1_000 });
  for (const conversation of ['web:ann', 'web:eve']) {
    const given = { conversation, eventKey: conversation };
    const { sequence } = await storage.receive(incoming(given), 0);
    await storage.complete(step(message(sequence, given), { effects: [outcome] }));
  }
  storage.close();
  vi.stubEnv('DATA_DIR', folder);
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
    expect(rows.map(({ identity }) => identity)).toEqual(['web:ann', 'web:eve']);
    expect(rows[0]).toMatchObject({ outcome: 'solved', fix: outcome.fix, problem: 'send-refused' });
    output.stdout = '';
    expect(await run(['revoke', 'web:eve'])).toBe(0);
    expect(output.stdout).toContain('1 talks of "web:eve"');
    output.stdout = '';
    await run(['export']);
    expect(output.stdout).toContain('web:ann');
    expect(output.stdout).not.toContain('web:eve');
  });

  it('says per problem how many talks count', async () => {
    await dataFolder();
    const output = captureOutput();
    expect(await run(['status'])).toBe(0);
    expect(output.stdout).toContain('qq-file-transfer/send-refused: 2 of 2 talks count');
  });

  it('refuses an identity that never spoke, and words it does not know', async () => {
    await dataFolder();
    const output = captureOutput();
    expect(await run(['revoke', 'web:nobody'])).toBe(1);
    expect(await run(['revoke'])).toBe(2);
    expect(await run(['everything'])).toBe(2);
    expect(output.stderr).toContain('web:nobody');
  });
});

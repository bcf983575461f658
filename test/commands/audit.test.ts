import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/audit.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { captureOutput } from './captured-output.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const refused = { kind: 'audit', action: 'refused', detail: { command: 'listen' } } as const;

/** A data folder with five records: four answers, and a command refused in the fourth. */
async function dataFolder(): Promise<string> {
  const folder = temporaryFolder();
  const storage = openSqlite({ folder, now: () => 1_000 });
  for (const index of [1, 2, 3, 4]) {
    const given = { person: `fake:${index}`, conversation: `fake:${index}`, eventKey: `${index}` };
    const { sequence } = await storage.receive(incoming(given), 0);
    const effects = index === 4 ? [refused] : [];
    await storage.complete(step(message(sequence, given), { effects, at: Date.now() }));
  }
  storage.close();
  vi.stubEnv('DATA_DIR', folder);
  return folder;
}

async function said(...words: string[]) {
  const output = captureOutput();
  const code = await run(words);
  vi.restoreAllMocks();
  return { code, ...output };
}

function change(folder: string, sql: string): void {
  const database = new Database(join(folder, 'askfix.db'));
  database.exec(sql);
  database.close();
}

describe('askfix audit', () => {
  it('says that a record nobody touched is whole, and what that does not prove', async () => {
    await dataFolder();
    const { code, stdout } = await said('verify');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^The record is whole: 5 records.*Without --anchors/),
    ]);
  });

  it.each([
    ["UPDATE audit SET action = 'exported' WHERE sequence = 2", 2],
    ["UPDATE audit SET detail = replace(detail, 'answer', 'fix') WHERE sequence = 3", 3],
    ['DELETE FROM audit WHERE sequence = 2', 2],
    ['DELETE FROM audit WHERE sequence = 1', 1],
    [
      'UPDATE audit SET sequence = 99 WHERE sequence = 2; UPDATE audit SET sequence = 2 WHERE sequence = 3; UPDATE audit SET sequence = 3 WHERE sequence = 99',
      2,
    ],
    ['UPDATE audit SET sequence = -1 WHERE sequence = 5', 1],
  ])('names the first bad record after %s', async (sql, bad) => {
    change(await dataFolder(), sql);
    const { code, stdout } = await said('verify');
    expect([code, stdout]).toEqual([1, expect.stringContaining(`broken at ${bad}:`)]);
  });

  it('finds by an anchor that the end was cut off', async () => {
    const folder = await dataFolder();
    const file = join(folder, 'anchors.jsonl');
    expect((await said('anchor', '--out', file)).code).toBe(0);
    appendFileSync(file, (await said('anchor')).stdout);
    expect((await said('verify', '--anchors', file)).stdout).toContain('agrees with 2 anchors');
    change(folder, 'DELETE FROM audit WHERE sequence > 3');
    expect((await said('verify')).code).toBe(0);
    const { code, stdout } = await said('verify', '--anchors', file);
    expect([code, stdout]).toEqual([1, expect.stringContaining('broken at 4:')]);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('writes the half-yearly review', async () => {
    await dataFolder();
    vi.stubEnv('ADMINS', 'slack:U0123456789');
    const { code, stdout } = await said('report');
    expect(code).toBe(0);
    for (const line of [
      '- State: whole',
      '- Replies given: 4',
      '- Admins (ADMINS): slack:U0123456789',
      '- listen (refused): 1',
    ])
      expect(stdout).toContain(line);
  });

  it('says what is wrong with how it was called', async () => {
    const folder = await dataFolder();
    const bad = join(folder, 'bad.jsonl');
    writeFileSync(bad, 'nothing\n');
    expect((await said('verify', '--anchors', bad)).stderr).toContain(`${bad}:1 is no anchor`);
    expect((await said('verify', '--anchors', join(folder, 'none'))).code).toBe(1);
    expect((await said('look')).code).toBe(2);
    expect((await said('report', '--days', 'x')).code).toBe(2);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { run as exportRecord } from '../../src/commands/export.ts';
import { run as forget } from '../../src/commands/forget.ts';
import { personNamed } from '../../src/commands/person-argument.ts';
import { run as retention } from '../../src/commands/retention.ts';
import { createIdentities } from '../../src/privacy/identities.ts';
import { openSqlite, type SqliteStorage } from '../../src/storage/sqlite.ts';
import { incoming, message, state, step } from '../delivery/samples.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { captureOutput } from './captured-output.ts';

/** A data folder in which somebody on Slack said something. The server on it goes on. */
async function running(): Promise<{ folder: string; storage: SqliteStorage; person: string }> {
  const folder = temporaryFolder();
  const storage = openSqlite({ folder, now: Date.now });
  const person = createIdentities(storage.identityKey).person('slack', 'T1:U1');
  const given = { platform: 'slack', person, conversation: 'slack:talk', eventKey: '1' };
  const { sequence } = await storage.receive(incoming(given), Date.now());
  await storage.complete(
    step(message(sequence, given), { state: state('a secret sentence'), at: Date.now() }),
  );
  vi.stubEnv('DATA_DIR', folder);
  return { folder, storage, person };
}

describe('askfix export and forget', () => {
  it('show and delete what is kept of somebody, beside a running server', async () => {
    const { folder, storage, person } = await running();
    const output = captureOutput();
    expect(await exportRecord(['slack:T1:U1'])).toBe(0);
    expect(JSON.parse(output.stdout)).toMatchObject({ person, talks: [{ conversation: 'slack:talk' }] });
    expect(output.stdout).toContain('a secret sentence');
    expect(await exportRecord([person])).toBe(0);
    expect(await exportRecord(['slack:T1:U2'])).toBe(1);
    expect(await forget(['slack:T1:U1'])).toBe(1);
    expect(output.stderr).toContain('--yes');
    expect(await storage.conversation('slack:talk')).not.toBeNull();
    expect(await forget(['slack:T1:U1', '--yes'])).toBe(0);
    expect(await exportRecord(['slack:T1:U1'])).toBe(1);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes('a secret sentence'), name).toBe(false);
    const records = await storage.audit.records(0, 100);
    expect(records.map(({ action }) => action)).toEqual(['answered', 'exported', 'exported', 'forgotten']);
    storage.close();
  });

  it('say how a person is named', async () => {
    const key = new Uint8Array(32);
    expect(personNamed('slack:U1', key)).toMatch(/slack:WORKSPACE:USER/);
    expect(personNamed('somebody', key)).toMatch(/PLATFORM:PERSON/);
    const id = `discord:${'0123456789abcdef'.repeat(2)}`;
    expect(personNamed(id, key)).toEqual({ person: id });
    expect(personNamed('discord:42', key)).toEqual({
      person: createIdentities(key).person('discord', '42'),
    });
    captureOutput();
    expect([await exportRecord([]), await forget([]), await forget(['a:1', 'b:2'])]).toEqual([2, 2, 2]);
  });

  it('say so where nothing was ever kept', async () => {
    vi.stubEnv('DATA_DIR', temporaryFolder());
    const output = captureOutput();
    expect(await exportRecord(['discord:42'])).toBe(1);
    expect(output.stderr).toContain('no Askfix data');
  });
});

describe('askfix retention', () => {
  it('counts beside a running server, and deletes when none runs', async () => {
    const { storage } = await running();
    const output = captureOutput();
    vi.stubEnv('RETENTION_TALKS_DAYS', '1');
    expect(await retention(['--dry-run'])).toBe(0);
    expect(output.stdout).toContain('nothing');
    expect(await retention([])).toBe(1);
    expect(output.stderr).toContain('by itself every day');
    storage.close();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40 * 24 * 60 * 60 * 1_000 });
    output.stdout = '';
    expect(await retention(['--dry-run'])).toBe(0);
    expect(output.stdout).toMatch(/1 {2}talks/);
    expect(await retention([])).toBe(0);
    output.stdout = '';
    await retention(['--dry-run']);
    expect(output.stdout).toContain('nothing');
    vi.useRealTimers();
    expect(await retention(['--now'])).toBe(2);
  });
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = fileURLToPath(new URL('./hold-folder.ts', import.meta.url));

/** Starts a process that opens the folder; resolves with what it says first. */
async function start(
  folder: string,
  user: { uid?: number } = {},
): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'], ...user });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [chunk] = await once(child.stdout, 'data');
  return { child, says: String(chunk).trim() };
}

describe('the lock on a data folder', () => {
  it('lets one process in, tells a second who is there, and is free after kill -9', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    expect(first.says).toBe('open');

    const second = await start(folder);
    expect(second.says).toMatch(/^in-use /);
    expect(second.says).toContain(folder);
    expect(second.says).toContain(`process ${first.child.pid}`);
    expect(second.says).toContain('DATA_DIR');

    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect((await start(folder)).says).toBe('open');
  });

  it('lets exactly one of several in that start at once', async () => {
    const folder = join(temporaryFolder(), 'not', 'there', 'yet');
    const started = await Promise.all(Array.from({ length: 4 }, () => start(folder)));
    const said = started.map(({ says }) => says.split(' ')[0]).sort();
    expect(said).toEqual(['in-use', 'in-use', 'in-use', 'open']);
  });
});

describe('a folder that this user may not write', () => {
  // Rights mean nothing to root: there somebody with no name tries, if that one may read the checkout at all.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const mayRead =
    spawnSync(process.execPath, ['-e', `fs.accessSync(${JSON.stringify(script)})`], nobody).status === 0;

  it.skipIf(!mayRead)('is named in one sentence that says what to do', async () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    chmodSync(join(folder, '..'), 0o755);
    chmodSync(folder, 0o555);
    const { says } = await start(folder, nobody);
    expect(says).toMatch(/^(unwritable|read-only) /);
    expect(says).toContain(folder);
    expect(says).toContain('DATA_DIR');
    expect((await start(join(folder, 'below'), nobody)).says).toMatch(/^unwritable /);
  });

  it.skipIf(!mayRead)('is named also when the database is there already and may not be changed', async () => {
    const folder = temporaryFolder();
    openSqlite({ folder, now: () => 0 }).close();
    for (const name of ['lock.db', 'askfix.db']) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    expect((await start(folder, nobody)).says).toMatch(/^read-only /);
  });
});

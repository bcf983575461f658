import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const script = join(import.meta.dirname, 'hold-folder.ts');

/** Starts a process that opens the folder; resolves with what it says first. */
async function start(folder: string): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
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

import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/dead-letters.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, reply, step } from '../delivery/samples.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { captureOutput } from './captured-output.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const now = () => 9_000;

/** A data folder with a message that was apologised for, and a call that a platform refused. */
async function dataFolder(): Promise<string> {
  const folder = temporaryFolder();
  const storage = openSqlite({ folder, now });
  const { sequence } = await storage.receive(incoming({ eventKey: 'bad' }), 0);
  const dead = {
    status: 'dead',
    reason: 'It was too much.',
    state: null,
    reply: reply({ id: 'sorry' }),
  } as const;
  const { calls } = await storage.complete(step(message(sequence, { eventKey: 'bad' }), dead));
  await storage.markDead(calls[0]?.id ?? 0, 'dead', 'No such channel.');
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

describe('askfix dead-letters', () => {
  it('lists what was given up, and why', async () => {
    await dataFolder();
    const { code, stdout } = await said();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^c1 .*fake .*No such channel\.\nm1 .*fake .*It was too much\.\n$/);
    expect((await said('--json')).stdout.trim().split('\n')).toHaveLength(2);
  });

  it('puts a message back, to be answered again after its apology', async () => {
    const folder = await dataFolder();
    expect(await said('--replay', 'm1')).toMatchObject({ code: 0 });
    const storage = openSqlite({ folder, now });
    const [again] = await storage.unanswered(0, 10);
    expect(again).toMatchObject({ sequence: 1, attempts: 0, incoming: { text: 'QQ won’t send my file' } });
    const done = await storage.complete(step(again ?? message(1)));
    expect(done.replies.map(({ reply: { id } }) => id)).toEqual(['reply-to-bad']);
    expect((await storage.repliesAfter('fake:room', 0, 10)).map(({ reply: { id } }) => id)).toEqual([
      'sorry',
      'reply-to-bad',
    ]);
    expect((await storage.audit.records(0, 10)).map(({ action }) => action)).toEqual([
      'answered',
      'replayed',
      'answered',
    ]);
    storage.close();
  });

  it('puts a call back, to be sent again', async () => {
    const folder = await dataFolder();
    expect((await said('--replay', 'c1')).stdout).toContain('next start');
    const storage = openSqlite({ folder, now });
    expect(await storage.openCalls(0, 10)).toMatchObject([{ id: 1, status: 'pending', attempts: 0 }]);
    storage.close();
  });

  it('says when there is nothing to try again, and when Askfix still runs', async () => {
    const folder = await dataFolder();
    expect((await said('--replay', 'm9')).stderr).toContain('no dead letter m9');
    expect((await said('--replay', '9')).code).toBe(2);
    expect((await said('--reply')).code).toBe(2);
    const storage = openSqlite({ folder, now });
    expect((await said('--replay', 'm1')).stderr).toContain('in use');
    expect((await said()).code).toBe(0);
    storage.close();
  });
});

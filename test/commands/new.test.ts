import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/new.ts';
import { writeFiles, writeSamplePack } from '../knowledge/sample-pack.ts';
import { type CapturedOutput, captureOutput } from './captured-output.ts';

let printed: CapturedOutput;
let folder = '';

beforeEach(() => {
  printed = captureOutput();
  folder = writeSamplePack();
  vi.stubEnv('KNOWLEDGE_DIR', folder);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const fileOf = (id: string) => join(folder, 'sample', 'problems', `${id}.yaml`);

describe('askfix new', () => {
  it('writes a problem into its pack and says where', async () => {
    expect(await run(['problem', 'sample', 'cannot-scan'])).toBe(0);
    expect(readFileSync(fileOf('cannot-scan'), 'utf8')).toContain('cannot-scan-fix');
    expect(printed.stdout).toContain(fileOf('cannot-scan'));
  });

  it('writes the entry of a code under an id made from it', async () => {
    expect(await run(['code', 'sample', 'hresult/0x80070057'])).toBe(0);
    expect(readFileSync(fileOf('hresult-0x80070057'), 'utf8')).toContain('codes: [hresult/0x80070057]');
  });

  it('never writes over a file', async () => {
    writeFiles(folder, { 'sample/problems/mine.yaml': 'mine' });
    expect(await run(['problem', 'sample', 'mine'])).toBe(1);
    expect(printed.stderr).toContain('exists already');
    expect(readFileSync(fileOf('mine'), 'utf8')).toBe('mine');
  });

  it('says what is wrong with a pack.yaml that cannot be read', async () => {
    writeFiles(folder, { 'sample/pack.yaml': 'id:\n\tx' });
    expect(await run(['problem', 'sample', 'cannot-scan'])).toBe(1);
    expect(printed.stderr).toContain('yaml-tab');
  });

  it.each([
    [['problem', 'sample', '../../evil'], 'is not an id'],
    [['problem', 'sample', 'Bad_Id'], 'is not an id'],
    [['code', 'sample', '87'], 'family/code'],
    [['problem', 'smaple', 'x'], 'Did you mean "sample"?'],
    [['problem', 'sample'], 'what shall be started'],
    [['cause', 'sample', 'x'], 'what shall be started'],
    [[], 'what shall be started'],
  ])('refuses %j and writes nothing', async (words, why) => {
    expect(await run(words)).toBe(2);
    expect(printed.stderr).toContain(why);
    expect(printed.stderr).toContain('Usage: askfix new');
    expect(existsSync(fileOf('x'))).toBe(false);
  });
});

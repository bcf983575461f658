import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stem } from '../../src/languages/stem.ts';

const folder = mkdtempSync(join(tmpdir(), 'askfix-stem-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('stem', () => {
  it.each([
    ['refused', 'refus'],
    ['refuses', 'refus'],
    ['sending', 'send'],
    ['files', 'file'],
  ])('%s → %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each(['win11', '文件', '', 'x'.repeat(500)])('leaves %j as it is', (word) => {
    expect(stem(word)).toBe(word);
  });

  it('comes without what the root import of `natural` does: reading .env, printing', () => {
    writeFileSync(join(folder, '.env'), 'ASKFIX_FROM_DOTENV=1\n');
    const modules = ['languages/stem.ts', 'recognition/answers.ts', 'recognition/recognise.ts'];
    const source = modules.map(
      (path) => `await import(${JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)});`,
    );
    const file = join(folder, 'program.mjs');
    writeFileSync(
      file,
      `const before = JSON.stringify(process.env); ${source.join(' ')} process.exitCode = before === JSON.stringify(process.env) ? 0 : 3;`,
    );
    const { status, stdout } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

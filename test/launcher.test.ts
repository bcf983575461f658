import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'askfix.mjs');

function askfix(...words: string[]) {
  return spawnSync(process.execPath, [launcher, ...words], { encoding: 'utf8' });
}

describe('the command line', () => {
  it('lists its commands', () => {
    const { stdout, status } = askfix('--help');
    expect(status).toBe(0);
    for (const command of ['serve', 'chat', 'doctor', 'check', 'try', 'lookup', 'simulate', 'tickets']) {
      expect(stdout).toContain(`  ${command} `);
    }
  });

  it.each(['--help', '-h'])('says what one command is for: tickets %s', (word) => {
    const { stdout, status } = askfix('tickets', word);
    expect(status).toBe(0);
    expect(stdout).toContain('handed over');
  });

  it.each(['--version', '-v'])('says which version it is: %s', (word) => {
    const { stdout, stderr, status } = askfix(word);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect({ stdout, stderr, status }).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 });
  });

  it.each([['nonsense'], ['__proto__'], ['constructor']])(
    'calls "%s" wrong usage, with what there is',
    (word) => {
      const { stderr, status } = askfix(word);
      expect(status).toBe(2);
      expect(stderr).toContain(`there is no command "${word}"`);
      expect(stderr).not.toContain('    at ');
    },
  );

  it.each([
    ['serve', 'now'],
    ['chat', '--loud'],
    ['simulate'],
    ['simulate', '--pack', 'nowhere'],
    ['simulate', '--pack', 'qq-file-transfer', '--runs', 'many'],
    ['try'],
    ['tickets', 'a', 'b'],
  ])('says how "%s %s" goes', (...words) => {
    const { stderr, status } = askfix(...words.filter((word) => word !== undefined));
    expect(status).toBe(2);
    expect(stderr).toMatch(/Usage: askfix/);
    expect(stderr).not.toContain('    at ');
  });

  it('ends quietly when nobody reads on', () => {
    const script = `"${process.execPath}" "${launcher}" simulate --pack qq-file-transfer --runs 20 | head -1`;
    const output = execFileSync('bash', ['-c', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(output).toContain('20 people');
  });
});

describe('an old Node', () => {
  it('is told from a fitting one in one sentence, before anything is loaded that it could not parse', () => {
    const folder = mkdtempSync(join(tmpdir(), 'askfix-launcher-'));
    try {
      mkdirSync(join(folder, 'bin'));
      copyFileSync(launcher, join(folder, 'bin', 'askfix.mjs'));
      const copy = pathToFileURL(join(folder, 'bin', 'askfix.mjs')).href;
      const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.19.0' }); await import(${JSON.stringify(copy)});`;
      const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
        encoding: 'utf8',
      });
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Askfix needs Node 24 or newer, and this is Node 18\.19\.0\. Run "npm ci"/);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/check.ts';
import { edited, temporaryFolder, writeSamplePack } from '../knowledge/sample-pack.ts';
import { type CapturedOutput, captureOutput } from './captured-output.ts';

let printed: CapturedOutput;

beforeEach(() => {
  printed = captureOutput();
});

afterEach(() => vi.restoreAllMocks());

const broken = edited('causes/p1-no-paper.yaml', 'layer:', 'lauer:');
const careless = edited('observations/q1-lamp.yaml', 'usual: 0.2', 'usual: 0.5');

describe('askfix check', () => {
  it('is content with a good pack', async () => {
    expect(await run([writeSamplePack()])).toBe(0);
    expect(printed.stdout).toMatch(/^1 pack, 9 files: 0 errors, 0 warnings \(.* s\)\n$/);
  });

  it('prints a line for each error and ends with 1', async () => {
    const folder = writeSamplePack(broken);
    expect(await run([join(folder, 'sample')])).toBe(1);
    const [line = '', summary = ''] = printed.stdout.split('\n');
    expect(line).toMatch(
      /causes\/p1-no-paper\.yaml:3 {2}unknown-key {2}"lauer" → .* {2}\(Did you mean "layer"\?.*\)$/,
    );
    expect(summary).toContain('1 error,');
  });

  it('shows warnings only when asked, and does not fail for them', async () => {
    const folder = writeSamplePack(careless);
    expect(await run([folder])).toBe(0);
    expect(printed.stdout).not.toContain('weak-double-plus');
    expect(await run([folder, '--warnings'])).toBe(0);
    expect(printed.stdout).toContain('weak-double-plus (warning)');
  });

  it('writes JSON lines for programs', async () => {
    expect(await run([writeSamplePack(broken), '--json'])).toBe(1);
    expect(
      printed.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ rule: 'unknown-key', line: 3 }]);
  });

  it('names a folder that is not there', async () => {
    expect(await run([join(temporaryFolder(), 'none')])).toBe(1);
    expect(printed.stdout).toContain('no-folder');
  });

  it('refuses options it does not know', async () => {
    expect(await run(['--fix'])).toBe(2);
    expect(printed.stderr).toContain('--fix');
    expect(printed.stderr).toContain('Usage: askfix check');
  });

  it('finds no error in the shipped knowledge', async () => {
    const code = await run([]);
    expect(printed.stdout).toMatch(/^\d+ packs?, \d+ files: 0 errors/);
    expect(code).toBe(0);
  });
});

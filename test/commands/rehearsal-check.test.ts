import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/check.ts';
import { temporaryFolder } from '../knowledge/sample-pack.ts';
import { type CapturedOutput, captureOutput } from './captured-output.ts';

const printer = fileURLToPath(new URL('../fixtures/packs/office-printer', import.meta.url));
let printed: CapturedOutput;
let pack: string;

beforeEach(() => {
  printed = captureOutput();
  pack = join(temporaryFolder(), 'office-printer');
  cpSync(printer, pack, { recursive: true });
});

afterEach(() => vi.restoreAllMocks());

/** Makes every fix take an hour. */
function spoil(): void {
  const fixes = join(pack, 'fixes');
  for (const name of readdirSync(fixes)) {
    const file = join(fixes, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^minutes: .*$/m, 'minutes: 60'));
  }
}

describe('the rehearsal in askfix check', () => {
  it('says nothing of a pack that was never accepted, and writes nothing', async () => {
    expect(await run([pack])).toBe(0);
    expect(printed.stdout).not.toContain('rehearsal-worse');
    expect(existsSync(join(pack, 'rehearsal.json'))).toBe(false);
  });

  it('warns of the problem that an edit made dearer, and passes', async () => {
    expect(await run([pack, '--accept'])).toBe(0);
    spoil();
    expect(await run([pack])).toBe(0);
    expect(printed.stdout).toMatch(/rehearsal-worse \(warning\).*resolved, .* minutes, as accepted/);
  });

  it('is silent about the same numbers, and when it is switched off', async () => {
    expect(await run([pack, '--accept'])).toBe(0);
    expect(await run([pack])).toBe(0);
    spoil();
    expect(await run([pack, '--no-rehearsal'])).toBe(0);
    expect(printed.stdout).not.toContain('rehearsal-worse');
  });

  it('takes an edit as it is once it is accepted', async () => {
    await run([pack, '--accept']);
    spoil();
    await run([pack, '--accept']);
    expect(await run([pack])).toBe(0);
    expect(printed.stdout).not.toContain('rehearsal-worse');
  });

  it('refuses both options at once', async () => {
    expect(await run([pack, '--accept', '--no-rehearsal'])).toBe(2);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPacks } from '../../src/knowledge/check-packs.ts';
import { allChecks } from '../../src/knowledge/checks/all-checks.ts';
import { folders } from '../../src/knowledge/folders.ts';
import { openPacks } from '../../src/knowledge/read/open-packs.ts';
import { temporaryFolder, writeFiles } from './sample-pack.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'knowledge', 'README.md'), 'utf8');

/** The examples that name their file in the first line, by that name. */
function examples(): Record<string, string> {
  const blocks = [...readme.matchAll(/```yaml\n# (\S+\.yaml)\n([\s\S]*?)```/g)];
  return Object.fromEntries(blocks.map(([, file, text]) => [file, text]));
}

/** Rules that reading a file can find: the words after `rule: ` in the code that reads. */
function readingRules(): string[] {
  const folder = join(root, 'src', 'knowledge', 'read');
  const code = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [...code.join('\n').matchAll(/rule: '([a-z-]+)'/g)].map(([, rule]) => rule ?? '');
}

describe('knowledge/README.md', () => {
  it('has a worked example that passes every check without a warning', async () => {
    const folder = temporaryFolder();
    writeFiles(join(folder, 'printers'), examples());
    expect(Object.keys(examples()).sort()).toEqual(['pack.yaml', 'problems/printer-silent.yaml']);
    expect((await checkPacks(openPacks([folder]), '2026-11-23')).findings).toEqual([]);
  });

  it('explains every rule in a row of its own, and no rule that does not exist', () => {
    const explained = [...readme.matchAll(/^\| `([a-z-]+)`(?: ⚠)? \|/gm)].map(([, rule]) => rule);
    const rules = new Set([...allChecks.map(({ name }) => name), ...readingRules()]);
    expect(explained.sort()).toEqual([...rules].sort());
  });

  it('marks as warnings what is one', () => {
    const marked = [...readme.matchAll(/^\| `([a-z-]+)` ⚠ \|/gm)].map(([, rule]) => rule);
    const warnings = allChecks.filter(({ severity }) => severity === 'warning').map(({ name }) => name);
    expect(marked.sort()).toEqual(warnings.sort());
  });

  it('names every folder of a pack', () => {
    for (const folder of folders) expect(readme).toContain(`| \`${folder}/\` |`);
  });
});

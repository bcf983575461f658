import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readyMatcher } from '../../src/commands/learnt-borders.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { matchProblems } from '../../src/recognition/match-problems.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-borders-'));
  folders.push(folder);
  return folder;
}

const sentences = ['the printer prints nothing', '打印机没反应', 'will printing end', 'what is for lunch'];
const matchesOf = (knowledge: Knowledge) => sentences.map((text) => matchProblems(text, knowledge));

describe('learnt borders', () => {
  it('match alike whether they were just learnt or kept from an earlier start', async () => {
    const folder = newFolder();
    const fresh = await officePrinter();
    readyMatcher(fresh, folder);
    expect(readdirSync(folder)).toHaveLength(1);
    const later = await officePrinter();
    readyMatcher(later, folder);
    expect(matchesOf(later)).toEqual(matchesOf(fresh));
    expect(matchesOf(later)[0]?.decision).toBe('answer');
  });

  it('are learnt again when the file is damaged, and those of other knowledge go', async () => {
    const folder = newFolder();
    const knowledge = await officePrinter();
    readyMatcher(knowledge, folder);
    const [file] = readdirSync(folder);
    writeFileSync(join(folder, file as string), 'not what it was');
    readyMatcher(knowledge, folder);
    expect(matchesOf(knowledge)[0]?.decision).toBe('answer');
    readyMatcher({ ...knowledge, version: 'abc' }, folder);
    expect(readdirSync(folder)).toEqual([expect.stringContaining('abc')]);
  });

  it('need no folder that can be written', async () => {
    const blocked = join(newFolder(), 'file');
    mkdirSync(join(blocked, '..'), { recursive: true });
    writeFileSync(blocked, '');
    const knowledge = await officePrinter();
    readyMatcher(knowledge, blocked);
    expect(matchesOf(knowledge)[0]?.decision).toBe('answer');
  });
});

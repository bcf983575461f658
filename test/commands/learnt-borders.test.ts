import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readyMatcher } from '../../src/commands/learnt-borders.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { matchProblems } from '../../src/recognition/match-problems.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

/** Longer than learning a small pack takes on any machine. */
const patienceMs = 60_000;

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
    await readyMatcher(fresh, folder, patienceMs);
    expect(readdirSync(folder)).toHaveLength(1);
    const later = await officePrinter();
    await readyMatcher(later, folder, patienceMs);
    expect(matchesOf(later)).toEqual(matchesOf(fresh));
    expect(matchesOf(later)[0]?.decision).toBe('answer');
  });

  it('are learnt again when the file is damaged, and those of other knowledge go', async () => {
    const folder = newFolder();
    const knowledge = await officePrinter();
    await readyMatcher(knowledge, folder, patienceMs);
    const [file] = readdirSync(folder);
    writeFileSync(join(folder, file as string), 'not what it was');
    await readyMatcher(knowledge, folder, patienceMs);
    expect(matchesOf(knowledge)[0]?.decision).toBe('answer');
    await readyMatcher({ ...knowledge, version: 'abc' }, folder, patienceMs);
    expect(readdirSync(folder)).toEqual([expect.stringContaining('abc')]);
  });

  it('need no folder that can be written', async () => {
    const blocked = join(newFolder(), 'file');
    mkdirSync(join(blocked, '..'), { recursive: true });
    writeFileSync(blocked, '');
    const knowledge = await officePrinter();
    await readyMatcher(knowledge, blocked, patienceMs);
    expect(matchesOf(knowledge)[0]?.decision).toBe('answer');
  });

  it('match roughly at once, and as learnt when a thread of its own is done', {
    timeout: 60_000,
  }, async () => {
    const loaded = await loadKnowledge({ folders: [new URL('../../knowledge', import.meta.url).pathname] });
    const knowledge = loaded.knowledge as Knowledge;
    const { learnt } = await readyMatcher(knowledge, newFolder(), 0);
    const first = matchProblems('QQ文件发不出去', knowledge);
    expect(first.problems[0]?.problem).toBe('send-refused');
    await learnt;
    const full = matchProblems('QQ文件发不出去', knowledge);
    expect(full.problems[0]?.problem).toBe('send-refused');
    expect(full.problems[0]?.score).not.toBe(first.problems[0]?.score);
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/unanswered.ts';
import type { Effect } from '../../src/conversation/state.ts';
import { checkPacks } from '../../src/knowledge/check-packs.ts';
import { openPacks } from '../../src/knowledge/read/open-packs.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { writeSamplePack } from '../knowledge/sample-pack.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { type CapturedOutput, captureOutput } from './captured-output.ts';

let printed: CapturedOutput;
let packs = '';

const said: readonly (readonly [person: string, text: string, language: 'en' | 'zh'])[] = [
  ['ann', 'the toaster explodes at 5', 'en'],
  ['eve', 'The TOASTER explodes, at 17!', 'en'],
  ['bob', 'ｔｈｅ toaster explodes at 1', 'en'],
  ['bob', '咖啡機漏水', 'zh'],
  ['ann', 'say "hi": #tag', 'en'],
];

async function store(): Promise<string> {
  const folder = temporaryFolder();
  const storage = openSqlite({ folder, now: () => 1_000 });
  for (const [index, [person, text, language]] of said.entries()) {
    const given = { person, conversation: `web:${person}`, eventKey: String(index) };
    const { sequence } = await storage.receive(incoming(given), 0);
    const effect: Effect = {
      kind: 'unanswered',
      text,
      language,
      nearest: index === 0 ? ['sample/cannot-send'] : [],
    };
    const completed = step(message(sequence, given), { effects: [effect], state: null, at: index });
    await storage.complete(completed);
  }
  storage.close();
  return folder;
}

beforeEach(async () => {
  printed = captureOutput();
  packs = writeSamplePack();
  vi.stubEnv('KNOWLEDGE_DIR', packs);
  vi.stubEnv('DATA_DIR', await store());
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const groups = () =>
  printed.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('askfix unanswered', () => {
  it('groups what differs in case, width, digits and punctuation, the most frequent first', async () => {
    expect(await run(['--json'])).toBe(0);
    expect(groups()[0]).toMatchObject({ count: 3, conversations: 3, nearest: ['sample/cannot-send'] });
    expect(groups()).toHaveLength(3);
  });

  it('shows as many as are wanted, as lines to read', async () => {
    expect(await run(['--limit', '1'])).toBe(0);
    expect(printed.stdout).toContain('3× in 3 talks');
    expect(printed.stdout).toContain('nearest: sample/cannot-send');
    expect(printed.stdout).not.toContain('咖啡機');
  });

  it('says so when there is nothing', async () => {
    vi.stubEnv('DATA_DIR', join(temporaryFolder(), 'never'));
    expect(await run([])).toBe(0);
    expect(printed.stdout).toContain('Everything was understood');
    expect(await run(['--draft', 'mine'])).toBe(1);
  });

  it.each([
    [['--limit', 'many'], 2, 'whole number'],
    [['U-000000'], 1, 'no group'],
    [['--draft', 'Bad Name', '--pack', 'sample'], 2, 'not a name'],
    [['--draft', 'mine', '--pack', 'smaple'], 2, 'no pack "smaple"'],
  ])('%j ends with %i', async (words, code, why) => {
    expect(await run(words)).toBe(code);
    expect(printed.stderr).toContain(why);
  });
});

describe('a draft', () => {
  const file = () => join(packs, 'sample', 'problems', 'toaster.yaml');

  it('is a problem with those sentences, and passes every check but the one that names its gaps', async () => {
    expect(await run(['--draft', 'toaster', '--pack', 'sample'])).toBe(0);
    const text = readFileSync(file(), 'utf8');
    expect(text.match(/toaster explodes/gi)).toHaveLength(1);
    expect(text).toContain('咖啡機漏水');
    expect(text).toContain(String.raw`"say \"hi\": #tag"`);
    const { findings } = await checkPacks(openPacks([packs]), '2026-01-01');
    const wrong = findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'write-me');
    expect(wrong).toEqual([]);
    expect(findings.some(({ rule }) => rule === 'write-me')).toBe(true);
  });

  it('takes one group, by its id', async () => {
    await run(['--json']);
    const { id } = groups()[0];
    expect(await run([id, '--draft', file()])).toBe(0);
    expect(readFileSync(file(), 'utf8')).not.toContain('咖啡機');
    expect(await run(['--draft', id, '--pack', 'sample'])).toBe(0);
    expect(existsSync(join(packs, 'sample', 'problems', `${id.toLowerCase()}.yaml`))).toBe(true);
  });

  it('is never written over a file', async () => {
    writeFileSync(file(), 'mine');
    expect(await run(['--draft', file()])).toBe(1);
    expect(readFileSync(file(), 'utf8')).toBe('mine');
    expect(printed.stderr).toContain('exists already');
  });
});

import { describe, expect, it } from 'vitest';
import { checkPacks } from '../../../src/knowledge/check-packs.ts';
import { openPacks } from '../../../src/knowledge/read/open-packs.ts';
import { edited, type Files, findingsOf, samplePack, temporaryFolder, writeFiles } from '../sample-pack.ts';

const cause = 'causes/p1-no-paper.yaml';
const fix = 'fixes/p1-add-paper.yaml';
const q1 = 'observations/q1-lamp.yaml';
const problem = 'problems/cannot-print.yaml';

/** [rule, file, line, part of found → expected (tip), what is changed]. */
type Case = readonly [rule: string, file: string, line: number, words: string, changes: Files];

const cases: readonly Case[] = [
  ['unknown-key', cause, 3, 'Did you mean "layer"?', edited(cause, 'layer:', 'lauer:')],
  ['unknown-key', cause, 1, 'one of en, zh', edited(cause, 'zh: 没纸', 'zh: 没纸, fr: rien')],
  [
    'unknown-key',
    q1,
    6,
    'put the text in quotes',
    edited(q1, 'en: It blinks, zh: 在闪', 'en: It blinks, or glows, zh: 在闪'),
  ],
  ['unknown-key', q1, 11, 'one of ++, +, -, --', edited(q1, '"-":', '"---":')],
  [
    'missing-key',
    fix,
    1,
    'the key "verify"',
    edited(fix, /verify.*\n/.exec(String(samplePack[fix]))?.[0] ?? '', ''),
  ],
  [
    'wrong-kind',
    fix,
    7,
    'a text that holds a colon',
    {
      ...edited(
        fix,
        '{en: Put paper into the tray., zh: 往纸盒里放纸。}',
        '{en: {a: b}, zh: 往纸盒里放纸。}',
      ),
    },
  ],
  ['wrong-kind', cause, 5, 'a list', edited(cause, '[p1-add-paper]', 'p1-add-paper')],
  ['wrong-kind', cause, 4, 'Nothing stands after the colon', edited(cause, '{share: 3}', '')],
  [
    'wrong-kind',
    problem,
    3,
    'needs quotes',
    edited(problem, '[the printer does nothing]', '[prompt: nothing]'),
  ],
  ['wrong-value', fix, 4, 'low or medium or high', edited(fix, 'risk: low', 'risk: lo')],
  ['wrong-value', fix, 2, '1 or 2 or 3', edited(fix, 'tier: 1', 'tier: 4')],
  ['wrong-form', fix, 3, '0.5 instead of 50 %', edited(fix, 'minutes: 2', 'minutes: 2%')],
  ['wrong-form', fix, 3, 'without its unit', edited(fix, 'minutes: 2', 'minutes: 2 min')],
  ['wrong-form', cause, 5, 'lower-case', edited(cause, '[p1-add-paper]', '[p1-add-paper, P1]')],
  ['wrong-id', q1, 12, '"Dark"', edited(q1, '  dark:', '  Dark:')],
  ['wrong-id', q1, 12, '"7"', edited(q1, '  dark:', '  7:')],
  ['wrong-size', fix, 3, 'a number, at least 0.5', edited(fix, 'minutes: 2', 'minutes: 0')],
  ['wrong-size', cause, 1, 'Nothing stands after the colon', edited(cause, 'zh: 没纸', 'zh: ')],
  ['wrong-size', cause, 5, 'at least 1 of them', edited(cause, '[p1-add-paper]', '[]')],
  ['schema', cause, 1, 'at least one language', edited(cause, '{en: No paper, zh: 没纸}', '{}')],
  ['file-name', 'causes/Bad_Name.yaml', 1, 'lower-case', { 'causes/Bad_Name.yaml': 'x' }],
  ['file-name', 'causes/nul.yaml', 1, 'device names', { 'causes/nul.yaml': 'x' }],
  ['file-name', 'causes/constructor.yaml', 1, 'lower-case', { 'causes/constructor.yaml': 'x' }],
  ['file-encoding', cause, 1, 'UTF-8', { [cause]: Uint8Array.of(0xd6, 0xd0) }],
  ['file-hidden-character', cause, 2, 'U+0000', { [cause]: 'title: {en: a, zh: b}\nlayer: a\0b\n' }],
  ['yaml-tab', cause, 2, 'spaces', { [cause]: 'title:\n\ten: a\n' }],
  [
    'file-size',
    cause,
    1,
    '256 KB',
    { [cause]: Array.from({ length: 60_000 }, (_, key) => `key${key}: x`).join('\n') },
  ],
  [
    'duplicate-id',
    problem,
    10,
    'which is also in',
    {
      [problem]: `${samplePack[problem]}inline:\n  causes:\n    p1-no-paper: {title: {en: a, zh: b}, because: {en: a, zh: b}, layer: x, share: {share: 1}, fixes: [p1-add-paper]}\n`,
    },
  ],
];

describe('reading a pack', () => {
  it.each(cases)('%s: %s:%i says %s', async (rule, file, line, words, changes) => {
    // What other files say about the broken one is not its author's next step.
    const findings = (await findingsOf(changes)).filter((finding) => finding.file.endsWith(file));
    expect(findings).toMatchObject([{ rule, line, severity: 'error' }]);
    const [{ found, expected, tip } = { found: '', expected: '', tip: '' }] = findings;
    expect(`${found} → ${expected} (${tip})`.toLowerCase()).toContain(words.toLowerCase());
  });

  it('says one thing about a broken file, not one per reference to it', async () => {
    expect(await findingsOf(edited(cause, 'layer:', 'lauer:'))).toHaveLength(1);
    expect(await findingsOf(edited(fix, 'risk: low', 'risk: lo'))).toHaveLength(1);
    expect(await findingsOf(edited(q1, 'answers:', '\tanswers:'))).toHaveLength(1);
  });

  it('accepts a file that an editor on Windows wrote', async () => {
    const windows = `\ufeff${String(samplePack[cause]).replaceAll('\n', '\r\n')}`;
    expect(await findingsOf({ [cause]: windows })).toEqual([]);
  });

  it('names a missing pack.yaml and still reads the entries', async () => {
    const { 'pack.yaml': _, ...rest } = samplePack;
    const folder = temporaryFolder();
    writeFiles(`${folder}/sample`, { ...rest, ...edited(cause, 'layer:', 'lauer:') });
    const { findings } = await checkPacks(openPacks([folder]), '2026-11-23');
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-key', 'no-pack']);
  });
});

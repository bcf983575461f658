import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/knowledge/read/parse-yaml.ts';

function parsedValue(text: string): unknown {
  const parsed = parseYaml('a.yaml', text);
  if (Array.isArray(parsed)) throw new Error(JSON.stringify(parsed));
  return 'value' in parsed ? parsed.value : undefined;
}

/** [rule, line] of what is wrong, in order. */
function troubleIn(text: string): unknown[] {
  const parsed = parseYaml('a.yaml', text);
  if (!Array.isArray(parsed)) return [];
  return parsed.map(({ rule, line }) => [rule, line]);
}

describe('parseYaml', () => {
  it('keeps every scalar as it was typed', () => {
    const text = 'a: no\nb: 0x80070057\nc: 00000005\nd: 2E000\ne: 2026-01-01\nf: ~\ng: 1_000\nh:\n';
    expect(parsedValue(text)).toEqual({
      a: 'no',
      b: '0x80070057',
      c: '00000005',
      d: '2E000',
      e: '2026-01-01',
      f: '~',
      g: '1_000',
      h: '',
    });
  });

  it('reads weights as keys, quoted or not', () => {
    expect(parsedValue('"++": [a]\n+: [b]\n-: [c]\n--: [d]\n')).toEqual({
      '++': ['a'],
      '+': ['b'],
      '-': ['c'],
      '--': ['d'],
    });
  });

  it('knows where everything stands', () => {
    const parsed = parseYaml('a.yaml', '# top\ntitle:\n  en: x\nlist:\n  - a\n  - b: 1\n    c: 2\n');
    if (Array.isArray(parsed) || !('lineOf' in parsed)) throw new Error('not read');
    expect(parsed.lineOf(['title', 'en'])).toBe(3);
    expect(parsed.lineOf(['title', 'zh'])).toBe(2);
    expect(parsed.lineOf(['list', 1, 'c'])).toBe(7);
    expect(parsed.lineOf(['none'])).toBe(1);
  });

  it.each([
    ['yaml-tab', 2, 'a:\n\t- b\n'],
    ['yaml-colon', 1, 'a: the prompt: refused\n'],
    ['yaml-key', 1, 'a：b\nc: d\n'],
    ['yaml-key', 1, 'a:b\n'],
    ['yaml-key', 1, '- a\n- b\n'],
    ['yaml-key', 2, 'a: b\n? [c]\n: d\n'],
    ['yaml-key', 1, '__proto__: {polluted: yes}\n'],
    ['yaml-key', 2, 'a: b\nconstructor: c\n'],
    ['yaml-duplicate-key', 3, 'a: 1\nb: 2\na: 3\n'],
    ['yaml-documents', 2, 'a: 1\n---\nb: 2\n'],
    ['yaml-first-character', 1, 'a: `winver`\n'],
    ['yaml-first-character', 1, 'a: @all\n'],
    ['yaml-backslash', 1, 'a: "C:\\qq"\n'],
    ['yaml-indent', 3, 'a:\n  b: 1\n c: 2\n'],
    ['yaml-unclosed', 2, 'a: "x\n'],
    ['yaml-leftover', 1, "a: 'it's'\n"],
    ['yaml-alias', 1, 'a: &x 1\n'],
    ['yaml-alias', 1, 'a: *\n'],
    ['yaml-tag', 1, 'a: !!int 3\n'],
    ['yaml-tag', 2, 'a: 1\nb: !<!x> 3\n'],
    ['yaml-comment', 1, 'en: press # to go on\n'],
    ['yaml-comment', 3, 'zh:\n  - a\n  - b # c\n'],
    ['yaml-empty', 1, ''],
    ['yaml-empty', 1, '# only a comment\n'],
  ])('names the trap %s in line %i', (rule, line, text) => {
    expect(troubleIn(text)).toEqual([[rule, line]]);
  });

  it('does not take comments elsewhere for lost text', () => {
    expect(troubleIn('a: [x, y] # why\nen: "x" # why\nzh:\n  - a\n  # why\n')).toEqual([]);
  });

  it('keeps to the object it builds, whatever the keys', () => {
    troubleIn('a:\n  __proto__:\n    polluted: yes\n');
    expect('polluted' in {}).toBe(false);
  });

  it('refuses an alias bomb without expanding it', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`,
    );
    const findings = troubleIn(`l0: &l0 [x, x]\n${levels.join('\n')}\n`);
    expect(findings.length).toBeGreaterThan(30);
    expect(new Set(findings.map((finding) => (finding as unknown[])[0]))).toEqual(new Set(['yaml-alias']));
  });

  it.each([
    ['[', 10_000],
    ['{a: ', 5_000],
    ['- ', 20_000],
  ])('refuses %j repeated %i times', (part, times) => {
    expect(troubleIn(part.repeat(times))[0]?.[0 as never]).toBe('yaml-depth');
  });

  it('does not parse a file of too many parts', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: v`).join('\n');
    expect(troubleIn(text)).toEqual([['file-size', 1]]);
  });
});

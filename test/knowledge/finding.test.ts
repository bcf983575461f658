import { describe, expect, it } from 'vitest';
import { type Finding, formatFinding, quote, summariseFindings } from '../../src/knowledge/finding.ts';

const finding: Finding = {
  file: 'a.yaml',
  line: 3,
  rule: 'wrong-value',
  severity: 'error',
  found: '"lo"',
  expected: 'low',
  tip: 'Write low.',
};

describe('formatFinding', () => {
  it('says file, line, rule, found, expected and tip in one line', () => {
    expect(formatFinding(finding)).toBe('a.yaml:3  wrong-value  "lo" → low  (Write low.)');
    expect(formatFinding({ ...finding, severity: 'warning' })).toContain('wrong-value (warning)');
  });
});

describe('summariseFindings', () => {
  it('keeps 20 of a rule and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...finding, line: index + 1 }));
    const summary = summariseFindings([...many, { ...finding, rule: 'other' }]);
    expect(summary).toHaveLength(22);
    expect(summary.at(-1)).toMatchObject({ rule: 'wrong-value', found: '5 more of wrong-value' });
  });

  it('keeps 20 as they are', () => {
    const many = Array.from({ length: 20 }, () => finding);
    expect(summariseFindings(many)).toEqual(many);
  });
});

describe('quote', () => {
  it('makes any value fit for one line of a terminal', () => {
    expect(quote('a\n\u001b[31mb\u202e')).toBe('"a [31mb"');
    expect(quote('x'.repeat(200))).toHaveLength(83);
    expect([quote(''), quote(undefined), quote(['a']), quote({ a: 1, b: 2 })]).toEqual([
      'an empty value',
      'nothing',
      'a list of 1',
      'keys a, b',
    ]);
  });
});

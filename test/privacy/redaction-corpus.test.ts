import { describe, expect, it } from 'vitest';
import { redact } from '../../src/privacy/redact.ts';
import { type Judged, judge, redactionCorpus, scored } from '../fixtures/redaction-corpus.ts';

const corpus = redactionCorpus();
const judged = corpus.map(judge);

function faults(lines: readonly Judged[]): readonly string[] {
  return lines.filter(({ missed, needless }) => missed + needless > 0).map(({ redacted }) => redacted);
}

describe('the labelled corpus', () => {
  it('has lines enough, in both languages, at least half of them look-alikes', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    for (const language of ['en', 'zh']) {
      const lines = corpus.filter((line) => line.language === language);
      expect(lines.length).toBeGreaterThanOrEqual(150);
      expect(lines.filter(({ secrets }) => secrets.length === 0).length / lines.length).toBeGreaterThan(0.5);
    }
    for (const { text, secrets } of corpus) {
      expect(text).not.toMatch(/\{\d\}/);
      for (const { value } of secrets) expect(text).toContain(value);
    }
  });

  it.each(['en', 'zh'])('in %s: recall of at least 0.99 and precision of at least 0.97', (language) => {
    const lines = judged.filter((line) => line.language === language);
    const { recall, precision } = scored(lines);
    expect(recall, faults(lines).join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(precision, faults(lines).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('is not changed by a second redaction', () => {
    for (const { redacted } of judged) expect(redact(redacted)).toEqual({ text: redacted, found: [] });
  });

  it('is judged by what is left of a secret, not by what was hidden', () => {
    const line = {
      language: 'en',
      text: 'a 13812345678 b',
      secrets: [{ kind: 'phone', value: '13812345678' }],
    };
    expect(judge(line)).toMatchObject({ missed: 0, needless: 0 });
    expect(judge({ ...line, secrets: [{ kind: 'phone', value: 'a 13812345678' }] }).needless).toBe(1);
    expect(
      judge({ ...line, text: 'a 138123456 b', secrets: [{ kind: 'phone', value: '138123456' }] }).missed,
    ).toBe(1);
    expect(judge({ ...line, secrets: [] }).needless).toBe(1);
  });
});

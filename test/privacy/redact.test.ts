import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/privacy/redact.ts';
import { privateLines, publicLines } from './corpus.ts';

describe('redact', () => {
  it.each(privateLines)('hides what is private in %j', (line, expected) => {
    expect(redact(line).text).toBe(expected);
  });

  it.each(publicLines)('leaves %j alone', (line) => {
    expect(redact(line)).toEqual({ text: line, found: [] });
  });

  it('says how much of what it hid, and never what', () => {
    const { found } = redact('a@x.example, b@x.example, 13812345678');
    expect(found).toEqual([
      { kind: 'email', count: 2 },
      { kind: 'phone', count: 1 },
    ]);
  });

  it('gives the same value the same number', () => {
    expect(redact('13812345678 13912345678 13812345678').text).toBe('[phone 1] [phone 2] [phone 1]');
  });

  it('finds what directly follows something hidden', () => {
    expect(redact('13812345678+8613912345678').text).toBe('[phone 1][phone 2]');
    expect(redact('AKIAABCDEFGHIJ23456713812345678').text).toBe('[token 1][phone 1]');
  });

  it('changes nothing more the second time', () => {
    const pieces = [
      ...privateLines.map(([line]) => line),
      ...publicLines,
      '+',
      '-',
      ' ',
      '@',
      '[token 1]',
      '=',
      '密码',
      '1',
      'a.',
    ];
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(line, (text) => {
        const once = redact(text).text;
        expect(redact(once)).toEqual({ text: once, found: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('works on hostile text in a time that grows with its length only', () => {
    const hostile = [
      'a',
      'a@',
      '1',
      '+1 ',
      '-----BEGIN PRIVATE KEY-----',
      '://a:',
      'password=',
      'token: ',
      'eyJ',
      'eyJaaaaaaaa.',
      '0755-',
      '(',
      'sk-a',
      'M.',
    ];
    for (const piece of hostile) {
      const short = timed(piece.repeat(20_000 / piece.length));
      const long = timed(piece.repeat(200_000 / piece.length));
      // Ten times the text: a quadratic pattern takes a hundred times as long. The floor keeps the clock's grain out.
      expect(long / Math.max(short, 3), piece).toBeLessThan(50);
    }
  });
});

function timed(text: string): number {
  const start = performance.now();
  redact(text);
  return performance.now() - start;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedUp, redact } from '../../src/privacy/redact.ts';
import { redactionCorpus } from '../fixtures/redaction-corpus.ts';
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

  it('gives a value written otherwise the same number, also in the next text', () => {
    const numberOf = countedUp();
    expect(redact('138-1234-5678 A.B@x.example', numberOf).text).toBe('[phone 1] [email 1]');
    expect(redact('13912345678 13812345678 a.b@X.example', numberOf).text).toBe(
      '[phone 2] [phone 1] [email 1]',
    );
  });

  it('sees full-width signs as what they are', () => {
    expect(redact('密码＝ａｂｃ１２３，手机１３８１２３４５６７８').text).toBe(
      '密码＝[token 1]，手机[phone 1]',
    );
  });

  it('goes on behind a number whose check digit is wrong', () => {
    expect(redact('110101199003070010 then 11010519491231002X').text).toBe('110101199003070010 then [id 1]');
  });

  it('finds what directly follows something hidden', () => {
    expect(redact('13812345678+8613912345678').text).toBe('[phone 1][phone 2]');
    expect(redact('AKIAABCDEFGHIJ23456713812345678').text).toBe('[token 1][phone 1]');
  });

  it('changes nothing more the second time', () => {
    const pieces = [
      ...privateLines.map(([line]) => line),
      ...publicLines,
      ...redactionCorpus().map(({ text }) => text),
      'QQ号',
      '微信: ',
      'C:\\Users\\',
      '/home/',
      'Bearer ',
      '[qq 1]',
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
      'QQ号',
      'QQ1',
      '微信号',
      'vx:a',
      'C:/Users/a',
      'C:\\Users\\',
      '/home/a',
      'Cookie: a=',
      '4111 ',
      '4111',
      '110101199003070010',
      'SG.a',
      'phone: 1',
      'secret key ',
      '\uff10\uff0b',
      'Private-Lines: 1 ',
      'Authorization: Basic ',
      'mysql a -',
      ' -u a',
      'redis-cli ',
      'password ',
      '密码a',
      'otp ',
      ':thin:a/',
      'size=1',
      'my wechat ',
    ];
    for (const piece of hostile) {
      const short = timed(piece.repeat(20_000 / piece.length));
      const long = timed(piece.repeat(200_000 / piece.length));
      // Ten times the text: a quadratic pattern takes a hundred times as long. The floor keeps the clock's grain out.
      expect(long / Math.max(short, 3), piece).toBeLessThan(50);
    }
  });
});

/** Milliseconds of processor time. */
function timed(text: string): number {
  const start = process.cpuUsage();
  redact(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

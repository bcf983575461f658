import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { knowledgeOfCodes } from '../small-knowledge.ts';

const knowledge = knowledgeOfCodes(
  'hresult/0x80070057',
  'win32/5',
  'win32/10060',
  'win32/10061',
  'ntstatus/0xC0000005',
  'qq_bot/10001',
  'discord_rest/10001',
  'qq_client/0x00008C02',
  'qq_client/00000005',
  'qq_client/-70',
  'qq_client/168',
  'oracle/ORA-01017',
  'libuv/ECONNREFUSED',
  'http/404',
);
const none = knowledgeOfCodes();

/** `family/code` of what is found, with `?` behind what the knowledge does not name. */
function found(text: string, known = knowledge): string[] {
  return findCodes(text, known).map(({ family, code, named }) => `${family}/${code}${named ? '' : '?'}`);
}

describe('a 32-bit code', () => {
  it.each([
    '0x80070057',
    '0X80070057',
    '0x80070057L',
    '(0x80070057)',
    'hr=0x80070057',
    '应用程序无法正常启动0x80070057。',
    '0Ｘ８００７００５７',
    '0×80070057',
    '0xFFFFFFFF80070057',
    '-2147024809',
    '\u22122147024809',
    '2147942487',
    '18446744071562526807',
    '80070057',
    '错误代码：80070057',
    '安装失败错误 80070057',
    'error-2147024809',
    '错误-2147024809',
    '"hresult": -2147024809',
    '0x8007\u200b0057',
    'https://example.com/?hr=0x80070057',
  ])('is found in %s', (text) => {
    expect(found(text)).toEqual(['hresult/0x80070057']);
  });

  it.each([
    ['0xC0000005', 'ntstatus/0xC0000005'],
    ['崩溃 c0000005', 'ntstatus/0xC0000005'],
    ['-1073741819', 'ntstatus/0xC0000005'],
    ['0x80070005', 'win32/5'],
    ['0xD0000005', 'ntstatus/0xC0000005'],
    ['0x80190194', 'http/404'],
  ])('%s leads to %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('shows the ladder that led from one family to another', () => {
    expect(findCodes('0x80070005', knowledge)[0]).toMatchObject({
      via: 'hresult/0x80070005 facility 7',
      named: true,
    });
  });

  it('is decoded, and not named, when the knowledge has nothing', () => {
    expect(findCodes('0x80070057', none)).toEqual([
      {
        family: 'hresult',
        code: '0x80070057',
        span: [0, 10],
        score: 0.6,
        also: [{ family: 'win32', code: '87' }],
        named: false,
        sure: true,
        rivals: 1,
        count: 1,
      },
    ]);
  });

  it('decodes to the same from every form of every Win32 error', () => {
    const code = fc.integer({ min: 1, max: 0xffff });
    fc.assert(
      fc.property(code, (win32) => {
        const value = 0x80070000 + win32;
        const hex = value.toString(16);
        const wide = Array.from(`0x${hex}`, (character) =>
          String.fromCharCode(character.charCodeAt(0) + 0xfee0),
        ).join('');
        const known = knowledgeOfCodes(`win32/${win32}`);
        const forms = [
          `0x${hex}`,
          `0X${hex.toUpperCase()}`,
          `0xffffffff${hex}`,
          `错误代码 ${hex}`,
          wide,
          String(value - 2 ** 32),
          `error code ${value}`,
          `error ${win32}`,
        ];
        for (const form of forms) expect(found(form, known), form).toEqual([`win32/${win32}`]);
      }),
    );
  });
});

describe('a number beside a code word', () => {
  it.each([
    ['error 5', ['win32/5']],
    ['错误码 10060', ['win32/10060']],
    ['错误码是10060', ['win32/10060']],
    ['錯誤碼：10060', ['win32/10060']],
    ['10060错误', ['win32/10060']],
    ['code: 5', ['win32/5']],
    ['errcode=10060', ['win32/10060']],
    ['{"code":10060}', ['win32/10060']],
    ['error #10060', ['win32/10060']],
    ['error10060', ['win32/10060']],
    ['code -70', ['qq_client/-70']],
    ['QQ 登录 168', ['qq_client/168']],
    ['错误 0x8c02', ['qq_client/0x00008C02']],
    ['QQ报 00000005', ['qq_client/00000005']],
    ['10060', ['win32/10060']],
    ['QQ 10060 怎么办', ['win32/10060']],
    ['https://example.com/?errcode=10060&x=1', ['win32/10060']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('that several families have is given with the others', () => {
    expect(findCodes('QQ错误码10001', knowledge)).toMatchObject([
      { family: 'qq_bot', code: '10001', also: [{ family: 'discord_rest', code: '10001' }], named: true },
    ]);
  });

  it.each([
    ['错误代码：99999', 'unknown/99999?'],
    ['error 1053', 'unknown/1053?'],
  ])('%s is said to be unknown', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('a name', () => {
  it.each([
    ['ORA-01017: invalid username', ['oracle/ORA-01017']],
    ['connect ECONNREFUSED 10.0.0.1:5432', ['libuv/ECONNREFUSED']],
    ['ECONNREFUSEDX', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what is no code', () => {
  it.each([
    '5',
    '48',
    '482913',
    '2 files failed',
    '第2个文件失败',
    'error 5 times',
    '报错3次',
    'it took 5 seconds, error',
    '1.10060 error',
    'v2.10060.5',
    'QQ 2147942487',
    'QQ号2853912345报错',
    '电话 13800138000',
    '+86 2147942487',
    '010-2147024809',
    '3105551234',
    '价格 ¥2147942487',
    '$10060',
    '验证码 10060',
    'zip code 10060',
    '邮编 10060',
    '版本 10060',
    'commit 8a3f9c21 fixes error',
    '550e8400-e29b-41d4-a716-80070057ffff',
    '#80070057',
    'd41d8cd98f00b204e9800998ecf8427e',
    '2024-10-06',
    '2024/10/06',
    '10:06:01',
    '192.168.1.5',
    '::1',
    'main.c:10060',
    'localhost:10060',
    'https://example.com/10060/0x80070057',
    '0xFFCC8800',
    '订单86001234支付错误',
    'pid 10060',
    '100%',
    '',
    '0x',
    '-',
    '²①½',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('any text', () => {
  it('gives spans inside it, in order, and never throws', () => {
    const pieces = fc.constantFrom(
      '0x',
      '80070057',
      '错误码',
      'error ',
      '-',
      '2147024809',
      '×',
      '\u200b',
      '\u001b[3',
      '://',
      '.',
      ':',
      '８',
      '#',
      ' ',
      '\ud800',
      '个',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { span, score } of findCodes(text, knowledge)) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          last = span[0];
        }
      }),
      { numRuns: 500 },
    );
  });

  it('quotes exactly what stood there', () => {
    const text = '提示\u200b错误代码：０×８００７００５７，请重试 error 5';
    expect(findCodes(text, knowledge).map(({ span }) => text.slice(...span))).toEqual([
      '０×８００７００５７',
      '5',
    ]);
  });

  it('collapses repeats to the first sighting', () => {
    expect(findCodes('0x80070057\n0x80070057\n-2147024809', knowledge)).toMatchObject([
      { span: [0, 10], count: 3 },
    ]);
  });

  it.each([
    [
      'a log',
      '2024-11-22 10:12:33.123 [INFO] worker 12 request id=8842 took 35 ms, status 200 code 0x80070057\n',
    ],
    ['one endless word', 'A'],
    ['hex without end', '0x'],
    ['numbers joined', '-1'],
    ['dots', '1.'],
    ['full width', '０ｘ８'],
    ['code words only', '错误码'],
    ['bare hex with code words', 'error 8007005 '],
    ['colour codes', '\u001b[31m'],
  ])('takes time in proportion to its length: %s', (_, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const started = performance.now();
      findCodes(text, knowledge);
      return performance.now() - started;
    };
    time(50_000);
    const short = Math.min(...[1, 2, 3, 4, 5].map(() => time(100_000)));
    const long = Math.min(...[1, 2, 3].map(() => time(400_000)));
    // Quadratic time would be 16 times as long; the constant keeps out what else the machine does.
    expect(long).toBeLessThan(10 * short + 60);
  });
});

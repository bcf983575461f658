import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardOf, lookUpText, run } from '../../src/commands/lookup.ts';
import { knowledgeOf, pack, problem } from '../recognition/small-knowledge.ts';
import { captureOutput } from './captured-output.ts';

const knowledge = knowledgeOf(
  pack('p', {
    problems: [
      problem('parameter', {
        codes: ['hresult/0x80070057', 'win32/87'],
        title: { en: 'The parameter is incorrect', zh: '参数错误' },
        meaning: { en: 'Some call got a wrong value.', zh: '某个调用收到了错误的值。' },
      }),
    ],
  }),
);

function card(text: string, language: 'en' | 'zh' = 'en'): string {
  return lookUpText(text, knowledge)
    .map((code) => cardOf(code, language))
    .join('\n\n');
}

afterEach(() => void vi.restoreAllMocks());

describe('askfix lookup', () => {
  it.each(['0x80070057', '-2147024809', '2147942487', '80070057'])(
    'takes %s apart and says what the knowledge says',
    (text) => {
      expect(card(text)).toBe(`${text}
hresult 0x80070057
The parameter is incorrect
Some call got a wrong value.
  hex: 0x80070057
  signed: -2147024809
  unsigned: 2147942487
  severity: error
  facility: WIN32 (7)
  inner code: win32 87
win32 87`);
    },
  );

  it('takes a bare number for a code', () => {
    expect(card('87', 'zh')).toBe('87\nwin32 87\n参数错误\n某个调用收到了错误的值。');
  });

  it('says plainly that the knowledge has nothing, and decodes all the same', () => {
    const text = card('0x80190194');
    expect(text).toContain('I have nothing reliable on 0x80190194');
    expect(text).toContain('inner code: http 404');
    expect(text).not.toContain('parameter');
  });

  it('reads every code of a longer text', () => {
    expect(lookUpText('错误码 87，之后 0x80190194', knowledge).map(({ code }) => code)).toEqual([
      '87',
      '0x80190194',
    ]);
  });

  it('wants a text', async () => {
    const output = captureOutput();
    expect(await run([])).toBe(2);
    expect(await run(['--json'])).toBe(2);
    expect(output.stderr).toContain('askfix lookup');
  });

  it('prints JSON, and exits with 1 when there is no code', async () => {
    const output = captureOutput();
    expect(await run(['0x80070057', '--json'])).toBe(0);
    expect(JSON.parse(output.stdout)).toMatchObject({
      text: '0x80070057',
      codes: [{ code: '0x80070057', readings: [{ family: 'hresult' }, { family: 'win32' }] }],
    });
    expect(await run(['hello'])).toBe(1);
    expect(output.stderr).toContain('no error code in "hello"');
  }, 60_000);

  it.each([
    ['git@github.com: Permission denied (publickey).', 'ssh knows no key of yours'],
    ['由于找不到VCRUNTIME140.dll，无法继续执行代码', '缺少 DLL'],
  ])(
    'says what a program’s message means that has no code: %s',
    async (text, title) => {
      const output = captureOutput();
      expect(await run([text])).toBe(0);
      expect(output.stdout).toContain(title);
    },
    60_000,
  );

  it('names in JSON the problem that a message belongs to', async () => {
    const output = captureOutput();
    expect(await run(['Connection refused', '--json'])).toBe(0);
    expect(JSON.parse(output.stdout)).toMatchObject({ codes: [], printed: [{ problem: 'econnrefused' }] });
  }, 60_000);
});

import type { CodeFamily } from '../../../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { hex32 } from '../../../src/recognition/codes/decode.ts';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';

function wide(text: string): string {
  return text
    .replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
}

/** Every form in which a Win32 code is written: wrapped, signed, unsigned, with and without 0x, both cases, full-width. */
export function formsOfWin32(code: number): readonly string[] {
  const value = 0x80070000 + code;
  const hex = hex32(value).slice(2);
  return [
    `0x${hex}`,
    `0X${hex.toLowerCase()}`,
    `0xFFFFFFFF${hex}`,
    `错误代码 ${hex}`,
    `error code ${hex.toLowerCase()}`,
    wide(`0x${hex}`),
    wide(`0X${hex.toLowerCase()}`),
    String(value - 2 ** 32),
    wide(String(value - 2 ** 32)),
    `错误 ${value}`,
    `系统错误 ${code}`,
    wide(`系统错误 ${code}`),
  ];
}

/** The Win32 codes of a table that an HRESULT can carry. */
export function win32Codes(families: readonly CodeFamily[]): readonly number[] {
  const codes = families
    .filter(({ id }) => id === 'win32')
    .flatMap(({ rows }) => rows.split('\n').map((row) => Number(row.split(',')[0])));
  return [...new Set(codes)].filter((code) => code > 0 && code <= 0xffff);
}

/** Whether some reading of a text is the Win32 code, or the HRESULT that carries it. */
export function leadsTo(text: string, code: number, knowledge: Knowledge): boolean {
  const wrapped = hex32(0x80070000 + code);
  return findCodes(text, knowledge)
    .filter(({ named }) => named)
    .flatMap(({ also = [], ...one }) => [one, ...also])
    .some(
      ({ family, code: found }) =>
        (family === 'win32' && found === String(code)) || (family === 'hresult' && found === wrapped),
    );
}

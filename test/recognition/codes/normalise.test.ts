import { describe, expect, it } from 'vitest';
import { originOf } from '../../../src/languages/fold.ts';
import { normaliseForCodes } from '../../../src/recognition/codes/normalise.ts';

describe('normaliseForCodes', () => {
  it.each([
    ['plain text stays itself', 'error 87\r\n\t', 'error 87\r\n\t'],
    ['full-width forms', '错误代码：０Ｘ８００７', '错误代码:0X8007'],
    ['the multiplication sign of web pages', '0×80070057', '0x80070057'],
    ['but not between numbers and words', '3×文件', '3×文件'],
    ['a Cyrillic х', '0х80070057', '0x80070057'],
    ['dashes that mean minus', '\u2212\uff0d\u20142147024809', '---2147024809'],
    ['Traditional code words', '錯誤代碼', '错误代码'],
    ['invisible characters', '0x8007\u200b0057\ufeff', '0x80070057'],
    ['piled-up marks', '8\u03367\u0489'.replace('\u0489', '\u0302'), '87'],
    ['colours of a terminal', '\u001b[31;1merror\u001b[0m 87', 'error 87'],
    ['an escape without end', 'a\u001b[', 'a'],
    ['numbers that only look like digits stay', '²①½', '²①½'],
  ])('%s', (_, text, expected) => {
    expect(normaliseForCodes(text).text).toBe(expected);
  });

  it('says where each unit came from', () => {
    const text = '\u200b错误\u001b[31m87';
    const normalised = normaliseForCodes(text);
    const start = normalised.text.indexOf('87');
    expect(text.slice(originOf(normalised, start), originOf(normalised, start + 2))).toBe('87');
  });
});

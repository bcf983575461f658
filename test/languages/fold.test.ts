import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originOf } from '../../src/languages/fold.ts';

describe('fold', () => {
  it.each([
    ['lower-cases', 'QQ Error', 'qq error'],
    ['makes full-width forms plain', '０Ｘ８００７ ＱＱ！', '0x8007 qq!'],
    ['reads circled numbers', '②', '2'],
    [
      'takes Traditional for Simplified',
      '檔案傳送發生錯誤，網路電腦關閉開啟',
      '文件发送发生错误,网络电脑关闭开启',
    ],
    ['takes regional words for the mainland ones', '伺服器 資料夾 軟體', '服务器 文件夹 软件'],
    ['takes invisible characters away', 'a\u200bb\u202ec\u00add', 'abcd'],
    ['takes piled-up marks away', 'e\u0301\u0327\u0328r\u0336\u0489ror', 'error'],
    ['straightens apostrophes', 'doesn\u2019t', "doesn't"],
    ['makes control characters spaces', 'a\u0000b\u001bc', 'a b c'],
  ])('%s', (_, text, expected) => {
    expect(fold(text).text).toBe(expected);
  });

  it('says where each unit came from', () => {
    const text = 'x\u200b\u200b檔案';
    const folded = fold(text);
    expect(folded.text).toBe('x文件');
    expect([0, 1, 2, 3].map((index) => originOf(folded, index))).toEqual([0, 3, 4, 5]);
  });

  it('keeps origins inside the text and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text);
        let last = 0;
        for (let index = 0; index <= folded.text.length; index += 1) {
          const origin = originOf(folded, index);
          expect(origin).toBeGreaterThanOrEqual(last);
          expect(origin).toBeLessThanOrEqual(text.length);
          last = origin;
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });
});

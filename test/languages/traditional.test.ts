import { describe, expect, it } from 'vitest';
import { simplifyCharacter, simplifyWords } from '../../src/languages/traditional.ts';

describe('Traditional to Simplified', () => {
  it.each([...'檔档傳传發发錯错誤误網网絡络電电腦脑關关閉闭開开'.matchAll(/../g)].map(([pair]) => [...pair]))(
    '%s → %s',
    (from = '', to = '') => {
      expect(simplifyCharacter(from)).toBe(to);
    },
  );

  it('gives back what has no other form', () => {
    for (const character of '文件a1😀') expect(simplifyCharacter(character)).toBe(character);
  });

  it('never changes the length of a text, so that offsets stay right', () => {
    for (const word of ['伺服器', '资料夹', '网路连线', '档案传送'])
      expect(simplifyWords(word)).toHaveLength(word.length);
  });
});

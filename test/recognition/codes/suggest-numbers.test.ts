import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { suggestNumbers } from '../../../src/recognition/codes/suggest-numbers.ts';
import { knowledgeOfCodes } from '../small-knowledge.ts';

const knowledge = knowledgeOfCodes('win32/87', 'ntstatus/0xC0000005', 'windows_bugcheck/0x0000007B');

describe('a mistyped number', () => {
  it.each([
    ['what is 0x8007O057', '0x8007O057', '0x80070057'],
    ['0x8OO7OO57 help', '0x8OO7OO57', '0x80070057'],
    ['Ox80070057', 'Ox80070057', '0x80070057'],
    ['error 0x8007 0057', '0x8007 0057', '0x80070057'],
    ['0x 80070057', '0x 80070057', '0x80070057'],
    ['错误代码０ｘ８００７ＯＯ５７', '0x8007OO57', '0x80070057'],
    ['0x8070057', '0x8070057', '0x80070057'],
    ['0x800700057', '0x800700057', '0x80070057'],
    ['0xCOOOOOO5', '0xCOOOOOO5', '0xC0000005'],
    ['8007OO57', '8007OO57', '0x80070057'],
    ['we get 0x8OO7OO57 at start', '0x8OO7OO57', '0x80070057'],
    ['0x8007 0057 be', '0x8007 0057', '0x80070057'],
  ])('%s', (text, typed, meant) => {
    expect(suggestNumbers(text, knowledge)).toEqual({ typed, meant: [meant] });
    expect(findCodes(text, knowledge).filter(({ named }) => named)).toEqual([]);
  });

  it.each([
    '0x8007O058',
    'excellent solution',
    'colossal',
    '0xdeadbeef',
    'call 80070057 now',
    '#8007OO57',
    'x 1 2 3',
  ])('is not seen in %s', (text) => {
    expect(suggestNumbers(text, knowledge)).toBeNull();
  });

  it('is looked for in time in proportion to the length', () => {
    for (const piece of ['0x', 'x 8 ', '8o', '0 x ']) {
      const started = performance.now();
      suggestNumbers(piece.repeat(50_000), knowledge);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

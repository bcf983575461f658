import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/recognition/recognise.ts';
import { knowledgeOf, pack, problem } from './small-knowledge.ts';

const knowledge = knowledgeOf(
  pack('p', {
    problems: [
      problem('parameter', { codes: ['hresult/0x80070057', 'win32/87'] }),
      problem('denied', { codes: ['win32/5'] }),
      problem('bot', { codes: ['qq_bot/10001'] }),
      problem('discord', { codes: ['discord_rest/10001'] }),
      problem('printer', {
        says: {
          en: ['the printer does not print', 'printing fails', 'no paper comes out of the printer'],
          zh: ['打印机不打印', '打印失败'],
        },
      }),
      problem('screen', {
        says: { en: ['the screen stays black', 'no picture on the monitor'], zh: ['屏幕黑了', '显示器不亮'] },
      }),
    ],
  }),
);

describe('recognise', () => {
  it.each([
    ['a named code is an answer', '0x80070057', 'answer'],
    ['also when two families name it for one problem', '-2147024809', 'answer'],
    ['a named code rules over words', 'the printer does not print, error 5', 'answer'],
    ['a number of several families is a choice', '错误码 10001', 'choose'],
    ['so are two codes', '0x80070057 and 0x80070005', 'choose'],
    ['decoded parts only are unknown', '0x80041010', 'unknown'],
    ['so is a number that nothing names', '错误代码 99999', 'unknown'],
    ['words rule over a code that nothing names', 'the printer does not print 0x80041010', 'answer'],
    ['words alone', '打印机不打印了', 'answer'],
    ['nothing', '今天天气怎么样', 'none'],
    ['', '', 'none'],
  ])('%s', (_, text, decision) => {
    expect(recognise(text, knowledge).decision).toBe(decision);
  });

  it('tells the language, and takes the hint where there is none to tell', () => {
    expect(recognise('打印失败', knowledge, { language: 'en' }).language).toBe('zh');
    expect(recognise('0x80070057', knowledge, { language: 'zh' }).language).toBe('zh');
    expect(recognise('0x80070057', knowledge).language).toBe('other');
  });

  it('finds a code at the end of a long log, whose words are not read that far', () => {
    const log = `${'INFO all is well\n'.repeat(2000)}FATAL 0x80070057`;
    expect(recognise(log, knowledge)).toMatchObject({ decision: 'answer', codes: [{ code: '0x80070057' }] });
  });

  it('never throws and keeps its promises, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 50 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { codes, problems } = recognise(text, knowledge);
        expect(problems.length).toBeLessThanOrEqual(3);
        for (const { score } of [...codes, ...problems]) expect(score >= 0 && score <= 1).toBe(true);
        for (const { span } of codes)
          expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

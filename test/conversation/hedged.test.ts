import { beforeAll, describe, expect, it } from 'vitest';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { LanguageCode } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

function afterSaying(language: LanguageCode, ...words: readonly string[]) {
  const talk = startTalk(knowledge, { id: 'hedged', language });
  const replies = words.map((said) => talk.say(said));
  return { talk, replies, last: replies.at(-1), read: readTalk(talk.state?.events ?? []) };
}

describe('an answer that hedges', () => {
  it.each([
    ['en', 'the printer prints nothing', 'I guess yes', 0.8],
    ['en', 'the printer prints nothing', 'yes, but I am not sure', 0.65],
    ['en', 'the printer prints nothing', 'yes', undefined],
    ['zh', '打印机没反应', '好像有灯', 0.8],
    ['zh', '打印机没反应', '可能有灯', 0.65],
    ['zh', '打印机没反应', '有灯', undefined],
  ] as const)('%s: "%s" … "%s" is worth %s', (language, complaint, words, share) => {
    const { read, replies } = afterSaying(language, complaint, words);
    expect(replies[0]?.about.question).toBe('q-power');
    expect(read.answers.get('q-power')).toBe('yes');
    expect(read.hedged.get('q-power')).toBe(share);
  });

  it.each([
    ['en', ['the printer prints nothing', 'yes', "I'm not sure about my last answer"]],
    ['en', ['the printer prints nothing', 'yes', 'my previous answer may be wrong']],
    ['zh', ['打印机没反应', '有灯', '刚才那个我不太确定']],
  ] as const)('%s: is what an answer becomes that is doubted afterwards (%s)', (language, words) => {
    const { read, last } = afterSaying(language, ...words);
    expect(read.answers.get('q-power')).toBe('yes');
    expect(read.hedged.get('q-power')).toBe(0.65);
    expect(JSON.stringify(last?.blocks)).toContain(language === 'en' ? 'not quite sure' : '不太确定');
  });

  it('is said unasked as well', () => {
    const { read } = afterSaying('en', 'the printer prints nothing, I think it is dark');
    expect(read.answers.get('q-power')).toBe('dark');
    expect(read.hedged.get('q-power')).toBe(0.8);
  });

  it('is taken back like any other, and counts whole once it is given without a hedge', () => {
    const { talk } = afterSaying('en', 'the printer prints nothing', 'I guess yes', 'back');
    expect(readTalk(talk.state?.events ?? []).hedged.size).toBe(0);
    talk.say('yes');
    expect(readTalk(talk.state?.events ?? []).hedged.size).toBe(0);
    expect(readTalk(talk.state?.events ?? []).answers.get('q-power')).toBe('yes');
  });

  it.each([
    ['en', 'the printer prints nothing', 'dark', 'sorry, I meant probably yes', 0.8],
    ['en', 'the printer prints nothing', 'dark', 'sorry, I meant yes', undefined],
    ['zh', '打印机没反应', '没有灯', '点错了，好像是有灯', 0.8],
    ['zh', '打印机没反应', '没有灯', '不对，应该是有灯', undefined],
  ] as const)(
    '%s: a correction keeps its share (%s / %s / %s)',
    (language, complaint, first, second, share) => {
      const { read } = afterSaying(language, complaint, first, second);
      expect(read.answers.get('q-power')).toBe('yes');
      expect(read.hedged.get('q-power')).toBe(share);
    },
  );

  it.each([
    ['en', ['the printer prints nothing', 'yes', 'back', 'yes', 'maybe it is dark'], 'dark', 0.65],
    ['en', ['the printer prints nothing, I think it is dark', 'it is dark'], 'dark', undefined],
    ['zh', ['打印机没反应', '有灯', '可能没有灯吧'], 'dark', 0.65],
  ] as const)(
    '%s: so does what is said late, and saying it again without a hedge (%s)',
    (language, words, answer, share) => {
      const { read } = afterSaying(language, ...words);
      expect(read.answers.get('q-power')).toBe(answer);
      expect(read.hedged.get('q-power')).toBe(share);
    },
  );

  it.each([
    ['en', ['the printer prints nothing', 'I guess yes', 'human'], 'Yes (not quite sure)'],
    ['zh', ['打印机没反应', '好像有灯', '人工'], '有灯（不太确定）'],
  ] as const)('%s: whoever takes over reads that it was hedged', (language, words, line) => {
    const { last } = afterSaying(language, ...words);
    expect(JSON.stringify(last?.blocks)).toContain(line);
  });

  it('survives JSON', () => {
    const { talk } = afterSaying('en', 'the printer prints nothing', 'I guess yes');
    expect(JSON.parse(JSON.stringify(talk.state))).toEqual(talk.state);
  });
});

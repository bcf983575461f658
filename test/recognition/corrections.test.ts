import { describe, expect, it } from 'vitest';
import { doubtsLastAnswer } from '../../src/recognition/corrections.ts';

describe('a doubt about the answer before', () => {
  it.each([
    "I'm not so sure about my last answer",
    'not certain about the previous one any more',
    'my earlier answer might be wrong',
    'I am not sure about what I said',
    '刚才那个我不太确定',
    '上一题我拿不准',
    '上个回答可能不对',
  ])('"%s" is one', (words) => {
    expect(doubtsLastAnswer(words)).toBe(true);
  });

  it.each([
    'not sure',
    'not sure, maybe the last one',
    'I think the first one, not sure',
    '刚才开始的，不太确定',
    '不确定，大概上个月吧',
    'what I said is right',
  ])('"%s" is an answer to what is open', (words) => {
    expect(doubtsLastAnswer(words)).toBe(false);
  });
});

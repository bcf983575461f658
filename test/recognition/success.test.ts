import { describe, expect, it } from 'vitest';
import { saysSuccess } from '../../src/recognition/success.ts';

describe('words that sound like success', () => {
  it.each([
    'works now',
    'killed it, fine now',
    'raised the limit and it works again',
    'yes it was logged out, works',
    '好了',
    '杀了就好了',
    '连上公司网络就好了',
    '改完重启一下解决了，谢谢',
  ])('%s: it is over', (text) => {
    expect(saysSuccess(text)).toBe(true);
  });

  it.each([
    'with sudo it works',
    'it works on my phone',
    'it worked yesterday',
    'only works when I am at home',
    'my roommate got it no problem',
    'is it fixed by now?',
    '同事都能打开',
    '用流量就好了',
    '前端传的code没问题吧',
    '这样就好了吗',
  ])('%s: it is not', (text) => {
    expect(saysSuccess(text)).toBe(false);
  });
});

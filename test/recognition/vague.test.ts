import { describe, expect, it } from 'vitest';
import { isVague } from '../../src/recognition/vague.ts';

describe('a complaint that says nothing', () => {
  it.each([
    ...[
      "it doesn't work",
      'nothing works',
      'help me please',
      "it's broken",
      'my computer has a problem',
      'it keeps failing',
    ],
    ...['something is wrong', 'it stopped working', 'sos', 'not working anymore!!', "why doesn't this work"],
    ...[
      '不行了',
      '用不了',
      '用不了了啊',
      '又坏了',
      '出问题了',
      '电脑出问题了怎么办',
      '救命',
      '软件崩了',
      '還是不行',
      '怎么回事，用不了',
    ],
  ])('%s', (text) => {
    expect(isVague(text)).toBe(true);
  });

  it.each([
    ...[
      'the printer does not work',
      'QQ cannot send files',
      'file upload fails',
      'error 0x80070057',
      'hello',
      'thanks',
      '',
    ],
    ...['打印机坏了', '文件发不了', '群文件传不上去', '你好', '今天天气怎么样', '12007 错误', '不知道'],
  ])('%s says something', (text) => {
    expect(isVague(text)).toBe(false);
  });
});

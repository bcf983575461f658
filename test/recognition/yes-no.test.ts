import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/languages/words.ts';
import { readYesNo } from '../../src/recognition/yes-no.ts';

const read = (text: string) => readYesNo(splitWords(text));

describe('yes', () => {
  it.each([
    ...[
      'yes',
      'yesss',
      'yep',
      'I think so',
      'well, yes',
      'looks like it',
      'yeah it does',
      'kind of',
      'probably yes',
    ],
    ...['pretty sure it is', 'afraid so', 'uh huh', 'ok yes', 'yes yes'],
    ...[
      '是的',
      '对对对',
      '嗯嗯',
      '应该是吧',
      '好像有',
      '有的有的',
      '是滴',
      '嗯，是的',
      '貌似是',
      '确实有',
      '當然',
      '没错',
    ],
  ])('%s', (text) => {
    expect(read(text)).toBe('yes');
  });
});

describe('no', () => {
  it.each([
    ...[
      'no',
      'nooo',
      'nope',
      'not really',
      'I guess not',
      "don't think so",
      'not that I know of',
      "well, it doesn't",
    ],
    ...['no it does not', 'I doubt it', 'not as far as I can see', 'nothing like that', 'ok, no'],
    ...[
      '没有',
      '没有啊',
      '不是的',
      '应该没有吧',
      '好像不是',
      '嗯，没有',
      '我这边没有',
      '看了，没有',
      '木有',
      '没發現',
      '哦不是',
    ],
  ])('%s', (text) => {
    expect(read(text)).toBe('no');
  });
});

describe('neither', () => {
  it.each([
    'maybe',
    'what?',
    'on my phone',
    '是不是',
    '手机上',
    'not sure',
    'yes and no',
    '不知道',
    '说不好',
    '无线网',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});

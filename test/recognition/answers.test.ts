import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, readLooseAnswer } from '../../src/recognition/answers.ts';
import type { AnswerOption } from '../../src/recognition/option-phrases.ts';

const three: readonly AnswerOption[] = [
  { label: 'Company or school', heard: { en: ['at work'], zh: ['公司网络', '学校'] } },
  { label: 'At home', heard: { zh: ['家里'] } },
  { label: 'Mobile data', heard: { en: ['4g', '5g'], zh: ['流量'] } },
];
const zhThree: readonly AnswerOption[] = [{ label: '公司或学校' }, { label: '家里' }, { label: '手机流量' }];
const yesNo: readonly AnswerOption[] = [{ label: 'Yes' }, { label: 'No' }];
const zhYesNo: readonly AnswerOption[] = [{ label: '能打开' }, { label: '打不开' }];
const zhYesOnly: readonly AnswerOption[] = [{ label: '是', heard: { zh: ['群空间满'] } }, { label: '没满' }];

function read(text: string, options: readonly AnswerOption[]): number | 'unknown' | null {
  const answer = readAnswer(text, options);
  return answer?.kind === 'option' ? answer.index : (answer?.kind ?? null);
}

describe('a number', () => {
  it.each([
    '2',
    '２',
    '②',
    '2️⃣',
    '二',
    '2.',
    '2)',
    '(2)',
    '#2',
    '选2',
    '选 2',
    '我选2',
    '我选第二个吧',
    '第二个',
    '第2个',
    'option 2',
    'Option2',
    'number two',
    'no. 2',
    'the second one',
    'second',
    '2nd',
    '2 please',
    '就2吧',
    '選擇第二項',
  ])('%s chooses the second', (text) => {
    expect(read(text, three)).toBe(1);
  });

  it.each(['the last one', '最后一个', '3', '三'])('%s chooses the last of three', (text) => {
    expect(read(text, three)).toBe(2);
  });

  it.each(['2 files failed', '4', '0', '12', '1 or 2', '1和2', '2 GB', '不是2', 'not 2', '两个都是', '2024'])(
    '%s chooses nothing',
    (text) => {
      expect(read(text, three)).toBeNull();
    },
  );
});

describe('a label', () => {
  it.each([
    'Company or school',
    'company or school!',
    'ＣＯＭＰＡＮＹ or school',
    'compny or school',
    'company or shcool',
    'company',
  ])('%s', (text) => {
    expect(read(text, three)).toBe(0);
  });

  it.each([
    ['公司', 0],
    ['家里', 1],
    ['手机流量', 2],
    ['手機流量。', 2],
    ['我用的是手机流量', 2],
  ])('%s', (text, index) => {
    expect(read(text, zhThree)).toBe(index);
  });

  it('is not guessed from a slip in a short word', () => {
    expect(read('nat', [{ label: 'not' }, { label: 'yet' }])).toBeNull();
  });

  it('is not guessed when two would fit', () => {
    expect(read('works', [{ label: 'works here' }, { label: 'works there' }])).toBeNull();
  });
});

describe('what is heard', () => {
  it.each([
    ['I am at work right now', 0],
    ['用的公司网络', 0],
    ['在家里啊', 1],
    ['5G', 2],
  ])('%s', (text, index) => {
    expect(read(text, three)).toBe(index);
  });

  it.each(['not at work', '不是公司网络'])('does not count when denied: %s', (text) => {
    expect(read(text, three)).toBeNull();
  });

  it('does not count when doubted', () => {
    expect(read("I don't know if it is at work", three)).toBe('unknown');
  });
});

describe('yes', () => {
  it.each([
    'yes',
    'Yep',
    'yeah!',
    'sure',
    'correct',
    'yes it does',
    'I think so',
    '是',
    '是的',
    '对',
    '嗯',
    '嗯嗯',
    '可以',
    '能',
    '行',
    '有',
    '没错',
    '是啊',
    '對',
    '是的，同事也一样',
  ])('%s', (text) => {
    for (const options of [yesNo, zhYesNo, zhYesOnly]) expect(read(text, options)).toBe(0);
  });
});

describe('no', () => {
  it.each([
    'no',
    'Nope.',
    'not really',
    "no it doesn't",
    "it doesn't",
    '不是',
    '没有',
    '没有啊',
    '不能',
    '不行',
    '否',
    '並沒有',
    '不，都没有',
  ])('%s', (text) => {
    for (const options of [yesNo, zhYesNo]) expect(read(text, options)).toBe(1);
  });

  it.each(['对不起', '是不是', '能不能', '有时候', '有没有', '可以吗', '行不行'])(
    '%s is neither yes nor no',
    (text) => {
      expect(read(text, yesNo)).toBeNull();
    },
  );

  it('means nothing to a question that is not about yes and no', () => {
    expect(read('yes', three)).toBeNull();
    expect(read('没有', zhThree)).toBeNull();
  });

  it('is said by denying the yes', () => {
    expect(read('不能打开', zhYesNo)).toBe(1);
    expect(read('没有，群空间没满', zhYesOnly)).toBe(1);
  });
});

describe('"don’t know"', () => {
  it.each([
    'not sure',
    "I'm not sure",
    'no idea',
    'dunno',
    "I don't know",
    'idk',
    'I forgot',
    "can't tell",
    '不知道',
    '不清楚',
    '不太清楚',
    '不确定',
    '说不好',
    '忘了',
    '我也不知道诶',
    '不是很确定',
    '不曉得',
    '没注意过',
  ])('%s', (text) => {
    for (const options of [three, yesNo, zhYesNo]) expect(read(text, options)).toBe('unknown');
  });
});

describe('any text', () => {
  it('is read without throwing, to an option that exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const index = read(text, three);
        if (typeof index === 'number') expect(three[index]).toBeDefined();
      }),
    );
  });

  it.each(['', '   ', '🙂', '…'])('%j says nothing', (text) => {
    expect(read(text, yesNo)).toBeNull();
  });

  it('says nothing when there is nothing to choose from', () => {
    expect(readAnswer('1', [])).toBeNull();
  });
});

describe('beside a choice that says "don\'t know"', () => {
  const zhAsked: readonly AnswerOption[] = [{ label: '是' }, { label: '不是' }, { label: '不清楚' }];
  const zhTest: readonly AnswerOption[] = [
    { label: '能发', facts: ['outcome/works'] },
    { label: '还是不行', facts: ['outcome/fails'] },
    { label: '不清楚' },
  ];
  const enTest: readonly AnswerOption[] = [
    { label: 'Yes', facts: ['hotspot/works', 'outcome/works'] },
    { label: 'No', facts: ['hotspot/fails', 'outcome/fails'] },
    { label: "I don't know" },
  ];

  it.each([
    ['嗯', zhAsked, 0],
    ['没有啊', zhAsked, 1],
    ['应该不是', zhAsked, 1],
    ['说不好', zhAsked, 'unknown'],
    ['可以了', zhTest, 0],
    ['发出去了', zhTest, 0],
    ['还是发不了', zhTest, 1],
    ['没成功', zhTest, 1],
    ['yep', enTest, 0],
    ['it went through', enTest, 0],
    ["on my phone's hotspot it works", enTest, 0],
    ["nope, doesn't go", enTest, 1],
    ['same error', enTest, 1],
    ['maybe', enTest, 'unknown'],
    ["i don't know", enTest, 2],
  ] as const)('%s', (text, options, expected) => {
    expect(read(text, options)).toBe(expected);
  });

  it('does not take "only me" for the first choice', () => {
    expect(read('就我一个', zhAsked)).toBeNull();
  });
});

describe('a short answer to a question that was not asked', () => {
  const networks: readonly AnswerOption[] = [
    { label: '', facts: ['network/company'] },
    { label: '', facts: ['network/home'] },
  ];

  it('is read word by word: what worked is no network at work', () => {
    expect(readLooseAnswer('at home', networks)).toEqual({ kind: 'option', index: 1 });
    expect(readLooseAnswer('work', networks)).toEqual({ kind: 'option', index: 0 });
    expect(readLooseAnswer('maybe work', networks)).toEqual({ kind: 'option', index: 0, share: 0.65 });
    expect(readLooseAnswer('done it worked thanks', networks)).toBeNull();
    expect(readLooseAnswer('it works', networks)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/recognition/answers.ts';

const en = [{ label: 'Yes' }, { label: 'No' }];
const zh = [{ label: '有' }, { label: '没有' }];

function read(text: string, options: readonly { label: string }[]): readonly [string | undefined, number] {
  const answer = readAnswer(text, options);
  return answer?.kind === 'option' ? [options[answer.index]?.label, answer.share ?? 1] : [answer?.kind, 1];
}

describe('how sure an answer is', () => {
  it.each([
    ['yes', en, 'Yes', 1],
    ['1', en, 'Yes', 1],
    ['I guess yes', en, 'Yes', 0.8],
    ['I think so', en, 'Yes', 0.8],
    ['probably not', en, 'No', 0.8],
    ['maybe yes', en, 'Yes', 0.65],
    ['yes, but I am not sure', en, 'Yes', 0.65],
    ['kind of, not sure', en, 'Yes', 0.65],
    ['有', zh, '有', 1],
    ['好像有', zh, '有', 0.8],
    ['应该没有吧', zh, '没有', 0.8],
    ['可能有', zh, '有', 0.65],
    ['不可能', zh, '没有', 1],
  ] as const)('%s', (text, options, label, share) => {
    expect(read(text, options)).toEqual([label, share]);
  });

  it('"maybe" by itself is no answer', () => {
    expect(read('maybe', en)).toEqual(['unknown', 1]);
    expect(read('可能吧', zh)).toEqual(['unknown', 1]);
  });

  it('is what is said, not what the label of the choice says', () => {
    expect(read('looks like it is full', [{ label: 'looks like it is full' }, { label: 'empty' }])[1]).toBe(
      1,
    );
    expect(read('it probably stops', [{ label: 'It probably stops there' }, { label: 'No' }])[1]).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { readNearAnswer } from '../../src/recognition/near-answer.ts';
import { offTopic } from '../fixtures/off-topic.ts';

const disk = [
  { label: 'Plenty', heard: { en: ['plenty of disk space'], zh: ['硬盘空间充足'] } },
  { label: 'Nearly full', heard: { en: ['disk is full', 'drive is almost full'], zh: ['硬盘快满了'] } },
];
const owner = [
  { label: 'Yes', heard: { en: ['work laptop', 'company computer'], zh: ['公司电脑'] } },
  { label: 'No, my own', heard: { en: ['my own pc'], zh: ['自己的电脑'] } },
];

describe('an answer by single words', () => {
  it.each([
    ['drive is quite full', disk, 1],
    ['tons of space', disk, 0],
    ['快满了', disk, 1],
    ['a private machine', owner, 1],
    ['my employer gave it to me', owner, 0],
    ['单位发的', owner, 0],
  ])('%s', (text, options, index) => {
    expect(readNearAnswer(text, options)?.index).toBe(index);
  });

  it('is worth less than a plain one', () => {
    expect(readNearAnswer('tons of space', disk)?.share).toBeLessThan(1);
  });

  it.each([
    ['speaks for both', 'the disk'],
    ['denies the word', 'not full'],
    [
      'tells a story',
      'I have bought a new computer with a large drive and it was nearly full after three weeks',
    ],
    ['shares one word of many', 'our storage rooms at the harbour have plenty windows'],
    ['is empty', ''],
  ])('is none when the text %s', (_, text) => {
    expect(readNearAnswer(text, disk)).toBeNull();
  });

  it('is hardly ever found in what is about something else', () => {
    const read = offTopic.filter((text) => [disk, owner].some((options) => readNearAnswer(text, options)));
    expect(read.length).toBeLessThanOrEqual(0.02 * offTopic.length);
  });
});

import { describe, expect, it } from 'vitest';
import { readMegabytes } from '../../src/recognition/file-size.ts';

describe('the size of a file', () => {
  it.each([
    ["it's a 3.7G video", 3788.8],
    ['2 gigabytes', 2048],
    ['half a gig', 512],
    ['a few MB', 4],
    ['300m', 300],
    ['800 KB', 0.78125],
    ['1,5 GB', 1536],
    ['一个500兆的压缩包', 500],
    ['兩個G', 2048],
    ['几十兆', 40],
    ['大概1.2个G', 1228.8],
    ['０ KB', 0],
  ])('%s is %f MB', (text, megabytes) => {
    expect(readMegabytes(text)).toBeCloseTo(megabytes, 5);
  });

  it('leans to the side of a border that was said', () => {
    expect(readMegabytes('more than 4 GB')).toBeGreaterThan(4096);
    expect(readMegabytes('4个多G')).toBeGreaterThan(4096);
    expect(readMegabytes('under 400 KB')).toBeLessThan(400 / 1024);
    expect(readMegabytes('不到1G')).toBeLessThan(1024);
  });

  it.each([
    'works at home',
    'on 4G it is the same',
    'the limit is 4 GB',
    '空间还剩2G',
    '5 MB goes and 2 GB does not',
    'error 12007',
    '5 Mb/s',
    'a mac',
    'I sent 2 GB today',
  ])('%s tells none', (text) => {
    expect(readMegabytes(text)).toBeNull();
  });

  it('may be a bare "4g" when it was asked for', () => {
    expect(readMegabytes('4g', { asked: true })).toBe(4096);
  });
});

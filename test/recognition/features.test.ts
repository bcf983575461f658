import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../src/recognition/features.ts';

describe('featuresOf', () => {
  it('takes stems and pairs of them from English, and letters inside the bounds of words', () => {
    const { words, characters } = featuresOf('sending files');
    expect([...words.keys()]).toEqual(['w:send', 'w:file', 'w:send file']);
    expect([...characters.keys()]).toEqual(expect.arrayContaining([' s', ' sen', 'ing ', 'file', 'les ']));
    expect([...characters.keys()].every((part) => part.length <= 4 && part.length >= 2)).toBe(true);
  });

  it('takes dictionary words, and one to three characters from Chinese', () => {
    const { words, characters } = featuresOf('发送文件');
    expect([...words.keys()]).toEqual(['w:发送', 'w:文件']);
    expect([...characters.keys()].sort()).toEqual(
      ['发', '送', '文', '件', '发送', '送文', '文件', '发送文', '送文件'].sort(),
    );
  });

  it('gives both for a mixed sentence, and forgives Traditional characters', () => {
    expect([...featuresOf('QQ 檔案 upload').words.keys()]).toEqual(['w:qq', 'w:文件', 'w:upload']);
  });

  it('keeps numbers whole', () => {
    expect([...featuresOf('2010').characters.keys()]).toEqual([]);
    expect([...featuresOf('2010').words.keys()]).toEqual(['w:2010']);
  });

  it('counts repeats', () => {
    expect(featuresOf('file file').words.get('w:file')).toBe(2);
  });

  it.each([
    ['how do I print', 'w:print', ['w:how', 'w:how do', ' how']],
    ['我打印怎么办', 'w:打印', ['w:我', '我', '怎么']],
  ])('counts what stands in every sentence for less: %s', (text, telling, general) => {
    const { words, characters } = featuresOf(text, 0.5);
    const counts = new Map([...words, ...characters]);
    expect(counts.get(telling)).toBe(1);
    const before = featuresOf(text);
    const full = new Map([...before.words, ...before.characters]);
    for (const feature of general) expect(counts.get(feature)).toBe((full.get(feature) ?? 0) / 2);
  });

  it('finds nothing in nothing', () => {
    expect(featuresOf('🙂 ！').words.size).toBe(0);
  });
});

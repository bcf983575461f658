import { describe, expect, it } from 'vitest';
import { scriptRuns, segmentChinese, splitWords } from '../../src/languages/words.ts';

describe('splitWords', () => {
  it.each([
    ["QQ can't send files", ['qq', 'can', 'not', 'send', 'files']],
    ['it doesnt work', ['it', 'does', 'not', 'work']],
    ['cannot', ['can', 'not']],
    ['QQ发不了文件', ['qq', '发', '不', '了', '文', '件']],
    ['report.pdf 9.9.1', ['report', 'pdf', '9', '9', '1']],
    ['🙂 … ！', []],
  ])('%s', (text, expected) => {
    expect(splitWords(text).map((word) => word.text)).toEqual(expected);
  });

  it('compares English by stems and Chinese by characters', () => {
    expect(splitWords('refused 文').map((word) => word.stem)).toEqual(['refus', '文']);
  });

  it('says where each word stands in the original', () => {
    const text = '  ＱＱ\u200b 文件';
    expect(splitWords(text).map(({ start, end }) => text.slice(start, end).replace('\u200b', ''))).toEqual([
      'ＱＱ',
      '文',
      '件',
    ]);
  });

  it('tells commas from the end of a sentence, and both from the dot in a name', () => {
    expect(splitWords('no, v9.1 fails. Yes').map((word) => word.begins)).toEqual([
      'sentence',
      'clause',
      'nothing',
      'nothing',
      'sentence',
    ]);
  });

  it('ends no sentence with the marks that programs print inside of one', () => {
    const begins = (text: string) => splitWords(text).map((word) => word.begins);
    expect(begins('npm ERR! missing <!DOCTYPE')).toEqual(['sentence', 'nothing', 'nothing', 'nothing']);
    expect(begins('help! it fails')).toEqual(['sentence', 'sentence', 'nothing']);
  });
});

describe('scriptRuns', () => {
  it('decides the language by the stretch, not by the message', () => {
    expect(scriptRuns('qq upload 失败 why')).toEqual([
      { script: 'latin', text: 'qq upload' },
      { script: 'han', text: '失败' },
      { script: 'latin', text: 'why' },
    ]);
  });
});

describe('segmentChinese', () => {
  it('finds dictionary words', () => {
    expect(segmentChinese('发送文件')).toEqual(['发送', '文件']);
  });
});

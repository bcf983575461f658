import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPictures } from '../../src/conversation/picture-words.ts';

describe('what stands for a picture', () => {
  it.each([
    '[image]',
    '[Photo]',
    '[图片]',
    '【图片】',
    '[动画表情]',
    '[image: broken.png]',
    '![](a.png)',
    '如图',
    '见截图。',
    'screenshot below:',
    'Here is a screenshot',
    '屏幕截图 2024-05-01 101200.png',
  ])('is no word: %s', (said) => {
    expect(withoutPictures(said)).toBe('');
  });

  it.each([
    ['0x80070057 [图片]', '0x80070057'],
    ['[image] upload fails [image]', 'upload fails'],
    ['看图：QQ发不了文件', '看图：QQ发不了文件'],
    ["I can't send a picture", "I can't send a picture"],
    ['photo', 'photo'],
    ['图片', '图片'],
    ['截图', '截图'],
    ['holiday.jpg', 'holiday.jpg'],
    ['docker run <image>', 'docker run <image>'],
    ['?', '?'],
    ['…', '…'],
  ])('is taken out of %j, and nothing else is', (said, rest) => {
    expect(withoutPictures(said)).toBe(rest);
  });

  it('never adds anything', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('[image]', '[图片]', '![', '](', '【', ' '));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const said = parts.join('');
        expect(withoutPictures(said).length).toBeLessThanOrEqual(said.length);
      }),
    );
  });
});

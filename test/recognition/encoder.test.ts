import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEncodable, isForEncoder } from '../../src/recognition/encoder.ts';

describe('isForEncoder', () => {
  it.each(['my monitor stays dark', 'QQ will not send my file'])('takes English: %s', (text) => {
    expect(isForEncoder(text)).toBe(true);
  });

  it.each([
    '打印机不打印',
    'the 打印机 does not print',
    'QQ won’t send 文件 to my friend',
    'mein Drucker druckt nicht und das ist schlecht',
    '12345',
    '',
    'the printer is broken. '.repeat(50),
  ])('takes nothing else: %s', (text) => {
    expect(isForEncoder(text)).toBe(false);
  });

  it('never takes a text with Chinese script, whatever else it says', () => {
    const english = fc.constantFrom('the printer', 'my screen is dark', 'please help me', 'it does not work');
    const chinese = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(english, chinese, english, (before, character, after) => {
        const text = `${before} ${character} ${after}`;
        return !isForEncoder(text) && !isEncodable(text);
      }),
    );
  });
});

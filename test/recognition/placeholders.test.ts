import { describe, expect, it } from 'vitest';
import { withoutPlaceholders } from '../../src/recognition/placeholders.ts';

describe('withoutPlaceholders', () => {
  it('leaves blanks where something was hidden, and every other place where it was', () => {
    const text = 'QQ [qq 1] says 0x80070057 to [phone 12]!';
    const bare = withoutPlaceholders(text);
    expect(bare).toBe(`QQ ${' '.repeat(6)} says 0x80070057 to ${' '.repeat(10)}!`);
    expect(bare.indexOf('0x80070057')).toBe(text.indexOf('0x80070057'));
  });

  it.each(['[1]', '[WARN 1]', '[Errno 2] no such file', '[main 0x1]', 'a[i 1', '[pid 123456789]'])(
    'leaves %j alone',
    (text) => expect(withoutPlaceholders(text)).toBe(text),
  );
});

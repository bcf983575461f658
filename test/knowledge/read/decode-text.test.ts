import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/knowledge/read/decode-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('reads UTF-8 with or without byte order mark, and line ends of any system', () => {
    expect(decodeText('a', encode('\ufeffa: 中\r\nb: 2\rc: 3\n'))).toBe('a: 中\nb: 2\nc: 3\n');
  });

  it('keeps tabs, emoji with joiners, and characters outside the basic plane', () => {
    expect(decodeText('a', encode('\t👩‍💻 𠀀'))).toBe('\t👩‍💻 𠀀');
  });

  it.each([
    ['UTF-16 little endian', Uint8Array.of(0xff, 0xfe, 0x61, 0x00)],
    ['UTF-16 big endian', Uint8Array.of(0xfe, 0xff, 0x00, 0x61)],
    ['GBK', Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4)],
  ])('names %s as the wrong encoding', (_, bytes) => {
    expect(decodeText('a', bytes)).toMatchObject([
      { file: 'a', line: 1, rule: 'file-encoding', severity: 'error' },
    ]);
  });

  it.each([
    ['NUL', '\0', 'U+0000'],
    ['a bell', '\x07', 'U+0007'],
    ['a direction override', '\u202e', 'U+202E'],
    ['a zero-width space', '\u200b', 'U+200B'],
    ['a byte order mark inside', '\ufeff', 'U+FEFF'],
  ])('names %s and its line', (_, character, name) => {
    const findings = decodeText('a', encode(`one: 1\ntwo: x${character}y\n`));
    expect(findings).toMatchObject([
      { line: 2, rule: 'file-hidden-character', found: expect.stringContaining(name) },
    ]);
    expect(JSON.stringify(findings)).not.toContain(JSON.stringify(character).slice(1, -1));
  });
});

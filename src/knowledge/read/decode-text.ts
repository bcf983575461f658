import { type Finding, quote } from '../finding.ts';

interface Objection {
  readonly line: number;
  readonly rule: string;
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
}

/**
 * Characters nobody sees and that change what is read: control characters, direction overrides, zero-width spaces.
 * (Zero-width joiners stay: emoji and some scripts need them.)
 */
const hidden = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/u;
const allowed = /[\t\n\r]/g;

/**
 * The bytes of a knowledge file as text: UTF-8, with or without byte order mark, line ends of any system.
 * @returns the text with `\n` line ends, or what is wrong with it.
 */
export function decodeText(file: string, bytes: Uint8Array): string | Finding[] {
  const text = decode(bytes);
  const objection = typeof text === 'string' ? objectionTo(text) : text;
  return objection === undefined ? String(text) : [{ file, severity: 'error', ...objection }];
}

function decode(bytes: Uint8Array): string | Objection {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { ...encoding, found: 'UTF-16' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    return { ...encoding, found: 'bytes that are not UTF-8' };
  }
}

const encoding = {
  line: 1,
  rule: 'file-encoding',
  expected: 'UTF-8',
  tip: 'Save the file as UTF-8 (in Notepad: Save as → Encoding → UTF-8). GBK and "Unicode" are not read.',
};

function objectionTo(text: string): Objection | undefined {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const character = hidden.exec(line.replaceAll(allowed, ''))?.[0];
    if (character === undefined) continue;
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const shown = line.replaceAll(character, '').trim();
    return {
      line: index + 1,
      rule: 'file-hidden-character',
      found: `${name} in ${quote(shown)}`,
      expected: 'characters that can be seen',
      tip: 'Delete the line and type it again; such characters come with texts copied from web pages, or from a file that is not text.',
    };
  }
  return undefined;
}

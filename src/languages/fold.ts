import { simplifyCharacter, simplifyWords } from './traditional.ts';

/** A text made comparable, and where each of its parts came from. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of each UTF-16 unit of `text`, and the original's length at the end; null = the same offsets. */
  readonly origins: Uint32Array | null;
}

const plainAscii = /^[\t\n\x20-\x7e]*$/;
const apostrophes = /[\u2018\u2019\u201b\u02bc\u0060\u00b4]/;
/** Zero-width and bidirectional marks, soft hyphens, and combining marks however high they are piled. */
const dropped = /[\p{Cf}\p{M}]/u;
const control = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const firstHan = 0x3400;
const lastHan = 0x9fff;

function foldUnusual(character: string): string {
  if (apostrophes.test(character)) return "'";
  let folded = '';
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (dropped.test(part)) continue;
    folded += control.test(part) && part !== '\n' ? ' ' : simplifyCharacter(part);
  }
  return folded;
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= firstHan && code <= lastHan) return simplifyCharacter(character);
  if (code >= 0x20 && code < 0x7f && code !== 0x60) return character.toLowerCase();
  return foldUnusual(character);
}

/**
 * Makes texts comparable: lower case, full-width and other compatibility forms to plain ones, Traditional Chinese to
 * Simplified, accents, piled-up marks and invisible characters away. For matching, never for showing.
 * Do not read codes from it: compatibility forms turn `²` and `①` into digits.
 */
export function fold(text: string): Folded {
  if (plainAscii.test(text)) return { text: text.toLowerCase().replaceAll('`', "'"), origins: null };
  const parts: string[] = [];
  const origins: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(offset);
    parts.push(folded);
    offset += character.length;
  }
  origins.push(offset);
  return { text: simplifyWords(parts.join('')), origins: Uint32Array.from(origins) };
}

/** Where unit `index` of the folded text stood in the original. */
export function originOf(folded: Folded, index: number): number {
  return folded.origins?.[index] ?? index;
}

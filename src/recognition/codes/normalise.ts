import type { Folded } from '../../languages/fold.ts';
import { simplifyCharacter } from '../../languages/traditional.ts';

const escapeUnit = 0x1b;
const longestEscape = 16;

/** Character → the plain one that is meant; 0 = left out. What is not here and not in the blocks below stays. */
const replacements = new Map<number, number>([
  ...codes('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63', '-'),
  ...codes('\u201c\u201d\u201e\u300c\u300d\u300e\u300f', '"'),
  ...codes('\u2018\u2019\u201a', "'"),
  ...codes('\u3000\u00a0\u2007\u202f', ' '),
  ...codes('\u3002', '.'),
  ...codes('\u3010', '['),
  ...codes('\u3011', ']'),
  ...codes(
    '\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f',
    '\0',
  ),
]);

function codes(characters: string, replacement: string): [number, number][] {
  return Array.from(characters, (character) => [character.charCodeAt(0), replacement.charCodeAt(0)]);
}

function isCombining(unit: number): boolean {
  return (unit >= 0x300 && unit <= 0x36f) || (unit >= 0x20d0 && unit <= 0x20ff);
}

function isHexDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66);
}

/** Full-width forms and real pages' `0×80070002`; Traditional characters, so that the code words need one spelling. */
function plainUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  if (unit >= 0x3400 && unit <= 0x9fff) return simplifyCharacter(String.fromCharCode(unit)).charCodeAt(0);
  if (isCombining(unit)) return 0;
  return replacements.get(unit) ?? unit;
}

/** How many units a terminal's colour code takes at `index` (`ESC [ 3 1 m`), 0 when there is none. */
function escapeLength(text: string, index: number): number {
  if (text.charCodeAt(index + 1) !== 0x5b) return 1;
  for (let end = index + 2; end < index + longestEscape; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit >= 0x40 && unit <= 0x7e) return end + 1 - index;
  }
  return 2;
}

const nothingToDo = /^[\t\n\r\x20-\x7e]*$/;

const x = 0x78;
/** What stands for the x of 0x on web pages: the multiplication sign, and the Cyrillic letter that looks like it. */
const lookAlikesOfX = new Set([0xd7, 0x445, 0x425, 0x2715]);

/**
 * Full-width forms, dashes, quotes and spaces to plain ones; invisible characters, piled-up marks and colour codes away.
 * One pass. Compatibility forms stay as they are: `²`, `①` and `½` must not become digits.
 */
export function normaliseForCodes(original: string): Folded {
  if (nothingToDo.test(original)) return { text: original, origins: null };
  const units = new Uint16Array(original.length);
  const origins = new Uint32Array(original.length + 1);
  let length = 0;
  for (let index = 0; index < original.length; index += 1) {
    const unit = original.charCodeAt(index);
    if (unit === escapeUnit) {
      index += escapeLength(original, index) - 1;
      continue;
    }
    const isX = lookAlikesOfX.has(unit) && isHexDigit(plainUnit(original.charCodeAt(index + 1)));
    const plain = isX ? x : plainUnit(unit);
    if (plain === 0) continue;
    units[length] = plain;
    origins[length] = index;
    length += 1;
  }
  origins[length] = original.length;
  const text = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  return { text, origins: origins.subarray(0, length + 1) };
}

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { codeIndexOf } from './code-index.ts';
import { hex32 } from './decode.ts';
import { findCodes } from './find-codes.ts';
import { normaliseForCodes } from './normalise.ts';

/** A number that was probably mistyped, and the 32-bit codes that it may be; never an answer by itself. */
export interface MistypedNumber {
  /** As it was typed. */
  readonly typed: string;
  /** 0x and 8 capital hex digits; the knowledge names each, or what it carries. At most three. */
  readonly meant: readonly string[];
}

const mostSuggestions = 3;
/** What a finger or a camera makes of a hex digit. */
const slips: Readonly<Record<string, string>> = {
  o: '0',
  q: '0',
  l: '1',
  i: '1',
  s: '5',
  z: '2',
  t: '7',
  g: '9',
};
/** 0x with a space in its eight digits; 0x with letters that are no hex digits, or a digit too few or too many; the same without 0x. */
const written =
  /(?<![0-9a-z])[0o]?\s?x\s?(?:(?<halves>(?=(?:\s?[0-9a-f]){8}(?![0-9a-z]))[0-9a-f]{2,6}\s[0-9a-f]{2,6})|(?<digits>[0-9a-foqlisztg]{6,10}))(?![0-9a-z])|(?<![0-9a-z#])(?<bare>[8ce][0-9a-foqlisz]{7})(?![0-9a-z])/gi;
const leastDigitsOfBare = 5;
const digitsOfCode = 8;

function isNamed(hex: string, knowledge: Knowledge): boolean {
  return findCodes(hex, knowledge, { isCode: true }).some(({ named }) => named);
}

function inserted(digits: string): string[] {
  return Array.from({ length: digits.length + 1 }, (_, at) => `${digits.slice(0, at)}0${digits.slice(at)}`);
}

function shortened(digits: string): string[] {
  return Array.from(digits, (_, at) => digits.slice(0, at) + digits.slice(at + 1));
}

/** The numbers of eight digits that are one slip away from what was typed. */
function repaired(typed: string): string[] {
  const digits = typed
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .replaceAll(/[oqlisztg]/g, (letter) => slips[letter] ?? letter);
  if (digits.length === digitsOfCode) return [digits];
  if (digits.length === digitsOfCode - 1) return inserted(digits);
  return digits.length === digitsOfCode + 1 ? shortened(digits) : [];
}

/** Whether eight characters without 0x are a code with a slip, and no word: five digits or more, and a letter that is none. */
function isSlippedBare(bare: string): boolean {
  return (bare.match(/\d/g)?.length ?? 0) >= leastDigitsOfBare && /[oqlisz]/i.test(bare);
}

/**
 * The first number of a text that is written like a 32-bit code but is none, with the codes it may mean: an O for a 0,
 * an l for a 1, spaces inside, a digit missing or doubled. Null when there is none, or none of them has a name.
 */
export function suggestNumbers(text: string, knowledge: Knowledge): MistypedNumber | null {
  const plain = normaliseForCodes(text).text;
  for (const match of plain.matchAll(written)) {
    const { halves, digits, bare } = match.groups ?? {};
    const typed = halves ?? digits ?? bare ?? '';
    if (bare !== undefined && !isSlippedBare(bare)) continue;
    const values = new Set(repaired(typed).map((value) => Number.parseInt(value, 16)));
    const meant = [...values]
      .filter((value) => value >= 0x80000000 || codeIndexOf(knowledge).byValue(value).length > 0)
      .map((value) => hex32(value))
      .filter((hex) => isNamed(hex, knowledge));
    if (meant.length > 0) return { typed: match[0].trim(), meant: meant.slice(0, mostSuggestions) };
  }
  return null;
}

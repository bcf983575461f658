import type { CodeIndex } from './code-index.ts';

/** How far from a number its own name is looked for, and how many of the name's words must stand there. */
const nameReach = 60;
const leastNameWords = 2;
/** Words of so many names that they tell none apart. */
const commonWords = new Set(`error err code the and not for status failed failure fail invalid`.split(' '));
/** What may stand between a number and its name. */
const separators = ' \t:()[],."\'-';
const mostSeparators = 3;
/** Numbers whose names are remembered; a log has few that anybody named. */
const mostRemembered = 5000;

/** A row's family and the words of its name, in lower case. */
interface Named {
  readonly family: string;
  readonly words: readonly string[];
}

interface Numbered {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The number in decimal. */
  readonly digits: string;
}

/** The families whose name for a number is made of words beside it: `4014 disallowed intents`, `bad page state 0x7B`. */
export type OwnNames = (numbered: Numbered) => readonly string[];

const nobody: readonly string[] = [];

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** Whether a word begins (or, going left, ends) at most three separators from a place. */
function hasWordBeside(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  for (let count = 0; count < mostSeparators && separators.includes(text[at] ?? '\n'); count += 1) at += step;
  return at !== from && isLetter(text.charCodeAt(at));
}

function wordsOf(symbol: string): readonly string[] {
  const parts = symbol
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
  return [...new Set(parts.filter((part) => part.length >= 3 && !commonWords.has(part)))];
}

function namesOf(index: CodeIndex, digits: string): readonly Named[] {
  return [...index.byValue(Number(digits)), ...index.byDigits(digits)].flatMap(({ family, symbol }) => {
    const words = symbol === undefined ? [] : wordsOf(symbol);
    return words.length < leastNameWords ? [] : [{ family, words }];
  });
}

function isSaid({ words }: Named, said: string): boolean {
  let missing = leastNameWords;
  for (let at = 0; words.length - at >= missing; at += 1) {
    if (said.includes(words[at] as string)) missing -= 1;
    if (missing === 0) return true;
  }
  return false;
}

/** What of the same line stands within reach, in lower case. */
function besideOf({ text, start, end }: Numbered): string {
  const before = hasWordBeside(text, start - 1, -1) ? text.slice(Math.max(0, start - nameReach), start) : '';
  const after = hasWordBeside(text, end, 1) ? text.slice(end, end + nameReach) : '';
  const lineEnd = after.indexOf('\n');
  const sameLine = lineEnd < 0 ? after : after.slice(0, lineEnd);
  return `${before.slice(before.lastIndexOf('\n') + 1)}\n${sameLine}`.toLowerCase();
}

/** The names of the numbers of a table, as they may stand beside them. */
export function ownNamesOf(index: CodeIndex): OwnNames {
  const remembered = new Map<string, readonly Named[]>();
  return (numbered) => {
    const { text, start, end, digits } = numbered;
    if (!index.hasNumber(Number(digits))) return nobody;
    if (!hasWordBeside(text, end, 1) && !hasWordBeside(text, start - 1, -1)) return nobody;
    let names = remembered.get(digits);
    if (names === undefined) {
      names = namesOf(index, digits);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(digits, names);
    }
    if (names.length === 0) return nobody;
    const said = besideOf(numbered);
    const families = names.filter((name) => isSaid(name, said)).map(({ family }) => family);
    return families.length === 0 ? nobody : families;
  };
}

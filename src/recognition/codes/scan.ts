import { addCandidate, everydayName } from './add-candidate.ts';
import type { Candidate, Place, Reading, Vocabulary } from './candidate.ts';
import { isDigit, isSpace, isWordUnit } from './characters.ts';
import { hanWordAt, isKeyRole, roleOfLatin } from './code-words.ts';
import { detectAt } from './detect-at.ts';
import { hear } from './hear-words.ts';

export interface Scan {
  readonly candidates: readonly Candidate[];
  /** Names that are words of every report as well (`Error`, `ERR`): they count where there is no other code. */
  readonly everyday: readonly Candidate[];
  /** How many words and numbers there are in all. */
  readonly words: number;
}

/** Longer words are hashes and encoded data. */
const longestWord = 64;
/** No honest piece of a log holds more; the scan ends there, so that memory stays flat whatever is pasted. */
const mostCandidates = 20_000;

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

const prefixedHex = /^0x([0-9a-f]{1,20})u?l{0,2}$/i;
const longestInteger = 20;
const bareHexLength = 8;
/** `WindowsUpdate_8024402C` */
const gluedHex = /^(?:windows)?(?:update|error|err|code|hr)_[89c][0-9a-f]{7}$/i;
const bareHex = /^[0-9a-f]{8}$/i;

/** Finds everything in a normalised text that looks like a code. One pass; each step looks at a bounded piece around it. */
export function scan(text: string, vocabulary: Vocabulary): Scan {
  const reading: Reading = {
    text,
    vocabulary,
    candidates: [],
    everyday: [],
    words: 0,
    armed: undefined,
    lastKeyEnd: Number.NEGATIVE_INFINITY,
    inAddress: false,
    lastWord: '',
  };
  let index = 0;
  while (index < text.length && reading.candidates.length < mostCandidates) {
    const unit = text.charCodeAt(index);
    if (isWordUnit(unit)) index = readWord(reading, index);
    else if (isHan(unit)) index = readHan(reading, index);
    else index = readSeparator(reading, index);
  }
  return { candidates: reading.candidates, everyday: reading.everyday, words: reading.words };
}

function readSeparator(reading: Reading, index: number): number {
  if (isSpace(reading.text.charCodeAt(index))) reading.inAddress = false;
  else if (reading.text.startsWith('://', index)) reading.inAddress = true;
  return index + 1;
}

function readHan(reading: Reading, start: number): number {
  const word = hanWordAt(reading.text, start);
  const end = start + (word?.length ?? 1);
  reading.inAddress = false;
  reading.words += 1;
  hear(reading, word?.role, { start, end });
  return end;
}

function readWord(reading: Reading, start: number): number {
  const { text } = reading;
  let end = start + 1;
  while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1;
  reading.words += 1;
  const detected = reading.inAddress ? undefined : detectAt(text, start);
  if (detected !== undefined) {
    addCandidate(reading, {
      shape: 'name',
      text: detected.code,
      start: detected.start,
      end: detected.end,
      detected,
    });
    return Math.max(detected.end, end);
  }
  const nameLength = reading.inAddress ? 0 : reading.vocabulary.nameLengthAt(text, start, end);
  if (nameLength > 0) {
    const name = { start, end: start + nameLength };
    addCandidate(reading, { shape: 'name', text: text.slice(name.start, name.end), ...name });
    return name.end;
  }
  readPlainWord(reading, start, end);
  return end;
}

function readPlainWord(reading: Reading, start: number, end: number): void {
  const word = end - start > longestWord ? '' : reading.text.slice(start, end);
  const glued = gluedNumberAt(reading, word);
  if (glued > 0) {
    const role = gluedHex.test(word) ? 'error' : roleOfLatin(word.slice(0, glued).replace(/_$/, ''));
    hear(reading, role, { start, end: start + glued });
    readNumber(reading, word.slice(glued), { start: start + glued, end });
  } else if (!readNumber(reading, word, { start, end })) {
    if (reading.vocabulary.isEverydayName(word)) reading.everyday.push(everydayName(reading, word, start));
    hear(reading, roleOfLatin(word), { start, end });
    reading.lastWord = word.toLowerCase();
  }
}

/** Where the number begins in `error87` and `err_0x57`; 0 when this is not a code word with a number stuck to it. */
function gluedNumberAt({ vocabulary }: Reading, word: string): number {
  const first = firstDigitOf(word);
  if (first <= 0) return 0;
  if (gluedHex.test(word)) return word.length - bareHexLength;
  const role = roleOfLatin(word.slice(0, first).replace(/_$/, ''));
  if (isKeyRole(role)) return first;
  const isFamily =
    /^[a-z]+\d{3,6}$/i.test(word) && vocabulary.isFamilyWord(word.slice(0, first).toLowerCase());
  return isFamily ? first : 0;
}

/** Where the first digit stands; -1 for nowhere. */
function firstDigitOf(word: string): number {
  for (let at = 0; at < word.length; at += 1) if (isDigit(word.charCodeAt(at))) return at;
  return -1;
}

function isInteger(word: string): boolean {
  if (word.length > longestInteger) return false;
  for (let at = 0; at < word.length; at += 1) if (!isDigit(word.charCodeAt(at))) return false;
  return true;
}

/** Takes a word as a number if it has the shape of one. */
function readNumber(reading: Reading, word: string, { start, end }: Place): boolean {
  const startsWithDigit = isDigit(word.charCodeAt(0));
  if (!startsWithDigit && word.length !== bareHexLength) return false;
  if (startsWithDigit && isInteger(word))
    addCandidate(reading, { shape: 'integer', text: word, start, end, detected: undefined });
  else {
    const hex = word.startsWith('0') ? prefixedHex.exec(word)?.[1] : undefined;
    if (hex !== undefined)
      addCandidate(reading, { shape: 'hex', text: hex, start, end, detected: undefined });
    else if (bareHex.test(word))
      addCandidate(reading, { shape: 'bareHex', text: word, start, end, detected: undefined });
    else return false;
  }
  return true;
}

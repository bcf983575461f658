import { hanWordAt, isKeyRole, type KeyRole, type Role, roleOfLatin } from './code-words.ts';
import { type Detected, detectAt } from './detectors.ts';

type Shape = 'hex' | 'bareHex' | 'integer' | 'name';

/** Something that has the shape of a code, with what the words around it say. */
export interface Candidate {
  readonly shape: Shape;
  /** The digits without 0x and sign, or the whole name. */
  readonly text: string;
  readonly negative: boolean;
  /** UTF-16 units of the normalised text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** A word directly before or after that speaks for a code, and how strongly. */
  key: KeyRole | undefined;
  /** Such a word stands within 40 characters. */
  near: boolean;
  /** Whether a word directly before speaks for or against a code. */
  readonly introduced: boolean;
  /** The word before says that it is something else (`QQ 2853912345`). */
  guarded: boolean;
  /** It stands in an address, or the word after says how many of what. */
  dropped: boolean;
  /** A word of a family that may have it stands directly before (`nginx 502`), or its own words follow (`502 Bad Gateway`). */
  readonly beside: readonly string[];
  /** Its spelling names its families, likeliest first (`ORA-01017`), and how they print it. */
  readonly detected?: Detected;
}

export interface Scan {
  readonly candidates: readonly Candidate[];
  /** How many words and numbers there are in all. */
  readonly words: number;
}

/** What the scan asks about words. */
export interface Vocabulary {
  /** The length of the name that begins with the word at `start`…`end`; 0 for none. */
  nameLengthAt(text: string, start: number, end: number): number;
  /** Families whose word stands directly before, or whose words follow, the number at `start`…`end`. */
  beside(text: string, start: number, end: number): readonly string[];
  /** Whether this word, in lower case, speaks for some family. */
  isFamilyWord(word: string): boolean;
}

/** Where the reading stands. Changed from word to word: one object instead of a copy for each of a million characters. */
interface Reading {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly candidates: Candidate[];
  words: number;
  /** The last word that speaks for or against the next number, and where its reach begins. */
  armed: { readonly role: KeyRole | 'guard' | 'qualifier'; readonly end: number } | undefined;
  lastKeyEnd: number;
  inAddress: boolean;
  lastWord: string;
}

const nearDistance = 40;
/** How far a code word reaches over separators: `error code  =  "` and the like. */
const keyReach = 8;
const afterReach = 2;
const mostBesideDigits = 10;
const nobody: readonly string[] = [];
const mostGuardedDigits = 6;
/** Shorter numbers need a word directly beside them that speaks for a code; logs are full of short numbers. */
const longNumber = 5;
/** Longer words are hashes and encoded data. */
const longestWord = 64;
/** No honest log holds more; the scan ends there, so that memory stays flat whatever is pasted. */
const mostCandidates = 20_000;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isWordUnit(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

const prefixedHex = /^0x([0-9a-f]{1,20})u?l{0,2}$/i;
const integer = /^\d{1,20}$/;
const bareHexLength = 8;
const bareHex = /^[0-9a-f]{8}$/i;

/** The keys whose value counts even inside an address: `?errcode=10060`. */
const queryKeys = new Set(['code', 'err', 'error', 'errno', 'errcode', 'errorcode', 'error_code', 'hr', 'e']);

/** Finds everything in a normalised text that looks like a code. One pass; each step looks at a bounded piece around it. */
export function scan(text: string, vocabulary: Vocabulary): Scan {
  const reading: Reading = {
    text,
    vocabulary,
    candidates: [],
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
  return { candidates: reading.candidates, words: reading.words };
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
    add(reading, { shape: 'name', text: detected.code, start: detected.start, end: detected.end, detected });
    return Math.max(detected.end, end);
  }
  const nameLength = reading.inAddress ? 0 : reading.vocabulary.nameLengthAt(text, start, end);
  if (nameLength > 0) {
    const name = { start, end: start + nameLength };
    add(reading, { shape: 'name', text: text.slice(name.start, name.end), ...name });
    return name.end;
  }
  readPlainWord(reading, start, end);
  return end;
}

function readPlainWord(reading: Reading, start: number, end: number): void {
  const word = end - start > longestWord ? '' : reading.text.slice(start, end);
  const glued = gluedNumberAt(reading, word);
  if (glued > 0) {
    hear(reading, roleOfLatin(word.slice(0, glued).replace(/_$/, '')), { start, end: start + glued });
    readNumber(reading, word.slice(glued), { start: start + glued, end });
  } else if (!readNumber(reading, word, { start, end })) {
    hear(reading, roleOfLatin(word), { start, end });
    reading.lastWord = word.toLowerCase();
  }
}

/** Where the number begins in `error87` and `err_0x57`; 0 when this is not a code word with a number stuck to it. */
function gluedNumberAt({ vocabulary }: Reading, word: string): number {
  const first = word.search(/\d/);
  if (first <= 0) return 0;
  const role = roleOfLatin(word.slice(0, first).replace(/_$/, ''));
  if (isKeyRole(role)) return first;
  const isFamily =
    /^[a-z]+\d{3,6}$/i.test(word) && vocabulary.isFamilyWord(word.slice(0, first).toLowerCase());
  return isFamily ? first : 0;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Takes a word as a number if it has the shape of one. */
function readNumber(reading: Reading, word: string, place: Place): boolean {
  if (!isDigit(word.charCodeAt(0)) && word.length !== bareHexLength) return false;
  const hex = prefixedHex.exec(word)?.[1];
  if (hex !== undefined) add(reading, { shape: 'hex', text: hex, ...place });
  else if (integer.test(word)) add(reading, { shape: 'integer', text: word, ...place });
  else if (bareHex.test(word)) add(reading, { shape: 'bareHex', text: word, ...place });
  else return false;
  return true;
}

const strength: Readonly<Record<Role, number>> = {
  code: 3,
  error: 2,
  hint: 1,
  link: 0,
  guard: 0,
  qualifier: 0,
  unit: 0,
};

/** A word with a role speaks for the number after it, the one before it, or the neighbourhood. */
function hear(reading: Reading, role: Role | undefined, place: Place): void {
  const before = reaches(reading, place.start) ? reading.armed?.role : undefined;
  if (role === 'code' && before === 'qualifier') reading.armed = { role: 'guard', end: place.end };
  else if (isKeyRole(role)) hearKey(reading, role, place);
  else if (role === 'link' && before !== undefined) reading.armed = { role: before, end: place.end };
  else if (role === 'guard' || role === 'qualifier') reading.armed = { role, end: place.end };
  else reading.armed = undefined;
  if (role === 'unit') dropQuantityBefore(reading, place.start);
}

/** In "error code" the later word is the stronger one, in "code error" the earlier: the stronger rules. */
function hearKey(reading: Reading, role: KeyRole, place: Place): void {
  const before = reaches(reading, place.start) ? reading.armed?.role : undefined;
  markBefore(reading, role, place.start);
  reading.lastKeyEnd = place.end;
  const stronger = isKeyRole(before) && strength[before] > strength[role] ? before : role;
  reading.armed = { role: stronger, end: place.end };
}

function reaches(reading: Reading, start: number): boolean {
  return reading.armed !== undefined && start - reading.armed.end <= keyReach;
}

/** `1053错误`: the number directly before the word is keyed by it, and everything shortly before is near it. */
function markBefore(reading: Reading, role: KeyRole, start: number): void {
  for (let index = reading.candidates.length - 1; index >= 0; index -= 1) {
    const candidate = reading.candidates[index];
    if (candidate === undefined || start - candidate.end > nearDistance) return;
    candidate.near = true;
    if (start - candidate.end > afterReach) continue;
    candidate.key ??= role;
    // "QQ 10001 错误": short enough for a code, and the word behind it says so.
    if (candidate.text.length <= mostGuardedDigits) candidate.guarded = false;
  }
}

function dropQuantityBefore(reading: Reading, start: number): void {
  const last = reading.candidates.at(-1);
  if (last?.shape === 'integer' && start - last.end <= 1) last.dropped = true;
}

function add(
  reading: Reading,
  found: Pick<Candidate, 'shape' | 'text' | 'start' | 'end' | 'detected'>,
): void {
  const armed = reaches(reading, found.start) ? reading.armed : undefined;
  const negative = found.shape === 'integer' && isSigned(reading.text, found);
  const inAddress =
    reading.inAddress && !(reading.text[found.start - 1] === '=' && queryKeys.has(reading.lastWord));
  forgetShortNumber(reading);
  reading.candidates.push({
    ...found,
    start: negative ? found.start - 1 : found.start,
    negative,
    key: isKeyRole(armed?.role) ? armed.role : undefined,
    near: found.start - reading.lastKeyEnd <= nearDistance,
    introduced: armed !== undefined,
    guarded: armed?.role === 'guard' && found.shape !== 'hex',
    dropped: inAddress,
    beside: besideOf(reading, found),
  });
  reading.armed = undefined;
}

function besideOf(
  { text, vocabulary }: Reading,
  { shape, start, end }: Pick<Candidate, 'shape' | 'start' | 'end'>,
): readonly string[] {
  return shape === 'integer' && end - start <= mostBesideDigits
    ? vocabulary.beside(text, start, end)
    : nobody;
}

/** Once the next number is there, a short one that no word spoke for can no longer become a code. */
function forgetShortNumber(reading: Reading): void {
  const last = reading.candidates.at(-1);
  if (last === undefined || (last.shape !== 'integer' && last.shape !== 'bareHex')) return;
  if (last.dropped || (last.key === undefined && last.beside.length === 0 && last.text.length < longNumber))
    reading.candidates.pop();
}

/** A minus is a sign after nothing, a space or a Chinese character; after letters only before a long number. */
function isSigned(text: string, found: Pick<Candidate, 'start' | 'text'>): boolean {
  if (text[found.start - 1] !== '-') return false;
  const before = text.charCodeAt(found.start - 2);
  if (!isWordUnit(before)) return before !== 0x2d;
  return !isDigit(before) && found.text.length === 10;
}

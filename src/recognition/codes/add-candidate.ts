import type { Candidate, Reading } from './candidate.ts';
import { isDigit, isWordUnit } from './characters.ts';
import { isKeyRole } from './code-words.ts';
import type { Detected } from './detectors.ts';
import { isNear, keyAt, reaches } from './hear-words.ts';

const nobody: readonly string[] = [];
const mostBesideDigits = 10;
const mostNamedDigits = 6;
const leastNamedDigits = 3;
/** Shorter numbers need a word directly beside them that speaks for a code; logs are full of short numbers. */
const longNumber = 5;
/** ` (` and the 0x, which is not part of the candidate's digits, with room for `= `. */
const mostBetweenTwins = 4;
const mostTwinDigits = 10;
/** The keys whose value counts even inside an address: `?errcode=10060`. */
const queryKeys = new Set(['code', 'err', 'error', 'errno', 'errcode', 'errorcode', 'error_code', 'hr', 'e']);

type Found = Pick<Candidate, 'shape' | 'text' | 'start' | 'end'> & {
  readonly detected?: Detected | undefined;
};

/** A candidate for a name that is an everyday word as well. */
export function everydayName(reading: Reading, text: string, start: number): Candidate {
  const nothing = { negative: false, introduced: false, guarded: false, dropped: false, detected: undefined };
  const place = { start, end: start + text.length };
  const heard = { key: keyAt(reading, start), near: isNear(reading, start) };
  return { shape: 'name', text, ...place, ...heard, beside: nobody, named: nobody, ...nothing };
}

/** Takes what has the shape of a code into the reading, with what the words before it say. */
export function addCandidate(reading: Reading, found: Found): void {
  const isTwin = isTwinOfLast(reading, found);
  const role = reaches(reading, found.start) ? reading.armed?.role : undefined;
  const named = namedOf(reading, found, isKeyRole(role));
  if (isTwin) support(reading.candidates.at(-1) as Candidate, named);
  const { shape, start, end } = found;
  const negative = shape === 'integer' && isSigned(reading.text, found);
  forgetShortNumber(reading);
  // Written out, key by key: a log has a hundred thousand of them.
  reading.candidates.push({
    shape,
    text: found.text,
    negative,
    start: negative ? start - 1 : start,
    end,
    key: keyOf(reading, found, isTwin),
    near: isNear(reading, start),
    introduced: role !== undefined,
    guarded: role === 'guard' && shape !== 'hex',
    dropped: reading.inAddress && !(reading.text[start - 1] === '=' && queryKeys.has(reading.lastWord)),
    beside: besideOf(reading, found),
    named: isTwin ? [...named, windows] : named,
    detected: found.detected,
  });
  reading.armed = undefined;
}

function keyOf(reading: Reading, found: Found, isTwin: boolean): Candidate['key'] {
  if (isInBrackets(reading.text, found)) return 'error';
  return isTwin ? 'code' : keyAt(reading, found.start);
}

/** Whoever prints a number in both ways is Windows, or speaks of it. */
const windows = 'win32';

/** `1722 (0x6BA)`: nobody writes a number in both ways unless it is a code. */
function isTwinOfLast({ candidates }: Reading, found: Found): boolean {
  const last = candidates.at(-1);
  if (last === undefined || found.start - last.end > mostBetweenTwins || last.text.length > mostTwinDigits)
    return false;
  const [hex, integer] = found.shape === 'hex' ? [found, last] : [last, found];
  if (hex.shape !== 'hex' || integer.shape !== 'integer') return false;
  return Number.parseInt(hex.text, 16) === Number(integer.text);
}

function support(candidate: Candidate, named: readonly string[]): void {
  candidate.key = 'code';
  candidate.dropped = false;
  candidate.guarded = false;
  candidate.named = [...candidate.named, ...named, windows];
}

function namedOf({ text, vocabulary }: Reading, found: Found, isSpokenFor: boolean): readonly string[] {
  const { shape, text: digits } = found;
  // A number of one or two digits is in a name's neighbourhood too often by chance.
  if (digits.length > mostNamedDigits || (shape === 'integer' && digits.length < leastNamedDigits))
    return nobody;
  // `id=8014 waits for access`: a value that is named by its key is named already.
  if (text[found.start - 1] === '=' && !isSpokenFor) return nobody;
  if (shape === 'integer') return vocabulary.namedAround(text, found, digits);
  return shape === 'hex' ? vocabulary.namedAround(text, found, String(Number.parseInt(digits, 16))) : nobody;
}

/** What goes wrong, as messages say it before they give their number in brackets. */
const failure =
  /refus|den(?:y|ied)|cannot|can't|can not|could not|couldn't|unable|incorrect|invalid|expired|time(?:d )?[- ]?out|not (?:found|allowed|exist|supported)|no (?:route|such)|unreachable|abort|reset|reject|fail|error|无法|不能|拒绝|超时|找不到|失败|出错|错误/i;
const failureReach = 100;

/** `Connection refused (111)`: a number alone in brackets, behind words that say what failed. */
function isInBrackets(text: string, { shape, start, end, text: digits }: Found): boolean {
  const before = text[start - 1];
  const isEnclosed = (before === '(' && text[end] === ')') || (before === '[' && text[end] === ']');
  if (!isEnclosed || shape !== 'integer' || digits.length < 2 || /^(?:19|20)\d\d$/.test(digits)) return false;
  const sentence = text.slice(Math.max(0, start - failureReach), start - 1);
  return failure.test(sentence.slice(sentence.lastIndexOf('\n') + 1));
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
  const isSupported = last.key !== undefined || last.beside.length > 0 || last.named.length > 0;
  if (last.dropped || (!isSupported && last.text.length < longNumber)) reading.candidates.pop();
}

/** A minus is a sign after nothing, a space or a Chinese character; after letters only before a long number. */
function isSigned(text: string, found: Pick<Candidate, 'start' | 'text'>): boolean {
  if (text[found.start - 1] !== '-') return false;
  const before = text.charCodeAt(found.start - 2);
  if (!isWordUnit(before)) return before !== 0x2d;
  return !isDigit(before) && found.text.length === 10;
}

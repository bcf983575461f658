import type { Candidate } from './candidate.ts';
import type { CodeIndex } from './code-index.ts';
import { type Decoded, decode32, hex32 } from './decode.ts';
import type { KnownCode } from './known-code.ts';

/** One way to read a candidate. */
export interface Reading {
  readonly family: string;
  readonly code: string;
  readonly symbol?: string;
  readonly via?: string;
  readonly named: boolean;
}

/** What a candidate may mean, best first, and how sure it is that it is a code at all (0–1). */
export interface Readings {
  readonly readings: readonly Reading[];
  readonly score: number;
}

const firstError = 0x80000000;
export const noFamily = 'unknown';
/** Everything below 1,000,000,000 in size is written by hand too often to be taken for a signed code. */
const leastSigned = 1_000_000_000;
/** The low half of nearly all codes that Windows defines lies below this. */
const usualLowHalf = 0x5000;

/** How sure each way of finding a code is: the first three by the word beside it. */
export const scores = {
  code: 0.9,
  error: 0.85,
  hint: 0.75,
  near: 0.6,
  exact: 0.98,
  ladder: 0.95,
  plausible: 0.8,
  name: 0.8,
  decoded: 0.6,
  /** A number with nothing beside it that says it is a code; somebody who asks about it gets an answer, a group does not. */
  asked: 0.5,
  bare: 0.3,
};

/** Whether a number without 0x is more likely an HRESULT or NTSTATUS than a phone number or an id. */
function isPlausible(decoded: Decoded): boolean {
  const nibble = decoded.unsigned >>> 28;
  const bits = nibble === 0x8 || nibble === 0xc || nibble === 0xd;
  return bits && !decoded.customer && decoded.facilityName !== undefined && decoded.code < usualLowHalf;
}

/** The 32 bits behind a longer number: sign-extended to 64 bits, or led by zeros; null when it is something else. */
function narrow(value: bigint): number | null {
  const low = Number(value & 0xffffffffn);
  const high = value >> 32n;
  return high === 0n || (high === 0xffffffffn && low >= firstError) ? low : null;
}

interface Value {
  readonly value: number;
  /** Written so that nothing else can be meant. */
  readonly certain: boolean;
}

function valueOfHex(candidate: Candidate): Value | null {
  if (candidate.text.length > 16) return null;
  const value = narrow(BigInt(`0x${candidate.text}`));
  return value === null
    ? null
    : { value, certain: candidate.text.length === 8 || candidate.text.length === 16 };
}

function valueOfInteger(candidate: Candidate): Value | null {
  const { text, negative, key, near } = candidate;
  if (text.length === 8 && !negative) return { value: Number.parseInt(text, 16), certain: key === 'code' };
  const size = BigInt(text);
  if (negative) {
    if (size > BigInt(firstError) || size < BigInt(leastSigned)) return null;
    return { value: -Number(size) >>> 0, certain: true };
  }
  const value = narrow(size);
  return value === null || value < firstError || value === 0xffffffff
    ? null
    : { value, certain: key !== undefined && near };
}

function value32(candidate: Candidate): Value | null {
  if (candidate.shape === 'name') return null;
  if (candidate.shape === 'hex') return valueOfHex(candidate);
  if (candidate.shape === 'bareHex')
    return { value: Number.parseInt(candidate.text, 16), certain: candidate.key !== undefined };
  return valueOfInteger(candidate);
}

export function asReading({ family, code, symbol }: KnownCode): Reading {
  return { family, code, ...(symbol === undefined ? {} : { symbol }), named: true };
}

/** The families that name the value itself; the one whose shape it has goes first. */
function direct(decoded: Decoded, index: CodeIndex): Reading[] {
  const found = index.byValue(decoded.unsigned).map(asReading);
  return found.sort(
    (left, right) => Number(right.family === decoded.family) - Number(left.family === decoded.family),
  );
}

/** What is carried inside, if the knowledge names that. */
function inside(decoded: Decoded, index: CodeIndex): Reading[] {
  const { inner } = decoded;
  if (inner === undefined) return [];
  const known = inner.family === 'ntstatus' ? index.byValue(Number(inner.code)) : index.byDigits(inner.code);
  const via = `${decoded.family}/${decoded.hex} ${inner.how}`;
  return known.filter(({ family }) => family === inner.family).map((code) => ({ ...asReading(code), via }));
}

function unnamed(decoded: Decoded): Reading[] {
  const itself: Reading = { family: decoded.family, code: decoded.hex, named: false };
  const { inner } = decoded;
  return inner === undefined ? [itself] : [itself, { family: inner.family, code: inner.code, named: false }];
}

/** A 32-bit error code: itself, then what it carries; decoded parts when nothing of that is known. */
function readLarge(candidate: Candidate, value: Value, index: CodeIndex): Readings | null {
  const decoded = decode32(value.value);
  // Ten digits are rare; eight are also dates, phone numbers and ids, and need a word nearby that something failed.
  const supported = candidate.near || candidate.text.length > 8;
  const sure = value.certain || candidate.key !== undefined || (supported && isPlausible(decoded));
  if (!sure) return null;
  const readings = [...direct(decoded, index), ...inside(decoded, index)];
  if (readings.length > 0) {
    const isExact = readings[0]?.via === undefined;
    const best = isExact ? scores.exact : scores.ladder;
    // What was written stands beside what it carries, so that its parts can be shown.
    if (!isExact) readings.push({ family: decoded.family, code: decoded.hex, named: false });
    return { readings, score: value.certain ? best : scores.plausible };
  }
  // Eight plain digits beside a code word are a number of somebody's own, unless they look like Windows.
  if (candidate.shape === 'integer' && candidate.text.length === 8 && !isPlausible(decoded)) return null;
  // 0xFFCC8800 is a colour with its opacity far more often than a code nobody knows.
  if (decoded.unsigned >= 0xff000000 && candidate.key === undefined) return null;
  return { readings: unnamed(decoded), score: value.certain ? scores.decoded : scores.bare };
}

/** A small number written in hex: whatever the knowledge names so, as a value or as a Windows error in decimal. */
function readSmallHex(candidate: Candidate, value: number, index: CodeIndex): Readings | null {
  const win32 = index.byDigits(String(value)).filter(({ family }) => family === 'win32');
  const readings = [...index.byValue(value), ...win32].map(asReading);
  const padded = candidate.text.length === 8;
  if (readings.length > 0 && (padded || candidate.key !== undefined || candidate.named.length > 0))
    return { readings, score: scores[candidate.key ?? 'name'] };
  if (candidate.key !== 'code') return null;
  return { readings: [{ family: noFamily, code: hex32(value), named: false }], score: scores.bare };
}

/** Reads a candidate as 32 bits; null when it is written as no such number, or is likelier to be something else. */
export function readBits(candidate: Candidate, index: CodeIndex): Readings | null {
  const value = value32(candidate);
  if (value !== null && value.value >= firstError) {
    const large = readLarge(candidate, value, index);
    if (large !== null) return large;
  }
  return candidate.shape === 'hex' && value !== null ? readSmallHex(candidate, value.value, index) : null;
}

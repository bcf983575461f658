import type { Candidate } from './candidate.ts';
import type { CodeIndex } from './code-index.ts';
import { roleOfLatin } from './code-words.ts';
import type { Context, Said } from './context.ts';
import type { KnownCode } from './known-code.ts';
import { type Ranked, rankReadings } from './rank-readings.ts';
import { asReading, noFamily, type Reading, type Readings, readBits, scores } from './read-bits.ts';
import { upperCaseOf } from './vocabulary.ts';

/** What stands around a candidate besides the word directly beside it. */
export interface Around {
  readonly context: Context;
  /** Where it was said, e.g. `slack`. */
  readonly platform?: string;
}

/** What a candidate may mean, best first, and how sure it is that it is a code at all (0–1). */
export interface Read extends Ranked<Reading> {
  readonly score: number;
}

/** "error 2" may count errors; "error 10060" is a code, if an unknown one. */
const leastErrorDigits = 3;
const mostDigits = 10;
const leastNearDigits = 5;
/** `nginx 502` is a code, `Windows 11` and `Office 2019` are products. */
const leastBesideDigits = 3;
const yearsInNames = 'Microsoft';
const version = /^(?:19|20)\d\d$|^365$/;
/** `curl 28`, `signal 9`: nothing else is counted so. */
const shortNumbers = /^(?:curl|signal_\w+)$/;
/** Words in the same line or nearer. */
const supporting = 1.2;
/** A word that few families have, within a few words. */
const nearSupport = 2.4;

/** Computed when somebody asks: most numbers of a log are nobody's code, whatever stands around them. */
type Hears = () => Said;

function supports(said: Hears, { family }: { readonly family: string }): boolean {
  return (said().weights.get(family) ?? 0) >= supporting;
}

/** `00000005` is written so by programs only; five digits near a code word are rarely chance. */
function isLikely({ key, near, text }: Candidate): boolean {
  return (
    key === 'code' || key === 'error' || /^00\d{4,}$/.test(text) || (near && text.length >= leastNearDigits)
  );
}

/** Whether a word of the family directly before the number makes it a code. */
function isBeside({ text, beside, negative }: Candidate, { family }: KnownCode, index: CodeIndex): boolean {
  // Only Microsoft calls its products by years: `MySQL 2013` is no version.
  const isVersion = version.test(text) && index.families.get(family)?.vendor === yearsInNames;
  const isCounted = !negative && (text.length < leastBesideDigits || isVersion);
  return beside.includes(family) && (!isCounted || shortNumbers.test(family));
}

/** `status 200 OK` stands in every log. */
function isSuccess({ family, code }: KnownCode): boolean {
  return family === 'http' && /^[123]/.test(code);
}

/** Numbers that everybody who speaks of their subject takes for codes; round ones also count things. */
const wellKnown: Readonly<Record<string, RegExp>> = {
  http: /^4(?:0[1345689]|1[0-8]|2[269]|31|51|99)$|^5(?:0[1-9]|11)$/,
  smtp: /^4(?:21|5[0-9])$|^5(?:0[1-9]|3\d|5\d)$/,
  ftp: /^4(?:2[156]|5[0-2])$|^5(?:0[0-4]|3[02]|5[0-3])$/,
  cloudflare: /^52[0-7]$|^530$|^10(?:0\d|1[0-8]|20|25)$/,
};

/** Whether words near the number speak clearly for a family, and the number is no likely count. */
function isExpected({ text, negative }: Candidate, { family }: KnownCode, said: Hears): boolean {
  const weight = said().weights.get(family) ?? 0;
  if (text.length >= leastNearDigits || (negative && text.length >= leastBesideDigits))
    return weight >= nearSupport;
  return weight >= supporting && wellKnown[family]?.test(text) === true;
}

/** Which readings of a number count where it stands: all beside a code word, elsewhere those that something supports. */
function believable(
  candidate: Candidate,
  known: readonly KnownCode[],
  said: Hears,
  index: CodeIndex,
): readonly KnownCode[] {
  // "errors: 0" counts; a zero is a code only where its family is named.
  if (candidate.text === '0')
    return candidate.key === undefined ? [] : known.filter((one) => supports(said, one));
  if (isLikely(candidate)) return known;
  if (known.some((one) => candidate.named.includes(one.family) && !isSuccess(one))) return known;
  const supported = known.filter(
    (one) => isBeside(candidate, one, index) || (candidate.key !== undefined && supports(said, one)),
  );
  if (supported.some((one) => !isSuccess(one))) return known;
  if (candidate.key === undefined) return known.some((one) => isExpected(candidate, one, said)) ? known : [];
  const isWeak = candidate.key !== 'hint' || candidate.text.length < leastBesideDigits;
  return !isWeak && known.some(({ family, code }) => index.isCurated(family, code)) ? known : [];
}

/** Numbers of sockets, which programs of every kind pass on from the system. */
const passedOn = /^1[01]\d{3}$|^120\d\d$/;
const leastOwnDigits = 4;
/** A word that only one family has, within a few words. */
const clearlyNamed = 3;

/**
 * The family that the words beside a number name, when it has no such number: what the number means elsewhere is not
 * what was asked ("SQL Server error 15105").
 */
function strangerTo(
  { text }: Candidate,
  known: readonly KnownCode[],
  said: Hears,
  index: CodeIndex,
): string | undefined {
  if (text.length < leastOwnDigits || passedOn.test(text)) return undefined;
  if (known.some(({ family, own }) => own !== undefined || (said().weights.get(family) ?? 0) > 0))
    return undefined;
  const { weights, names } = said();
  const [family, weight] = [...weights].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
  const named = index.families.get(family);
  // What systems report is heard in every program: their words are no sign of whose number it is.
  const isOwn = named?.printed === 'decimal' && named.group !== 'errno' && named.group !== 'windows';
  return weight >= clearlyNamed && isOwn && names.has(family) ? family : undefined;
}

/** A decimal number: the families that have it; none, but a code word: said so, without a guess. */
function readDecimal(candidate: Candidate, said: Hears, index: CodeIndex): Readings | null {
  const digits = `${candidate.negative ? '-' : ''}${candidate.text}`;
  const known = believable(candidate, rangesOf(digits, index), said, index);
  const stranger = known.length > 0 && strangerTo(candidate, known, said, index);
  if (stranger)
    return { readings: [{ family: stranger, code: digits, named: false }], score: scores.decoded };
  if (known.length > 0) return { readings: known.map(asReading), score: scores[candidate.key ?? 'near'] };
  const isKeyed =
    candidate.key === 'code' || (candidate.key === 'error' && candidate.text.length >= leastErrorDigits);
  if (!isKeyed || candidate.text.length > mostDigits) return null;
  return { readings: [{ family: noFamily, code: digits, named: false }], score: scores.bare };
}

/** Rows of exactly this number; where there are none, rows that stand for a range (`31xxx`). */
function rangesOf(digits: string, index: CodeIndex): readonly KnownCode[] {
  const rows = [...index.byDigits(digits), ...index.byName(digits)];
  return rows.length > 0 || digits.length !== 5 ? rows : index.byName(`${digits.slice(0, 2)}xxx`);
}

/** Shorter names need a word of their family. */
const leastLoneName = 4;
/** One word in capitals is also how people shout; these beginnings are no words. */
const knownBeginning = /^(?:E[A-Z0-9]{3}|SIG[A-Z]|NX|SERVF|FORME|WSA|CURLE)|[0-9_]/;
const twoHumps = /^[A-Z]+[a-z0-9]+[:.]?[A-Z]|^[A-Z]{2,}[a-z]{2,}/;
/** `NotFound` and `KeyError` are in many libraries. */
const leastCamelLength = 9;
const capitalsAndUnderscore = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

/** Whether a name counts for a family where nothing near speaks for it. */
function countsAlone(name: string, { family }: KnownCode, index: CodeIndex): boolean {
  const { names: rule = 'sure', alone = [] } = index.families.get(family) ?? {};
  if (alone.includes(name)) return true;
  if (name.length < leastLoneName) return false;
  if (rule === 'sure') return /[a-z]/.test(name) ? /[A-Z0-9/]/.test(name) : knownBeginning.test(name);
  if (rule === 'camel') return twoHumps.test(name) && name.length >= leastCamelLength;
  return rule === 'caps' && capitalsAndUnderscore.test(name);
}

function isKeyed({ key }: Candidate): boolean {
  return key === 'code' || key === 'error';
}

/** `Error` and `ERR` are codes where words near them speak clearly for their family; what means success is none. */
function readEveryday(known: readonly KnownCode[], said: Hears): Readings | null {
  const meant = known.filter(
    ({ family, code }) => !/^(?:0|2\d\d)$/.test(code) && (said().weights.get(family) ?? 0) >= nearSupport,
  );
  return meant.length === 0 ? null : { readings: meant.map(asReading), score: scores.near };
}

function readName(candidate: Candidate, said: Hears, index: CodeIndex): Readings | null {
  const { text: name } = candidate;
  const exact = index.byName(name);
  const known = exact.length > 0 ? exact : index.byName(upperCaseOf(name) ?? name);
  const spelled = exact.length > 0 ? name : name.toUpperCase();
  const isBesideKey = isKeyed(candidate) && name.length >= leastLoneName;
  const isName = /[A-Z_/.:-]/.test(name) || isBesideKey;
  if (roleOfLatin(name) !== undefined) return readEveryday(known, said);
  const believed = known.filter(
    (one) => countsAlone(spelled, one, index) || (isName && (supports(said, one) || isBesideKey)),
  );
  if (believed.length === 0) return null;
  // Once it is a code, every family that has the name is a candidate.
  return { readings: known.map(asReading), score: scores[candidate.key ?? 'name'] };
}

/** A code that names its family: its row, or the family with an unknown code. */
function readDetected(candidate: Candidate, said: Hears, index: CodeIndex): Readings | null {
  const { detected } = candidate;
  if (detected === undefined) return null;
  const codes = detected.further === undefined ? [detected.code] : [detected.code, detected.further];
  const known = codes
    .flatMap((code) => [...index.byDigits(code), ...index.byName(code)])
    .filter(({ family }) => detected.families.includes(family));
  const isMeant =
    detected.certain ||
    (detected.alone && known.length > 0) ||
    candidate.key !== undefined ||
    known.some((one) => supports(said, one));
  if (!isMeant) return null;
  if (known.length > 0) return { readings: known.map(asReading), score: scores.exact };
  if (!detected.certain) return null;
  const [family = noFamily] = detected.families;
  return { readings: [{ family, code: detected.code, named: false }], score: scores.decoded };
}

function readingsOf(candidate: Candidate, said: Hears, index: CodeIndex): Readings | null {
  if (candidate.detected !== undefined) return readDetected(candidate, said, index);
  if (candidate.shape === 'name') return readName(candidate, said, index);
  const bits = readBits(candidate, index);
  if (bits !== null || candidate.shape !== 'integer') return bits;
  return readDecimal(candidate, said, index);
}

/** Rows of one code in one family are one reading, by the best known name. */
function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.family}/${reading.code}`;
    if (!seen.has(key)) seen.set(key, reading);
  }
  return [...seen.values()];
}

/** Reads one candidate; null when it is no code after all. */
export function readCandidate(candidate: Candidate, around: Around, index: CodeIndex): Read | null {
  if (candidate.dropped || candidate.guarded) return null;
  let computed: Said | undefined;
  const said = () => {
    computed ??= around.context.around(candidate.start, candidate.end);
    return computed;
  };
  const found = readingsOf(candidate, said, index);
  if (found === null) return null;
  const readings = distinct(found.readings);
  const isLadder = candidate.shape !== 'name' && readings.some(({ via }) => via !== undefined);
  const is32Bit = readings[0]?.code.startsWith('0x') === true && readings[0].code >= '0x1';
  // What carries another code inside is one thing, not several.
  if (isLadder || is32Bit || !readings[0]?.named || candidate.detected?.further !== undefined)
    return { readings, score: found.score, sure: true, distinct: 1 };
  const priors = {
    context: said().weights,
    called: said().names,
    isNumber: candidate.shape !== 'name',
    named: candidate.named,
    ...(around.platform === undefined ? {} : { platform: around.platform }),
    ...(candidate.detected === undefined ? {} : { detected: candidate.detected.families }),
  };
  return { ...rankReadings(readings, priors, index), score: found.score };
}

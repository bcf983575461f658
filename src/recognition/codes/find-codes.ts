import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Folded, originOf } from '../../languages/fold.ts';
import type { CodeSighting } from '../recognition.ts';
import { type CodeIndex, codeIndexOf } from './code-index.ts';
import { contextOf } from './context.ts';
import { isLookAlike } from './look-alikes.ts';
import { normaliseForCodes } from './normalise.ts';
import { type Around, readCandidate } from './read-candidate.ts';
import { type Candidate, scan } from './scan.ts';
import { vocabularyFor } from './vocabulary.ts';

/** Longer pastes are read up to here (UTF-16 units). */
const longestText = 2_000_000;
/** More different codes than anybody can be told about. */
const mostSightings = 50;

export interface FindCodesOptions {
  /** The text is known to be a code: a number alone counts without a word beside it. Default false. */
  readonly isCode?: boolean;
  /** Where it was said, e.g. `slack`. */
  readonly platform?: string;
}

/** A shorter number alone may be an answer to a question. */
const leastLoneDigits = 3;
/** A question about one number: "QQ 12152 怎么办". */
const asking =
  /^\s*(?:$|[?？]|怎|如何|什么|啥|解决|咋|求助|是|错误|报错|代表|means?\b|error\b|problem\b|fix\b)/i;
/** Also a year, or a version of Windows. */
const year = /^(?:19|20)\d\d$/;
const asksBefore = /怎|什么|啥|解决|what|how|mean|fix|why|解释/i;
const longestQuestion = 60;
const leastAccountDigits = 7;

/** A message that is nothing but one number asks about that number. */
function supportLoneNumber(candidate: Candidate | undefined, isCode: boolean): void {
  if (candidate === undefined) return;
  if (candidate.text.length >= 8) candidate.near = true;
  if (!isCode) return;
  candidate.key ??= 'code';
  candidate.dropped = false;
  candidate.guarded = false;
}

/** Whether a short message asks about its one number. */
function asksAbout(text: string, candidates: readonly Candidate[], words: number): Candidate | undefined {
  const numbers = candidates.filter(({ shape }) => shape === 'integer');
  const [only] = numbers;
  if (only === undefined || candidates.length !== 1 || text.length > longestQuestion) return undefined;
  if (only.text.length < leastLoneDigits || only.dropped) return undefined;
  // "QQ 12152 怎么办": an account number is longer.
  if (only.guarded && !(only.text.length < leastAccountDigits && /qq ?$/i.test(text.slice(0, only.start))))
    return undefined;
  if (words === 1) return only;
  const after = text.slice(only.end);
  const isAsked = asking.test(after) && (asksBefore.test(text) || /[?？]\s*$/.test(after));
  return isAsked && !year.test(only.text) ? only : undefined;
}

interface Found {
  readonly index: CodeIndex;
  readonly normalised: Folded;
  readonly around: Around;
}

function sightingOf(candidate: Candidate, { index, normalised, around }: Found): CodeSighting | null {
  const found = readCandidate(candidate, around, index);
  const [best, ...others] = found?.readings ?? [];
  if (found === null || best === undefined) return null;
  const also = others.map(({ family, code }) => ({ family, code }));
  const label = index.families.get(best.family)?.official === false;
  return {
    family: best.family,
    code: best.code,
    ...(best.symbol === undefined || label ? {} : { symbol: best.symbol }),
    span: [originOf(normalised, candidate.start), originOf(normalised, candidate.end - 1) + 1],
    score: found.score,
    ...(best.via === undefined ? {} : { via: best.via }),
    ...(also.length === 0 ? {} : { also }),
    named: best.named,
    sure: found.sure,
    rivals: found.distinct,
    count: 1,
  };
}

/** Every code once, where it first stands, with how often it stands in the text. */
function collapse(sightings: Iterable<CodeSighting>): CodeSighting[] {
  const known = new Map<string, CodeSighting>();
  for (const sighting of sightings) {
    const key = `${sighting.family}/${sighting.code}`;
    const first = known.get(key);
    if (first !== undefined) known.set(key, { ...first, count: first.count + 1 });
    else if (known.size < mostSightings) known.set(key, sighting);
  }
  return [...known.values()];
}

/** Reads candidates one by one; one that was read before in the same way is not read again, as logs repeat themselves. */
function* read(candidates: readonly Candidate[], found: Found, isSureToBeCode: boolean) {
  const before = new Map<string, CodeSighting | null>();
  for (const candidate of candidates) {
    const { shape, text, key, near, negative, beside, dropped, guarded } = candidate;
    if (!isSureToBeCode && isLookAlike(found.normalised.text, candidate)) continue;
    if (dropped || guarded) continue;
    const same = `${shape}${negative}${key}${near}${beside[0]} ${text}`;
    let sighting = before.get(same);
    if (sighting === undefined) {
      sighting = sightingOf(candidate, found);
      before.set(same, sighting);
    }
    if (sighting !== null) yield sighting;
  }
}

/**
 * Finds the error codes of a text: 32-bit codes in every form, numbers beside a code word or a word of their family, and
 * names. In the order of the text, each code once (where it first stands); spans are UTF-16 units of `text`.
 * Linear in the length of the text, of which the first 2,000,000 units are read. Never throws.
 */
export function findCodes(
  text: string,
  knowledge: Knowledge,
  options: FindCodesOptions = {},
): readonly CodeSighting[] {
  const index = codeIndexOf(knowledge);
  const normalised = normaliseForCodes(text.length > longestText ? text.slice(0, longestText) : text);
  const { candidates, words } = scan(normalised.text, vocabularyFor(index));
  const isLone = words === 1;
  if (isLone) supportLoneNumber(candidates[0], options.isCode ?? false);
  const asked = asksAbout(normalised.text, candidates, words);
  const { platform } = options;
  const context = contextOf(normalised.text, index.words);
  const around = { context, ...(platform === undefined ? {} : { platform }) };
  const found = { index, normalised, around };
  const sightings = collapse(read(candidates, found, isLone && (options.isCode ?? false)));
  if (sightings.length > 0 || asked === undefined) return sightings;
  asked.key = 'code';
  asked.guarded = false;
  return [...read([asked], found, false)].filter(({ named }) => named);
}

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Folded, originOf } from '../../languages/fold.ts';
import type { CodeSighting } from '../recognition.ts';
import type { Candidate } from './candidate.ts';
import { type CodeIndex, codeIndexOf } from './code-index.ts';
import { contextOf } from './context.ts';
import { type Asked, asksAbout, supportLoneNumber } from './lone-number.ts';
import { isLookAlike } from './look-alikes.ts';
import { normaliseForCodes } from './normalise.ts';
import { piecesOf } from './pieces.ts';
import { scores } from './read-bits.ts';
import { type Around, readCandidate } from './read-candidate.ts';
import { scan } from './scan.ts';
import { vocabularyFor } from './vocabulary.ts';

/** Longer pastes are read up to here (UTF-16 units). */
const longestText = 8_000_000;
/** More different codes than anybody can be told about. */
const mostSightings = 50;
/** What is read in the same way is remembered up to here, so that memory stays flat whatever is pasted. */
const mostRemembered = 2000;

export interface FindCodesOptions {
  /** The text is known to be a code: a number alone counts without a word beside it. Default false. */
  readonly isCode?: boolean;
  /** Where it was said, e.g. `slack`. */
  readonly platform?: string;
}

interface Found {
  readonly index: CodeIndex;
  readonly normalised: Folded;
  readonly around: Around;
  /** Where the piece begins in the whole text. */
  readonly offset: number;
  /** What was read before in the same way, as logs repeat themselves; by its text. */
  readonly before: Remembered;
}

type Heard = Pick<Candidate, 'shape' | 'negative' | 'key' | 'near'> & {
  readonly beside: string | undefined;
  readonly named: string | undefined;
  /** What its own spelling says: lists are told apart by themselves. */
  readonly families: readonly string[] | undefined;
  readonly further: string | undefined;
};

/** What a candidate means wherever it stands in the same way; `key` is `family/code`. */
interface Meaning {
  readonly key: string;
  readonly sighting: Omit<CodeSighting, 'span'>;
}

interface Remembered {
  count: number;
  readonly byText: Map<string, { readonly heard: Heard; readonly meaning: Meaning | null }[]>;
}

/** A meaning and where it stands. */
interface Met {
  readonly meaning: Meaning;
  readonly candidate: Candidate;
}

function meaningOf(candidate: Candidate, { index, around }: Found): Meaning | null {
  const found = readCandidate(candidate, around, index);
  const [best, ...others] = found?.readings ?? [];
  if (found === null || best === undefined) return null;
  const also = others.map(({ family, code }) => ({ family, code }));
  const label = index.families.get(best.family)?.official === false;
  const sighting = {
    family: best.family,
    code: best.code,
    ...(best.symbol === undefined || label ? {} : { symbol: best.symbol }),
    score: found.score,
    ...(best.via === undefined ? {} : { via: best.via }),
    ...(also.length === 0 ? {} : { also }),
    named: best.named,
    sure: found.sure,
    rivals: found.distinct,
    count: 1,
  };
  return { key: `${best.family}/${best.code}`, sighting };
}

/** Every code once, where it first stands, with how often it stands in the text. */
function count(
  known: Map<string, { count: number; readonly first: CodeSighting }>,
  met: Met,
  found: Found,
): void {
  const { key, sighting } = met.meaning;
  const before = known.get(key);
  if (before !== undefined) before.count += 1;
  else if (known.size < mostSightings)
    known.set(key, { count: 1, first: { ...sighting, span: spanOf(met.candidate, found) } });
}

function spanOf({ start, end }: Candidate, { normalised, offset }: Found): CodeSighting['span'] {
  return [offset + originOf(normalised, start), offset + originOf(normalised, end - 1) + 1];
}

function isHeardAlike({ heard }: { readonly heard: Heard }, candidate: Candidate): boolean {
  return (
    heard.key === candidate.key &&
    heard.near === candidate.near &&
    heard.shape === candidate.shape &&
    heard.negative === candidate.negative &&
    heard.beside === candidate.beside[0] &&
    heard.named === candidate.named[0] &&
    heard.families === candidate.detected?.families &&
    heard.further === candidate.detected?.further
  );
}

/** What a candidate means: what it meant before where it was heard alike. */
function rememberedMeaning(candidate: Candidate, found: Found): Meaning | null {
  const { before } = found;
  const alike = before.byText.get(candidate.text)?.find((one) => isHeardAlike(one, candidate));
  if (alike !== undefined) return alike.meaning;
  const meaning = meaningOf(candidate, found);
  const { shape, negative, key, near, beside, named, detected } = candidate;
  const spelt = { families: detected?.families, further: detected?.further };
  const heard = { shape, negative, key, near, beside: beside[0], named: named[0], ...spelt };
  if (before.count >= mostRemembered) {
    before.byText.clear();
    before.count = 0;
  }
  before.count += 1;
  const list = before.byText.get(candidate.text);
  if (list === undefined) before.byText.set(candidate.text, [{ heard, meaning }]);
  else list.push({ heard, meaning });
  return meaning;
}

/** Reads candidates one by one. */
function read(candidates: readonly Candidate[], found: Found, isSureToBeCode: boolean): Met[] {
  const met: Met[] = [];
  for (const candidate of candidates) {
    if (candidate.dropped || candidate.guarded) continue;
    if (!isSureToBeCode && isLookAlike(found.normalised.text, candidate)) continue;
    const meaning = rememberedMeaning(candidate, found);
    if (meaning !== null) met.push({ meaning, candidate });
  }
  return met;
}

function readPiece(found: Found, isCode: boolean): readonly Met[] {
  const { index, normalised } = found;
  const { candidates, everyday, words } = scan(normalised.text, vocabularyFor(index));
  const isLone = words === 1;
  if (isLone) supportLoneNumber(candidates[0], isCode);
  const asked = asksAbout(normalised.text, candidates, words);
  const met = read(candidates, found, isLone && isCode);
  if (met.length > 0) return met;
  return asked === undefined ? read(everyday, found, false) : readAsked(asked, found);
}

/** A number that nothing but the asking speaks for. */
function readAsked({ candidate, key }: Asked, found: Found): readonly Met[] {
  candidate.key = key;
  candidate.guarded = false;
  return read([candidate], found, false)
    .filter(({ meaning }) => meaning.sighting.named)
    .map(({ meaning: { key, sighting }, candidate }) => ({
      candidate,
      meaning: { key, sighting: { ...sighting, score: Math.min(sighting.score, scores.asked) } },
    }));
}

/**
 * `findCodes` as a pass that can be paused: it yields after each piece of some milliseconds and returns what it found.
 */
export function* passOver(
  text: string,
  knowledge: Knowledge,
  { isCode = false, platform }: FindCodesOptions,
): Generator<undefined, readonly CodeSighting[]> {
  const index = codeIndexOf(knowledge);
  const known = new Map<string, { count: number; readonly first: CodeSighting }>();
  const before: Remembered = { count: 0, byText: new Map() };
  for (const piece of piecesOf(text.length > longestText ? text.slice(0, longestText) : text)) {
    if (piece.start > 0) yield;
    const normalised = normaliseForCodes(piece.text);
    const context = contextOf(normalised.text, index.words);
    const around = { context, ...(platform === undefined ? {} : { platform }) };
    const found = { index, normalised, around, offset: piece.start, before };
    for (const met of readPiece(found, isCode)) count(known, met, found);
  }
  return [...known.values()].map(({ count, first }) => ({ ...first, count }));
}

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Folded, originOf } from '../../languages/fold.ts';
import type { CodeSighting } from '../recognition.ts';
import type { Candidate } from './candidate.ts';
import { type CodeIndex, codeIndexOf } from './code-index.ts';
import { contextOf } from './context.ts';
import { asksAbout, supportLoneNumber } from './lone-number.ts';
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
  /** What was read before in the same way, as logs repeat themselves. */
  readonly before: Map<string, Omit<CodeSighting, 'span'> | null>;
}

function sightingOf(candidate: Candidate, { index, around }: Found): Omit<CodeSighting, 'span'> | null {
  const found = readCandidate(candidate, around, index);
  const [best, ...others] = found?.readings ?? [];
  if (found === null || best === undefined) return null;
  const also = others.map(({ family, code }) => ({ family, code }));
  const label = index.families.get(best.family)?.official === false;
  return {
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
}

/** Every code once, where it first stands, with how often it stands in the text. */
function count(known: Map<string, CodeSighting>, sighting: CodeSighting): void {
  const key = `${sighting.family}/${sighting.code}`;
  const first = known.get(key);
  if (first !== undefined) known.set(key, { ...first, count: first.count + 1 });
  else if (known.size < mostSightings) known.set(key, sighting);
}

function spanOf({ start, end }: Candidate, { normalised, offset }: Found): CodeSighting['span'] {
  return [offset + originOf(normalised, start), offset + originOf(normalised, end - 1) + 1];
}

/** Reads candidates one by one. */
function* read(candidates: readonly Candidate[], found: Found, isSureToBeCode: boolean) {
  for (const candidate of candidates) {
    const { shape, text, key, near, negative, beside, named, dropped, guarded } = candidate;
    if (!isSureToBeCode && isLookAlike(found.normalised.text, candidate)) continue;
    if (dropped || guarded) continue;
    const same = `${shape}${negative}${key}${near}${beside[0]} ${named[0]} ${text}`;
    let sighting = found.before.get(same);
    if (sighting === undefined) {
      sighting = sightingOf(candidate, found);
      if (found.before.size >= mostRemembered) found.before.clear();
      found.before.set(same, sighting);
    }
    if (sighting !== null) yield { ...sighting, span: spanOf(candidate, found) };
  }
}

function* readPiece(found: Found, isCode: boolean): Generator<CodeSighting> {
  const { index, normalised } = found;
  const { candidates, everyday, words } = scan(normalised.text, vocabularyFor(index));
  const isLone = words === 1;
  if (isLone) supportLoneNumber(candidates[0], isCode);
  const asked = asksAbout(normalised.text, candidates, words);
  const sightings = [...read(candidates, found, isLone && isCode)];
  if (sightings.length > 0) yield* sightings;
  else if (asked === undefined) yield* read(everyday, found, false);
  else {
    asked.candidate.key = asked.key;
    asked.candidate.guarded = false;
    for (const sighting of read([asked.candidate], found, false))
      if (sighting.named) yield { ...sighting, score: Math.min(sighting.score, scores.asked) };
  }
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
  const known = new Map<string, CodeSighting>();
  const before: Found['before'] = new Map();
  for (const piece of piecesOf(text.length > longestText ? text.slice(0, longestText) : text)) {
    if (piece.start > 0) yield;
    const normalised = normaliseForCodes(piece.text);
    const context = contextOf(normalised.text, index.words);
    const around = { context, ...(platform === undefined ? {} : { platform }) };
    const found = { index, normalised, around, offset: piece.start, before };
    for (const sighting of readPiece(found, isCode)) count(known, sighting);
  }
  return [...known.values()];
}

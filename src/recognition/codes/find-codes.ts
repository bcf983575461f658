import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Folded, originOf } from '../../languages/fold.ts';
import type { CodeSighting } from '../recognition.ts';
import { type CodeIndex, codeIndexOf } from './code-index.ts';
import { isLookAlike } from './look-alikes.ts';
import { normaliseForCodes } from './normalise.ts';
import { read } from './readings.ts';
import { type Candidate, type NameLengthAt, scan } from './scan.ts';

/** Longer pastes are read up to here (UTF-16 units). */
const longestText = 2_000_000;
/** More different codes than anybody can be told about. */
const mostSightings = 50;

export interface FindCodesOptions {
  /** The text is known to be a code: a number alone counts without a word beside it. Default false. */
  readonly isCode?: boolean;
}

/** A shorter number alone may be an answer to a question. */
const leastLoneDigits = 8;

const wordCharacter = /\w/;

/** Names are found exactly as the knowledge spells them; those without capital, digit or underscore are also plain words and do not count. */
function nameFinder(index: CodeIndex): NameLengthAt {
  return (text, start, end) => {
    if (end - start > 100) return 0;
    for (const { code } of index.byFirstWord(text.slice(start, end))) {
      const isName = code.length > 3 && /[A-Z0-9_]/.test(code);
      if (isName && text.startsWith(code, start) && !wordCharacter.test(text[start + code.length] ?? ''))
        return code.length;
    }
    return 0;
  };
}

/** A message that is nothing but one number asks about that number. */
function supportLoneNumber(candidate: Candidate | undefined, isCode: boolean): void {
  if (candidate === undefined) return;
  if (candidate.text.length >= leastLoneDigits) candidate.near = true;
  if (!isCode) return;
  candidate.key ??= 'code';
  candidate.dropped = false;
  candidate.guarded = false;
}

function sightingOf(candidate: Candidate, index: CodeIndex, normalised: Folded): CodeSighting | null {
  const found = read(candidate, index);
  const [best, ...others] = found?.readings ?? [];
  if (found === null || best === undefined) return null;
  const also = others.map(({ family, code }) => ({ family, code }));
  return {
    family: best.family,
    code: best.code,
    span: [originOf(normalised, candidate.start), originOf(normalised, candidate.end - 1) + 1],
    score: found.score,
    ...(best.via === undefined ? {} : { via: best.via }),
    ...(also.length === 0 ? {} : { also }),
    named: best.named,
  };
}

/**
 * Finds the error codes of a text: 32-bit codes in every form, numbers beside a code word, and the names that the
 * knowledge has. In the order of the text, each code once (where it first stands); spans are UTF-16 units of `text`.
 * Linear in the length of the text, of which the first 2,000,000 units are read. Never throws.
 */
export function findCodes(
  text: string,
  knowledge: Knowledge,
  options: FindCodesOptions = {},
): readonly CodeSighting[] {
  const index = codeIndexOf(knowledge);
  const normalised = normaliseForCodes(text.length > longestText ? text.slice(0, longestText) : text);
  const { candidates, words } = scan(normalised.text, nameFinder(index));
  const isLone = words === 1;
  if (isLone) supportLoneNumber(candidates[0], options.isCode ?? false);
  const sightings = new Map<string, CodeSighting>();
  for (const candidate of candidates) {
    const isOther = !(isLone && options.isCode) && isLookAlike(normalised.text, candidate);
    const sighting = isOther ? null : sightingOf(candidate, index, normalised);
    if (sighting === null) continue;
    const key = `${sighting.family}/${sighting.code}`;
    if (!sightings.has(key)) sightings.set(key, sighting);
    if (sightings.size >= mostSightings) break;
  }
  return [...sightings.values()];
}

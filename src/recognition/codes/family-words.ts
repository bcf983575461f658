import type { CodeFamily } from '../../knowledge/codes/code-data.ts';

/** A word that speaks for some families, where it stands in a text. */
export interface WordHit {
  readonly families: readonly string[];
  /** Those of them that are called so: `mysql` is a name, `jdbc` only speaks of it. */
  readonly names: readonly string[];
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words by which people name where a code comes from. */
export interface FamilyWords {
  /** The words between two places of a normalised text, without those inside a longer one. Linear. */
  hits(text: string, from: number, to: number): WordHit[];
  /** The families whose word ends directly before `end` (up to three separators between). */
  before(text: string, end: number): readonly string[];
  /** The families of this single word, in lower case. */
  of(word: string): readonly string[];
}

interface Phrase {
  readonly word: string;
  readonly families: string[];
  readonly names: string[];
}

const none: readonly string[] = [];
const han = /[\u3400-\u9fff]/;
const longestWord = 32;
/** `libuv: -4095` has three. */
const mostSeparators = 3;
/** Words between a name and its number that say only that it goes on: `mysql一直1045`. */
const passing = /(?:一直|总是|老是|显示|出现|[又就都])$/;
const separators = ' \t\n:\uff1a(\'"[#-';

/** Phrases by their first word or character, longest first. */
class Words implements FamilyWords {
  readonly #byFirst = new Map<string, Phrase[]>();
  readonly #byWord = new Map<string, Phrase>();
  readonly #byLast = new Map<string, Phrase[]>();

  constructor(families: readonly CodeFamily[]) {
    for (const family of families) {
      for (const word of [...family.words.en, ...family.words.zh]) this.#add(word.toLowerCase(), family);
    }
    for (const list of [...this.#byFirst.values(), ...this.#byLast.values()]) {
      list.sort((one, other) => other.word.length - one.word.length);
    }
  }

  #add(word: string, family: CodeFamily): void {
    const phrase = this.#byWord.get(word) ?? this.#phraseOf(word);
    phrase.families.push(family.id);
    if (isNameOf(phrase.word, family)) phrase.names.push(family.id);
  }

  #phraseOf(written: string): Phrase {
    const word = written.replaceAll('_', ' ');
    const phrase: Phrase = { word, families: [], names: [] };
    this.#byWord.set(written, phrase);
    const last = han.test(word.at(-1) ?? '') ? word.at(-1) : /[ .-]([a-z0-9]+)$/.exec(word)?.[1];
    listOf(this.#byFirst, firstOf(word, 0)).push(phrase);
    if (last !== undefined) listOf(this.#byLast, last).push(phrase);
    return phrase;
  }

  of(word: string): readonly string[] {
    return this.#byWord.get(word)?.families ?? none;
  }

  hits(text: string, from: number, to: number): WordHit[] {
    const written = text.slice(from, to);
    const slice = written.toLowerCase();
    // Some capitals take more room as small letters; then there are no humps to be seen.
    const piece = { slice, written: written.length === slice.length ? written : slice, from };
    const found: WordHit[] = [];
    for (let index = 0, isInWord = false; index < slice.length; index += 1) {
      const unit = slice.charCodeAt(index);
      if (unit >= 0x3400) this.#hear(found, piece, index);
      else if (isLatin(unit) && unit > 0x39 && !isInWord) this.#hear(found, piece, index);
      isInWord = isLatin(unit);
    }
    return found;
  }

  #hear(found: WordHit[], piece: Piece, index: number): void {
    const start = piece.from + index;
    if (start < (found.at(-1)?.end ?? 0)) return;
    const hit = this.#phraseAt(piece, index, firstOf(piece.slice, index)) ?? this.#humpAt(piece, index);
    if (hit === undefined) return;
    const { families, names, word } = hit;
    found.push({ families, names, word, start, end: start + word.length });
  }

  /** The word that a name of several words written as one begins with: `PostgresError`. */
  #humpAt({ written }: Piece, index: number): Phrase | undefined {
    const hump = humps.exec(written.slice(index, index + longestWord))?.[0].toLowerCase();
    return hump === undefined ? undefined : this.#byFirst.get(hump)?.find(({ word }) => word === hump);
  }

  #phraseAt({ slice }: Piece, index: number, first: string): Phrase | undefined {
    return this.#byFirst.get(first)?.find(({ word }) => isAt(slice, index, word));
  }

  before(text: string, end: number): readonly string[] {
    let at = end;
    while (at > 0 && end - at < mostSeparators && separators.includes(text[at - 1] as string)) at -= 1;
    if (text.charCodeAt(at - 1) >= 0x3400) at -= passing.exec(text.slice(at - 2, at))?.[0].length ?? 0;
    const isHan = text.charCodeAt(at - 1) >= 0x3400;
    const start = isHan ? at - 1 : wordStart(text, at);
    if (start === at) return none;
    const last = text.slice(start, at).toLowerCase();
    return this.#endingAt(text, at, last)?.families ?? (isHan ? none : this.of(last));
  }

  /** The longest phrase with this last word or character that ends at `end`. */
  #endingAt(text: string, end: number, last: string): Phrase | undefined {
    return this.#byLast
      .get(last)
      ?.find(({ word }) => isAt(text.slice(Math.max(0, end - word.length), end).toLowerCase(), 0, word));
  }
}

interface Piece {
  /** In lower case. */
  readonly slice: string;
  readonly written: string;
  /** Where it begins in the text. */
  readonly from: number;
}

/** The first of several words that are written as one. */
const humps = /^[A-Z]+[a-z0-9]+(?=[A-Z])/;

/** Whether people call a family by this word: its title begins with it, or the word begins with the title's first. */
function isNameOf(word: string, { id, title }: CodeFamily): boolean {
  if (word === id.replaceAll('_', ' ')) return true;
  const isTitle = [title.en, title.zh].some((one) => one?.toLowerCase().startsWith(word));
  const first = /^[a-z0-9]+/.exec(title.en?.toLowerCase() ?? '')?.[0] ?? '';
  return isTitle || (first !== '' && word.startsWith(first) && !/[a-z]/.test(word[first.length] ?? ''));
}

/** The Chinese character, or the Latin word, that begins at a place. */
function firstOf(slice: string, index: number): string {
  if (slice.charCodeAt(index) >= 0x3400) return slice[index] as string;
  let end = index;
  while (end - index < longestWord && isLatin(slice.charCodeAt(end))) end += 1;
  return slice.slice(index, end);
}

function isLatin(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

/** Where the Latin word begins that ends at `end`; `end` itself when there is none. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < longestWord && isLatin(text.charCodeAt(start - 1))) start -= 1;
  return start < end && text.charCodeAt(start) > 0x39 ? start : end;
}

/** A space in a phrase stands for a space, a hyphen or an underscore; a Latin phrase ends where the word ends. */
function isAt(slice: string, index: number, phrase: string): boolean {
  for (let offset = 0; offset < phrase.length; offset += 1) {
    const wanted = phrase[offset];
    const found = slice[index + offset];
    if (found !== wanted && !(wanted === ' ' && (found === '_' || found === '-'))) return false;
  }
  return han.test(phrase) || !/[a-z0-9]/.test(slice[index + phrase.length] ?? '');
}

function listOf(map: Map<string, Phrase[]>, key: string): Phrase[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** The words of some families. */
export function familyWordsOf(families: readonly CodeFamily[]): FamilyWords {
  return new Words(families);
}

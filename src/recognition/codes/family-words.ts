import type { CodeFamily } from '../../knowledge/codes/code-data.ts';

/** A word that speaks for some families, where it stands in a text. */
export interface WordHit {
  readonly families: readonly string[];
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words by which people name where a code comes from. */
export interface FamilyWords {
  /** The words between two places of a normalised text. Linear. */
  hits(text: string, from: number, to: number): WordHit[];
  /** The families whose word ends directly before `end` (up to three separators between). */
  before(text: string, end: number): readonly string[];
  /** The families of this single word, in lower case. */
  of(word: string): readonly string[];
}

interface Phrase {
  readonly word: string;
  readonly families: string[];
}

const none: readonly string[] = [];
const latin = /[a-z][a-z0-9]*/gi;
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
  readonly #byWord = new Map<string, string[]>();
  readonly #byLast = new Map<string, Phrase[]>();

  constructor(families: readonly CodeFamily[]) {
    for (const { id, words } of families) {
      for (const word of [...words.en, ...words.zh]) this.#add(word.toLowerCase(), id);
    }
    for (const list of [...this.#byFirst.values(), ...this.#byLast.values()]) {
      list.sort((one, other) => other.word.length - one.word.length);
    }
  }

  #add(word: string, id: string): void {
    const known = this.#byWord.get(word);
    if (known !== undefined) {
      known.push(id);
      return;
    }
    const families = [id];
    this.#byWord.set(word, families);
    const phrase = { word: word.replaceAll('_', ' '), families };
    const first = han.test(word[0] ?? '') ? (word[0] as string) : (/^[a-z0-9]+/.exec(word)?.[0] ?? word);
    listOf(this.#byFirst, first).push(phrase);
    if (han.test(word.at(-1) ?? '')) listOf(this.#byLast, word.at(-1) as string).push(phrase);
  }

  of(word: string): readonly string[] {
    return this.#byWord.get(word) ?? none;
  }

  hits(text: string, from: number, to: number): WordHit[] {
    const slice = text.slice(from, to).toLowerCase();
    const found: WordHit[] = [];
    for (const match of slice.matchAll(latin)) this.#hear(found, slice, match.index, from);
    for (let index = 0; index < slice.length; index += 1) {
      if (slice.charCodeAt(index) >= 0x3400) this.#hear(found, slice, index, from);
    }
    return found;
  }

  #hear(found: WordHit[], slice: string, index: number, from: number): void {
    const run = han.test(slice[index] ?? '')
      ? (slice[index] as string)
      : (/^[a-z0-9]+/.exec(slice.slice(index, index + longestWord))?.[0] ?? '');
    const hit = this.#phraseAt(slice, index, run);
    const start = from + index;
    if (hit !== undefined)
      found.push({ families: hit.families, word: hit.word, start, end: start + hit.word.length });
  }

  #phraseAt(slice: string, index: number, first: string): Phrase | undefined {
    return this.#byFirst.get(first)?.find(({ word }) => isAt(slice, index, word));
  }

  before(text: string, end: number): readonly string[] {
    let at = end;
    while (at > 0 && end - at < mostSeparators && separators.includes(text[at - 1] as string)) at -= 1;
    if (text.charCodeAt(at - 1) >= 0x3400) at -= passing.exec(text.slice(at - 2, at))?.[0].length ?? 0;
    if (text.charCodeAt(at - 1) >= 0x3400) {
      const phrases = this.#byLast.get(text[at - 1] as string) ?? [];
      return (
        phrases.find(({ word }) => text.slice(at - word.length, at).toLowerCase() === word)?.families ?? none
      );
    }
    const start = wordStart(text, at);
    return start === at ? none : this.of(text.slice(start, at).toLowerCase());
  }
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

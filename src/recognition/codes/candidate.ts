import type { KeyRole } from './code-words.ts';
import type { Detected } from './detectors.ts';

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
  /** Families whose own name for the number stands beside it: `1722 The RPC server is unavailable`. */
  named: readonly string[];
  /** Its spelling names its families, likeliest first (`ORA-01017`), and how they print it. */
  readonly detected: Detected | undefined;
}

/** What the scan asks about words. */
export interface Vocabulary {
  /** The length of the name that begins with the word at `start`…`end`; 0 for none. */
  nameLengthAt(text: string, start: number, end: number): number;
  /** Whether a word is a code by itself and, at the same time, one that speaks for a code. */
  isEverydayName(word: string): boolean;
  /** Families whose word stands directly before, or whose words follow, the number at `start`…`end`. */
  beside(text: string, start: number, end: number): readonly string[];
  /** Families in whose table the name of a number is made of the words beside it. */
  namedAround(text: string, place: Place, digits: string): readonly string[];
  /** Whether this word, in lower case, speaks for some family. */
  isFamilyWord(word: string): boolean;
}

/** Where the reading stands. Changed from word to word: one object instead of a copy for each of a million characters. */
export interface Reading {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly candidates: Candidate[];
  readonly everyday: Candidate[];
  words: number;
  /** The last word that speaks for or against the next number, and where its reach begins. */
  armed: { readonly role: KeyRole | 'guard' | 'qualifier'; readonly end: number } | undefined;
  lastKeyEnd: number;
  inAddress: boolean;
  lastWord: string;
}

/** UTF-16 units of the normalised text, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

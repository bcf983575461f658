import type { LanguageCode } from '../message.ts';

/** What was found in a message's words. Types only. */
export interface Recognition {
  /** `answer`: sure of one; `choose`: two or three are close; `unknown`: decoded parts only; `none`. */
  readonly decision: 'answer' | 'choose' | 'unknown' | 'none';
  readonly language: LanguageCode | 'other';
  readonly codes: readonly CodeSighting[];
  /** Best first, at most three, whatever the decision; empty when nothing is near. */
  readonly problems: readonly ProblemMatch[];
  /** Only an encoder sees these problems: to be asked about, however far the best is ahead. */
  readonly isTentative?: true;
}

/**
 * An error code in the text. `family` and `code` as in the code table: 0x + 8 capital hex digits for hresult, ntstatus,
 * windows_bugcheck; decimal or literal otherwise. A number that is certainly a code and that nothing names has the family
 * `unknown`, and the code as it was written.
 */
export interface CodeSighting {
  readonly family: string;
  readonly code: string;
  readonly symbol?: string;
  /** UTF-16 units of the input, end exclusive. */
  readonly span: readonly [start: number, end: number];
  /** 0–1. */
  readonly score: number;
  /** The ladder that led here, e.g. `hresult/0x80070057 facility 7`. */
  readonly via?: string;
  /** Other readings of the same number. */
  readonly also?: readonly { readonly family: string; readonly code: string }[];
  /** Whether a table row or a problem of the knowledge names it. */
  readonly named: boolean;
  /** Whether nothing else is nearly as likely; `also` then holds its siblings and what it carries. */
  readonly sure: boolean;
  /** How many readings are candidates of their own: it and the first of `also`. */
  readonly rivals: number;
  /** How often it stands in the text. */
  readonly count: number;
}

export interface ProblemMatch {
  readonly pack: string;
  /** Id of a problem, or of an article. */
  readonly problem: string;
  readonly kind: 'problem' | 'article';
  /** 0–1. */
  readonly score: number;
  /** The words of the message that counted, strongest first; for `askfix try`. */
  readonly words: readonly string[];
  /** A message that this problem's program prints stands in the text, word for word. */
  readonly printed?: true;
}

/** An answer to an observation that was said without being asked. */
export interface Heard {
  readonly observation: string;
  readonly answer: string;
  /** The words of the message that said it. */
  readonly phrase: string;
  /** P(it is meant), where the words hedge; absent = 1. */
  readonly share?: number;
}

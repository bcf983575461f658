/** What a placeholder calls the thing it hides. */
export type Kind = 'token' | 'email' | 'phone' | 'id' | 'card' | 'qq' | 'wechat' | 'user';

/**
 * One shape of private text. `pattern` is global; a named group `keep` is what stays readable before the placeholder.
 * Every quantifier is bounded or followed by something it cannot itself match, so that a pattern is linear. Patterns
 * see full-width letters, digits and signs as their ASCII twins.
 */
export interface Detector {
  readonly name: string;
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** What the shape alone does not tell, such as a check digit. Sees the match without `keep`. */
  readonly holds?: (value: string) => boolean;
}

/** A word character or the digit of a decimal fraction before it: then the number is part of something longer. */
export const freeLeft = '(?<![A-Za-z0-9_]|\\d\\.)';
export const freeRight = '(?![A-Za-z0-9_]|\\.\\d)';

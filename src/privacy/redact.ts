import { detectors } from './detectors/all-detectors.ts';
import type { Detector, Kind } from './detectors/detector.ts';

/** How often something of a kind was hidden; never what it was. */
interface Found {
  readonly kind: Kind;
  readonly count: number;
}

export interface Redacted {
  readonly text: string;
  /** Empty when nothing was hidden. */
  readonly found: readonly Found[];
}

/** The number of a hidden value, from 1; the same value gets the same number. `value` is without blanks and hyphens where they mean nothing. */
export type NumberOf = (kind: Kind, value: string) => number;

/**
 * Hiding one thing can lay the edge of another bare; two rounds settle all that was ever seen. The bound keeps hostile
 * text linear.
 */
const maximumRounds = 6;

/**
 * Replaces what is private (tokens, mail addresses, telephone, identity, card, QQ and WeChat numbers that are called so, the
 * person's name in a path) by `[token 1]`, `[email 1]` …; the same value gets the same number. Everything else stays
 * as it is, error codes above all. Redacting twice changes nothing more. Time is linear in the length of the text.
 *
 * @param numberOf gives the numbers; left out, they count within this text
 */
export function redact(text: string, numberOf: NumberOf = countedUp()): Redacted {
  const counts = new Map<Kind, number>();
  const placeholder = (kind: Kind, value: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return `[${kind} ${numberOf(kind, normal(kind, value))}]`;
  };
  let before = '';
  let after = text;
  for (let round = 0; round < maximumRounds && after !== before; round += 1) {
    before = after;
    after = detectors.reduce((rest, detector) => replaceAll(rest, detector, placeholder), before);
  }
  return { text: after, found: [...counts].map(([kind, count]) => ({ kind, count })) };
}

/** Numbers as values come, from 1 for each kind. */
export function countedUp(): NumberOf {
  const values = new Map<Kind, Map<string, number>>();
  return (kind, value) => {
    const numbers = values.get(kind) ?? new Map<string, number>();
    values.set(kind, numbers);
    const number = numbers.get(value) ?? numbers.size + 1;
    numbers.set(value, number);
    return number;
  };
}

type Placeholder = (kind: Kind, value: string) => string;

/** Cuts the text behind every match, so that what was hidden is no longer anybody's left neighbour. */
function replaceAll(text: string, detector: Detector, placeholder: Placeholder): string {
  let done = '';
  let rest = text;
  let folded = asAscii(text);
  for (let match = nextMatch(detector, folded); match; match = nextMatch(detector, folded)) {
    const { start, end } = match;
    done += rest.slice(0, start) + placeholder(detector.kind, folded.slice(start, end));
    rest = rest.slice(end);
    folded = folded.slice(end);
  }
  return done + rest;
}

/** Where the first thing of the detector's shape stands, without what is kept of it. */
function nextMatch({ pattern, holds }: Detector, text: string): { start: number; end: number } | null {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index + (match.groups?.keep?.length ?? 0);
    const end = match.index + match[0].length;
    if (holds === undefined || holds(text.slice(start, end))) return { start, end };
    pattern.lastIndex = match.index + 1;
  }
  return null;
}

/** Full-width ASCII (U+FF01–FF5E) as ASCII; the length stays. */
function asAscii(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** The value as it is compared: numbers are written with and without blanks, addresses with and without capitals. */
function normal(kind: Kind, value: string): string {
  if (kind === 'phone' || kind === 'card' || kind === 'id') return value.replaceAll(/[^\dXx]/g, '');
  return kind === 'email' ? value.toLowerCase() : value;
}

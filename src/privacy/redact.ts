import { type Detector, detectors, type Kind } from './detectors.ts';

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

/**
 * Hiding one thing can lay the edge of another bare; two rounds settle all that was ever seen. The bound keeps hostile
 * text linear.
 */
const maximumRounds = 6;

/**
 * Replaces tokens, mail addresses and phone numbers by `[token 1]`, `[email 1]`, `[phone 1]` …; the same value gets
 * the same number within one text. Everything else stays as it is, error codes above all. Redacting twice changes
 * nothing more. Time is linear in the length of the text.
 */
export function redact(text: string): Redacted {
  const hidden = createHidden();
  let before = '';
  let after = text;
  for (let round = 0; round < maximumRounds && after !== before; round += 1) {
    before = after;
    after = detectors.reduce((rest, detector) => replaceAll(rest, detector, hidden.placeholder), before);
  }
  return { text: after, found: hidden.found() };
}

type Placeholder = (kind: Kind, value: string) => string;

/** Cuts the text behind every match, so that what was hidden is no longer anybody's left neighbour. */
function replaceAll(text: string, detector: Detector, placeholder: Placeholder): string {
  let done = '';
  let rest = text;
  for (let match = firstMatch(detector, rest); match; match = firstMatch(detector, rest)) {
    const keep = match.groups?.keep ?? '';
    const end = match.index + match[0].length;
    done += rest.slice(0, match.index) + keep + placeholder(detector.kind, match[0].slice(keep.length));
    rest = rest.slice(end);
  }
  return done + rest;
}

function firstMatch(detector: Detector, text: string): RegExpExecArray | null {
  detector.pattern.lastIndex = 0;
  return detector.pattern.exec(text);
}

function createHidden(): { placeholder: Placeholder; found: () => readonly Found[] } {
  const values = new Map<Kind, Map<string, number>>();
  const counts = new Map<Kind, number>();
  return {
    placeholder(kind, value) {
      const numbers = values.get(kind) ?? new Map<string, number>();
      values.set(kind, numbers);
      const number = numbers.get(value) ?? numbers.size + 1;
      numbers.set(value, number);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return `[${kind} ${number}]`;
    },
    found: () => [...counts].map(([kind, count]) => ({ kind, count })),
  };
}

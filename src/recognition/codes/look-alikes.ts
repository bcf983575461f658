import type { Candidate } from './candidate.ts';

interface Surroundings {
  readonly before: string;
  readonly beforeThat: string;
  readonly after: string;
  readonly afterThat: string;
  readonly candidate: Candidate;
  readonly text: string;
}

interface LookAlike {
  readonly what: string;
  readonly is: (around: Surroundings) => boolean;
}

const digit = /^\d$/;
const wordCharacter = /^\w$/;
const currency = /^[$€£¥￥₩₹]$/;

/** A word that says what was counted, by its ending. */
const plural =
  /^ (?!(?:access|address|process|less|miss|pass|across|always|was|is|this|has|does|means|says|errors|status)\b)[a-z]{2,20}s\b/;

/** What numbers are when they are not codes, told by the characters that touch them. */
const lookAlikes: readonly LookAlike[] = [
  {
    what: 'part of a version, an address or a decimal',
    is: ({ before, beforeThat, after, afterThat }) =>
      (before === '.' && wordCharacter.test(beforeThat)) || (after === '.' && wordCharacter.test(afterThat)),
  },
  {
    what: 'a number with thousands',
    is: ({ before, beforeThat, after, text, candidate }) =>
      (before === ',' && digit.test(beforeThat) && candidate.end - candidate.start === 3) ||
      (after === ',' && /^\d{3}(?!\d)/.test(text.slice(candidate.end + 1, candidate.end + 5))),
  },
  {
    what: 'part of a date, a UUID, a phone number or a range',
    is: ({ before, beforeThat, after, afterThat, candidate }) =>
      (before === '-' && !candidate.negative && wordCharacter.test(beforeThat)) ||
      (after === '-' && wordCharacter.test(afterThat)),
  },
  {
    what: 'a time, a port or a place in a file',
    is: ({ before, beforeThat, after, afterThat, candidate }) =>
      (before === ':' &&
        wordCharacter.test(beforeThat) &&
        !candidate.introduced &&
        candidate.text.length < 8) ||
      (before === ':' && digit.test(beforeThat)) ||
      (after === ':' && digit.test(afterThat)),
  },
  {
    what: 'part of a path, a date or a fraction',
    is: ({ before, after, afterThat }) =>
      before === '/' || before === '\\' || (after === '/' && wordCharacter.test(afterThat)),
  },
  {
    what: 'an issue number or a colour',
    is: ({ before, candidate }) =>
      before === '#' &&
      candidate.named.length === 0 &&
      (!candidate.introduced || candidate.shape !== 'integer'),
  },
  { what: 'a price', is: ({ before, after }) => currency.test(before) || currency.test(after) },
  {
    what: 'how many of something, behind a word that only hints at an error: "closed 404 tickets"',
    is: ({ candidate, text }) =>
      candidate.shape === 'integer' &&
      candidate.key === 'hint' &&
      candidate.named.length === 0 &&
      plural.test(text.slice(candidate.end, candidate.end + 24)),
  },
  { what: 'a share or a temperature', is: ({ after }) => after === '%' || after === '°' || after === '‰' },
  {
    what: 'a phone number or a mention',
    is: ({ before, text, candidate }) =>
      before === '+' ||
      before === '@' ||
      before === '~' ||
      /\+\d{1,3} $/.test(text.slice(Math.max(0, candidate.start - 5), candidate.start)),
  },
];

/** "Error: …", "Error response from daemon": the word with which every message begins, and no status of a pod. */
function beginsMessage(text: string, { text: name, end }: Candidate): boolean {
  return (
    name === 'Error' &&
    /^(?::| (?:response|from|in|at|while|when|occurred|message)\b)/.test(text.slice(end, end + 12))
  );
}

/**
 * Whether a number is something that is not a code, judged by the characters around it.
 * With 0x in front there is no doubt, except behind a `#`.
 */
export function isLookAlike(text: string, candidate: Candidate): boolean {
  const before = text[candidate.start - 1] ?? '';
  if (candidate.shape === 'hex' || candidate.shape === 'name')
    return before === '#' || beginsMessage(text, candidate);
  const around = {
    before,
    beforeThat: text[candidate.start - 2] ?? '',
    after: text[candidate.end] ?? '',
    afterThat: text[candidate.end + 1] ?? '',
    candidate,
    text,
  };
  return lookAlikes.some((lookAlike) => lookAlike.is(around));
}

import type { Candidate } from './candidate.ts';

/** A shorter number alone may be an answer to a question; asked about, it needs words of its family. */
const leastLoneDigits = 3;
/** A question about one number: "QQ 12152 怎么办". */
const asking =
  /^\s*(?:$|[?？]|怎|如何|什么|啥|解决|咋|求助|是|错误|报错|代表|means?\b|error\b|problem\b|fix\b)/i;
/** Also a year, or a version of Windows. */
const year = /^(?:19|20)\d\d$/;
const asksBefore = /怎|什么|啥|解决|what|how|mean|fix|why|解释/i;
const longestQuestion = 60;
/** "QQ 12152?" */
const mostWordsOfBareQuestion = 4;
const leastAccountDigits = 7;

/** A message that is nothing but one number asks about that number. */
export function supportLoneNumber(candidate: Candidate | undefined, isCode: boolean): void {
  if (candidate === undefined) return;
  if (candidate.text.length >= 8) candidate.near = true;
  if (!isCode) return;
  candidate.key ??= 'code';
  candidate.dropped = false;
  candidate.guarded = false;
}

/** The number that a short message asks about, with what the asking is worth as a word beside it. */
export interface Asked {
  readonly candidate: Candidate;
  readonly key: 'code' | 'hint';
}

/** What a short message asks about, when it holds one number and a question about it. */
export function asksAbout(text: string, candidates: readonly Candidate[], words: number): Asked | undefined {
  const [only] = candidates;
  if (only?.shape !== 'integer' || candidates.length !== 1 || text.length > longestQuestion) return undefined;
  if (only.dropped) return undefined;
  const key = only.text.length < leastLoneDigits ? 'hint' : 'code';
  // "QQ 12152 怎么办": an account number is longer.
  if (only.guarded && !(only.text.length < leastAccountDigits && /qq ?$/i.test(text.slice(0, only.start))))
    return undefined;
  if (words === 1) return key === 'code' ? { candidate: only, key } : undefined;
  const after = text.slice(only.end);
  if (text.match(/(?<![a-z])\d+/gi)?.length !== 1) return undefined;
  const isShort = words <= mostWordsOfBareQuestion && /[?？]\s*$/.test(after);
  const isAsked = asking.test(after) && (asksBefore.test(text) || isShort);
  return isAsked && !year.test(only.text) ? { candidate: only, key } : undefined;
}

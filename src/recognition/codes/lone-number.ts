import type { Candidate } from './candidate.ts';

/** A shorter number alone may be an answer to a question. */
const leastLoneDigits = 3;
/** A question about one number: "QQ 12152 怎么办". */
const asking =
  /^\s*(?:$|[?？]|怎|如何|什么|啥|解决|咋|求助|是|错误|报错|代表|means?\b|error\b|problem\b|fix\b)/i;
/** Also a year, or a version of Windows. */
const year = /^(?:19|20)\d\d$/;
const asksBefore = /怎|什么|啥|解决|what|how|mean|fix|why|解释/i;
const longestQuestion = 60;
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

/** Whether a short message asks about its one number. */
export function asksAbout(
  text: string,
  candidates: readonly Candidate[],
  words: number,
): Candidate | undefined {
  const numbers = candidates.filter(({ shape }) => shape === 'integer');
  const [only] = numbers;
  if (only === undefined || candidates.length !== 1 || text.length > longestQuestion) return undefined;
  if (only.text.length < leastLoneDigits || only.dropped) return undefined;
  // "QQ 12152 怎么办": an account number is longer.
  if (only.guarded && !(only.text.length < leastAccountDigits && /qq ?$/i.test(text.slice(0, only.start))))
    return undefined;
  if (words === 1) return only;
  const after = text.slice(only.end);
  const isAsked = asking.test(after) && (asksBefore.test(text) || /[?？]\s*$/.test(after));
  return isAsked && !year.test(only.text) ? only : undefined;
}

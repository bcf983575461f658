import type { CodeSighting } from '../recognition.ts';

const fatal = /\b(?:fatal|panic|critical|crash(?:ed)?|abort(?:ed)?)\b|致命|崩溃/i;
const error = /\b(?:err(?:or)?|errors?|fail(?:ed|ure|s)?|exception|traceback|severe)\b|错误|失败|异常|报错/i;
const chatter = /\b(?:info|debug|trace|verbose)\b/i;
/** A line is judged by what stands this near a code, so that endless lines take no time. */
const lineReach = 300;

function lineOf(text: string, [start, end]: CodeSighting['span']): string {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - lineReach);
  const until = text.indexOf('\n', end);
  return text.slice(from, Math.min(until < 0 ? text.length : until, end + lineReach));
}

/** 0 = names an error, 1 = says nothing, 2 = tells of ordinary work. */
function placeOf(line: string): number {
  if (error.test(line) || fatal.test(line)) return 0;
  return chatter.test(line) ? 2 : 1;
}

/** Whether a code only carries the other: the HTTP status of an answer that names its own error, an exit with 1. */
function isEnvelope({ family, code }: CodeSighting): boolean {
  return family === 'http' || (code === '1' && family.startsWith('exit'));
}

/**
 * The codes of a text, weightiest first. In a log the first error is usually the reason of all others, and the last
 * fatal line is what stopped the program; codes in lines of ordinary work come last. What nothing names stands behind
 * what has a name, and what only carries another code behind that. Otherwise a text of one line keeps its order.
 */
export function orderCodes(codes: readonly CodeSighting[], text: string): readonly CodeSighting[] {
  if (codes.length < 2) return codes;
  const judged = codes.map((code) => {
    const line = lineOf(text, code.span);
    return { code, place: placeOf(line), isFatal: fatal.test(line) };
  });
  const ordered = judged.toSorted(
    (one, other) =>
      Number(other.code.named) - Number(one.code.named) ||
      one.place - other.place ||
      Number(isEnvelope(one.code)) - Number(isEnvelope(other.code)),
  );
  const lastFatal = ordered.findLast(({ isFatal }) => isFatal);
  const [first, ...others] = ordered;
  if (lastFatal === undefined || lastFatal === first || first === undefined)
    return ordered.map(({ code }) => code);
  return [first, lastFatal, ...others.filter((one) => one !== lastFatal)].map(({ code }) => code);
}

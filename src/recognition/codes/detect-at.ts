import { type Detected, type Detector, detectors } from './detectors.ts';

const byFirst = new Map<string, Detector[]>();
for (const detector of detectors) {
  for (const first of detector.first.split(' ')) {
    byFirst.set(first, [...(byFirst.get(first) ?? []), detector]);
  }
}

const longestPrefix = 10;

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** The letters that a word begins with, in lower case, or its digit when it is one. */
function prefixOf(text: string, start: number): string {
  const unit = text.charCodeAt(start);
  if (unit >= 0x30 && unit <= 0x39) return text[start] as string;
  let end = start;
  while (end - start <= longestPrefix && isLetter(text.charCodeAt(end))) end += 1;
  return end - start > longestPrefix ? '' : text.slice(start, end).toLowerCase();
}

/** Whether any spelling begins with this character, so that most words are done with after one comparison. */
const begins = new Set(
  [...byFirst.keys()].flatMap((first) => [first.charCodeAt(0), first.toUpperCase().charCodeAt(0)]),
);

function detectedBy(detector: Detector, match: RegExpExecArray, written: string): Detected {
  const basic = match.groups?.basic;
  const offset = match[0].lastIndexOf(written);
  const whole = /^[a-z]/i.test(match[0]) && offset > 0 && offset <= 4;
  const code = detector.code?.(written) ?? written;
  return {
    start: match.index + (whole || basic !== undefined ? 0 : offset),
    end: match.index + offset + written.length,
    families: detector.families,
    certain: detector.certain ?? false,
    alone: detector.alone ?? false,
    ...(basic === undefined ? { code } : inOrder(basic, written, code)),
  };
}

/** A status that says "for now" (4.x.x), or only "something of this kind" (x.y.0), says less than the reply before it. */
function inOrder(reply: string, status: string, code: string): Pick<Detected, 'code' | 'further'> {
  return /^4|\.0$/.test(status) ? { code: reply, further: code } : { code, further: reply };
}

/** The code that begins with the word at `start` and names its family by its spelling; undefined when there is none. */
export function detectAt(text: string, start: number): Detected | undefined {
  if (!begins.has(text.charCodeAt(start))) return undefined;
  for (const detector of byFirst.get(prefixOf(text, start)) ?? []) {
    detector.pattern.lastIndex = start;
    const match = detector.pattern.exec(text);
    const written = match?.groups?.code ?? match?.groups?.code2;
    if (match !== null && written !== undefined) return detectedBy(detector, match, written);
  }
  return undefined;
}

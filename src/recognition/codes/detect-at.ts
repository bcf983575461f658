import { isDigit } from './characters.ts';
import { type Detected, type Detector, detectors } from './detectors.ts';

const byFirst = new Map<string, Detector[]>();
for (const detector of detectors) {
  for (const first of detector.first.split(' ')) {
    byFirst.set(first, [...(byFirst.get(first) ?? []), detector]);
  }
}

const longestPrefix = 10;
/** By the character that a spelling begins with: a bit for each length that its letters, or its digits, may have. */
const lengths = new Uint16Array(128);
for (const first of byFirst.keys()) {
  const bit = 1 << first.length;
  for (const written of [first, first.toUpperCase()]) {
    const unit = written.charCodeAt(0);
    lengths[unit] = (lengths[unit] ?? 0) | bit;
  }
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** The spellings that may begin here, by the letters or digits that stand together; most words are done with without a copy. */
function detectorsAt(text: string, start: number): readonly Detector[] | undefined {
  const unit = text.charCodeAt(start);
  const possible = lengths[unit] ?? 0;
  if (possible === 0) return undefined;
  const isOne = isDigit(unit) ? isDigit : isLetter;
  let end = start + 1;
  while (end - start <= longestPrefix && isOne(text.charCodeAt(end))) end += 1;
  if ((possible & (1 << (end - start))) === 0) return undefined;
  return byFirst.get(
    isDigit(unit) ? (text[start] as string).padEnd(end - start, '#') : text.slice(start, end).toLowerCase(),
  );
}

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
  for (const detector of detectorsAt(text, start) ?? []) {
    detector.pattern.lastIndex = start;
    const match = detector.pattern.exec(text);
    const written = match?.groups?.code ?? match?.groups?.code2;
    if (match !== null && written !== undefined) return detectedBy(detector, match, written);
  }
  return undefined;
}

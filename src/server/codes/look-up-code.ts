import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Text } from '../../languages/text.ts';
import { type Decoded, decode32 } from '../../recognition/codes/decode.ts';
import { findCodes } from '../../recognition/codes/find-codes.ts';

/** One family's reading of a code. */
export interface CodeReading {
  readonly family: string;
  /** As the family prints it. */
  readonly code: string;
  readonly symbol?: string;
  /** What was unwrapped to get here, e.g. `hresult/0x80070057 facility 7`. */
  readonly via?: string;
  /** What the number says by itself; only for 32-bit codes. */
  readonly decoded?: Decoded;
  /** The entries of the knowledge that are about it. */
  readonly problems: readonly CodeProblem[];
}

interface CodeProblem {
  readonly pack: string;
  readonly problem: string;
  readonly title: Text;
  readonly meaning?: Text;
}

/** Characters; longer than any code that people are shown. */
const longestCode = 100;

/** Everything that is known of a code, the likeliest family first; empty when it is none that anybody can read. */
export function lookUpCode(code: string, knowledge: Knowledge): readonly CodeReading[] {
  if (code.length > longestCode) return [];
  const sightings = findCodes(code, knowledge, { isCode: true });
  const readings = sightings.flatMap(({ also = [], ...sighting }) =>
    [sighting, ...also].map((one) => readingOf(one, knowledge)),
  );
  return [...new Map(readings.map((reading) => [`${reading.family}/${reading.code}`, reading])).values()];
}

type Sighted = Pick<CodeReading, 'family' | 'code' | 'symbol' | 'via'>;

function readingOf({ family, code, symbol, via }: Sighted, knowledge: Knowledge): CodeReading {
  const bits = family === 'hresult' || family === 'ntstatus' ? Number(code) : Number.NaN;
  return {
    family,
    code,
    ...(symbol === undefined ? {} : { symbol }),
    ...(via === undefined ? {} : { via }),
    ...(Number.isNaN(bits) ? {} : { decoded: decode32(bits) }),
    problems: problemsOf(`${family}/${code}`, knowledge),
  };
}

function problemsOf(key: string, knowledge: Knowledge): readonly CodeProblem[] {
  const references = Object.hasOwn(knowledge.codes, key) ? (knowledge.codes[key] ?? []) : [];
  return references.flatMap(({ pack, problem }) => {
    const entry = knowledge.packs[pack]?.problems[problem];
    return entry
      ? [{ pack, problem, title: entry.title, ...(entry.meaning ? { meaning: entry.meaning } : {}) }]
      : [];
  });
}

import type { OwnCode } from '../../knowledge/codes/code-data.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Text } from '../../languages/text.ts';
import { codeIndexOf } from '../../recognition/codes/code-index.ts';
import { type Decoded, decode32 } from '../../recognition/codes/decode.ts';
import { findCodes } from '../../recognition/codes/find-codes.ts';
import type { CodeSighting } from '../../recognition/recognition.ts';

/** One family's reading of a code. */
export interface CodeReading {
  readonly family: string;
  /** As the family prints it. */
  readonly code: string;
  /** The vendor's own name; missing where the family has none, or only labels. */
  readonly symbol?: string;
  /** What a label stands for, in families that have no official names. */
  readonly description?: string;
  /** The family's name. */
  readonly title?: Text;
  /** What helps with most codes of the family; not about this one. */
  readonly advice?: Text;
  /** The owner's own entry, which outranks the table. */
  readonly own?: Pick<OwnCode, 'title' | 'text' | 'steps'>;
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
  return readingsOf(findCodes(code, knowledge, { isCode: true }), knowledge);
}

/** The same for codes that were found in a text, whose words rank the families. */
export function readingsOf(sightings: readonly CodeSighting[], knowledge: Knowledge): readonly CodeReading[] {
  const readings = sightings.flatMap(({ also = [], ...sighting }) =>
    [sighting, ...also].map((one) => readingOf(one, knowledge)),
  );
  return [...new Map(readings.map((reading) => [`${reading.family}/${reading.code}`, reading])).values()];
}

type Sighted = Pick<CodeReading, 'family' | 'code' | 'via'>;

function readingOf({ family, code, via }: Sighted, knowledge: Knowledge): CodeReading {
  const bits = family === 'hresult' || family === 'ntstatus' ? Number(code) : Number.NaN;
  return {
    family,
    code,
    ...tableParts(family, code, knowledge),
    ...(via === undefined ? {} : { via }),
    ...(Number.isNaN(bits) ? {} : { decoded: decode32(bits) }),
    problems: problemsOf(`${family}/${code}`, knowledge),
  };
}

/** What the table of codes says about a code. */
function tableParts(family: string, code: string, knowledge: Knowledge): Partial<CodeReading> {
  const index = codeIndexOf(knowledge);
  const about = index.families.get(family);
  const rows = index.rowsOf(family, code);
  const symbol = rows.find((row) => row.symbol !== undefined)?.symbol;
  const own = rows.find((row) => row.own !== undefined)?.own;
  const name =
    about?.official === false ? { description: symbol?.toLowerCase().replaceAll('_', ' ') } : { symbol };
  return {
    ...(symbol === undefined ? {} : name),
    ...(about === undefined ? {} : { title: about.title, advice: about.advice }),
    ...(own === undefined ? {} : { own: { title: own.title, steps: own.steps, ...textOf(own) } }),
  };
}

function textOf({ text }: OwnCode): { readonly text?: string } {
  return text === undefined ? {} : { text };
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

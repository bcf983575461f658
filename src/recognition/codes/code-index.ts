import type { CodeFamily } from '../../knowledge/codes/code-data.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type FamilyWords, familyWordsOf } from './family-words.ts';
import type { KnownCode } from './known-code.ts';
import { type PackedRows, packRows } from './packed-rows.ts';

/** The codes that the knowledge names, by how people write them. */
export interface CodeIndex {
  readonly families: ReadonlyMap<string, CodeFamily>;
  readonly words: FamilyWords;
  /** Every row of this exact `family/code`; a code may have several names. */
  rowsOf(family: string, code: string): readonly KnownCode[];
  /** Codes with these 32 bits, however their family writes them: `0x8c02` and `0x00008C02` are one. */
  byValue(value: number): readonly KnownCode[];
  /** Codes written in digits, with their sign, by exactly these digits. */
  byDigits(digits: string): readonly KnownCode[];
  /** Codes and symbols with exactly this spelling. */
  byName(name: string): readonly KnownCode[];
  /** Whether any code is this number, in digits or in hex; makes nothing. */
  hasNumber(value: number): boolean;
  /** Whether `byName` finds anything; makes nothing. */
  hasName(name: string): boolean;
  /** Whether a name with punctuation begins with this word: `ORA-01017` begins with `ORA`. */
  beginsName(word: string): boolean;
  /** Whether a problem of the knowledge, or the owner, is about this code. */
  isCurated(family: string, code: string): boolean;
  /** Every spelling of `byName`; for suggestions. */
  names(): Iterable<string>;
}

const hexadecimal = /^0x/i;

function distinct(rows: readonly KnownCode[]): readonly KnownCode[] {
  if (rows.length < 2) return rows;
  // The rows of a family stand together, so the one before is the only one that can be the same.
  return rows.filter((row, at) => row.family !== rows[at - 1]?.family || row.code !== rows[at - 1]?.code);
}

/** The rows of a problem's codes and of the owner's tables, which are not in the table's own text. */
function furtherRows(knowledge: Knowledge, table: PackedRows): KnownCode[] {
  const own = (knowledge.table?.own ?? []).map((one) => ({
    family: one.family,
    code: one.code,
    ...(one.symbol === undefined ? {} : { symbol: one.symbol }),
    own: one,
  }));
  const curated = Object.keys(knowledge.codes).map((key) => {
    const slash = key.indexOf('/');
    return { family: key.slice(0, slash), code: key.slice(slash + 1) };
  });
  return [...own, ...curated.filter((one) => !table.has(one.family, one.code))];
}

function build(knowledge: Knowledge): CodeIndex {
  const families = knowledge.table?.families ?? [];
  const table = packRows(families);
  table.add(furtherRows(knowledge, table));
  const curated = new Set(Object.keys(knowledge.codes));
  for (const { family, code } of knowledge.table?.own ?? []) curated.add(`${family}/${code}`);
  return {
    families: new Map(families.map((family) => [family.id, family])),
    words: familyWordsOf(families),
    rowsOf: (family, code) =>
      (/^-?\d+$|^0x/i.test(code) ? table.byNumber(Number(code)) : table.byName(code)).filter(
        (row) => row.family === family && row.code === code,
      ),
    byValue: (value) =>
      distinct([
        ...table.byNumber(value).filter(({ code }) => hexadecimal.test(code) || value >= 0x80000000),
        ...(value >= 0x80000000 ? table.byNumber(value | 0) : []),
      ]),
    byDigits: table.byDigits,
    byName: (name) => distinct(table.byName(name)),
    hasNumber: table.hasNumber,
    hasName: table.hasName,
    beginsName: table.beginsName,
    isCurated: (family, code) => curated.has(`${family}/${code}`),
    names: table.names,
  };
}

const indexes = new WeakMap<Knowledge, CodeIndex>();

/** The index of a knowledge; built once for each, in some ten milliseconds for 40,000 codes. */
export function codeIndexOf(knowledge: Knowledge): CodeIndex {
  if (knowledge.whole) return codeIndexOf(knowledge.whole);
  let index = indexes.get(knowledge);
  if (index === undefined) {
    index = build(knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}

import type { Knowledge } from '../../knowledge/knowledge.ts';

/** A code as the knowledge writes it. */
export interface KnownCode {
  readonly family: string;
  readonly code: string;
}

/** The codes that the knowledge names, by how people write them. */
export interface CodeIndex {
  /** By the exact `family/code`. */
  has(family: string, code: string): boolean;
  /** Codes written in hexadecimal, by their value: `0x8c02` and `0x00008C02` are one. */
  byValue(value: number): readonly KnownCode[];
  /** Codes written in digits, with their sign, by the digits. */
  byDigits(digits: string): readonly KnownCode[];
  /** Names that begin with this word, longest first: `ORA-01017` begins with `ORA`. */
  byFirstWord(word: string): readonly KnownCode[];
}

const none: readonly KnownCode[] = [];
const hexadecimal = /^0x[0-9a-f]{1,8}$/i;
const digits = /^-?\d+$/;

function build(knowledge: Knowledge): CodeIndex {
  const known: KnownCode[] = Object.keys(knowledge.codes).map((key) => {
    const slash = key.indexOf('/');
    return { family: key.slice(0, slash), code: key.slice(slash + 1) };
  });
  const keys = new Set(Object.keys(knowledge.codes));
  const values = Map.groupBy(
    known.filter(({ code }) => hexadecimal.test(code)),
    ({ code }) => Number(code),
  );
  const numbers = Map.groupBy(
    known.filter(({ code }) => digits.test(code)),
    ({ code }) => code,
  );
  const names = known.filter(({ code }) => !hexadecimal.test(code) && !digits.test(code));
  names.sort((left, right) => right.code.length - left.code.length);
  const firstWords = Map.groupBy(names, ({ code }) => /^\w+/.exec(code)?.[0] ?? '');
  return {
    has: (family, code) => keys.has(`${family}/${code}`),
    byValue: (value) => values.get(value) ?? none,
    byDigits: (text) => numbers.get(text) ?? none,
    byFirstWord: (word) => firstWords.get(word) ?? none,
  };
}

const indexes = new WeakMap<Knowledge, CodeIndex>();

/** The index of a knowledge; built once for each. */
export function codeIndexOf(knowledge: Knowledge): CodeIndex {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    index = build(knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CodeFact, derivedCodes } from './derived-codes.ts';
import { headerCodes } from './header-codes.ts';
import { packageCodes } from './package-codes.ts';
import { shippedFolder } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix import-codes [FACTS.csv] [--packages FOLDER] [--headers FOLDER] [--check]';

/** Families whose codes are written as 32 bits. */
const hexFamilies = new Set(['hresult', 'ntstatus', 'windows_bugcheck']);
/** The number beside these names is only the HTTP status that carries them. */
const nameFamilies = new Set(['aws']);

/** Names of a family's header that are no errors: SQLite's types of columns. */
const noErrors = /^SQLITE_(?:INTEGER|FLOAT|TEXT|BLOB|NULL)$/;

/** How many places gave a fact; the name that most of them give comes first. */
type Weighed = CodeFact & { readonly sources: number };

function codeOf(family: string, decimal: string, symbol: string): string {
  if (decimal === '' || nameFamilies.has(family)) return symbol;
  if (!hexFamilies.has(family)) return decimal;
  return `0x${Number(decimal).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** The facts of a file with the columns `family,code_decimal,code_hex,symbol,source`. */
export function readFacts(text: string): Weighed[] {
  const lines = text.trim().split(/\r?\n/).slice(1);
  const facts = lines.map((line) => {
    const [family = '', decimal = '', , symbol = '', source = ''] = line.split(',');
    return { family, code: codeOf(family, decimal, symbol), symbol, sources: source.split(';').length };
  });
  return facts.filter(({ symbol }) => !noErrors.test(symbol));
}

/** Numbers by size, everything else by its characters. */
function compareCodes(left: string, right: string): number {
  const numbers = Number(left) - Number(right);
  if (!Number.isNaN(numbers) && numbers !== 0) return numbers;
  return left < right ? -1 : Number(left > right);
}

/** One CSV per family: `code,symbol`, sorted by code, the best known name of a code first, each row once. */
export function tablesOf(facts: readonly Weighed[]): Map<string, string> {
  const tables = new Map<string, string>();
  for (const [family, rows = []] of Map.groupBy(facts, (fact) => fact.family)) {
    const sorted = rows.toSorted(
      (left, right) =>
        compareCodes(left.code, right.code) ||
        right.sources - left.sources ||
        compareCodes(left.symbol, right.symbol),
    );
    const lines = new Set(sorted.map(({ code, symbol }) => `${code},${symbol}`));
    tables.set(family, `code,symbol\n${[...lines].join('\n')}\n`);
  }
  return tables;
}

function factsIn(folder: string): Weighed[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return names.flatMap((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(1);
    const family = name.slice(0, -'.csv'.length);
    // The order in which they stand is kept: later rows of a code are the less known names.
    return lines.map((line, index) => {
      const [code = '', symbol = ''] = line.split(',');
      return { family, code, symbol, sources: -index };
    });
  });
}

interface Words {
  readonly file: string | undefined;
  /** Where packages were installed on demand. */
  readonly packages: string | undefined;
  /** Where C headers are, such as `/usr/include`. */
  readonly headers: string | undefined;
  readonly onlyCheck: boolean;
}

function readWords(words: readonly string[]): Words | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, packages: { type: 'string' }, headers: { type: 'string' } },
    });
    if (positionals.length > 1) return null;
    const { packages, headers, check = false } = values;
    return { file: positionals[0], packages, headers, onlyCheck: check };
  } catch {
    return null;
  }
}

function derivedFrom({ packages, headers }: Words): readonly CodeFact[] {
  const ofHeaders = headers === undefined ? [] : headerCodes(resolve(headers));
  if (packages === undefined) return [...derivedCodes(), ...ofHeaders];
  const { facts, read, missing } = packageCodes(resolve(packages));
  process.stdout.write(`read ${read.join(', ') || 'no package'}\n`);
  if (missing.length > 0) process.stdout.write(`not installed there: ${missing.join(', ')}\n`);
  return [...derivedCodes(), ...ofHeaders, ...facts];
}

/**
 * `askfix import-codes [FACTS.csv] [--packages FOLDER] [--headers FOLDER]`: writes the table of `knowledge/codes/` from what
 * stands in it, a file of facts, what this Node and the installed packages give, and what packages and C headers installed
 * elsewhere give. With `--check` nothing is written, and rows that the table lacks are printed.
 * @returns the exit code: 0 fine, 1 `--check` found rows that the table lacks, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const read = readWords(words);
  if (read === null) return wrongUsage('Which file of facts?', usage);
  const { file, onlyCheck } = read;
  const folder = join(shippedFolder, 'codes');
  const kept = factsIn(folder);
  const facts = file === undefined ? kept : [...readFacts(readFileSync(file, 'utf8')), ...kept];
  const known = new Set(facts.map(({ family, code, symbol }) => `${family}/${code} ${symbol}`));
  const derived = derivedFrom(read);
  const missing = derived.filter(({ family, code, symbol }) => !known.has(`${family}/${code} ${symbol}`));
  process.stdout.write(`${derived.length} rows from Node and npm, ${missing.length} of them new\n`);
  if (onlyCheck) {
    for (const { family, code, symbol } of missing) process.stdout.write(`  ${family} ${code} ${symbol}\n`);
    return missing.length === 0 ? 0 : 1;
  }
  const tables = tablesOf([...facts, ...missing.map((fact) => ({ ...fact, sources: -1e6 }))]);
  for (const [family, text] of tables) writeFileSync(join(folder, `${family}.csv`), text);
  process.stdout.write(`${tables.size} families written to ${folder}\n`);
  return 0;
}

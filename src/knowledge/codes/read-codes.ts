import { type Finding, quote } from '../finding.ts';
import { convert } from '../read/convert.ts';
import { decodeText } from '../read/decode-text.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import type { CodeData, CodeFamily, OwnCode } from './code-data.ts';
import { familySchema, plainFamily } from './code-family.ts';
import { parseCsv } from './csv.ts';
import type { CodeFiles } from './open-codes.ts';
import { ownHeader, readOwnCodes } from './own-codes.ts';

export interface ReadCodes {
  readonly data: CodeData;
  readonly findings: readonly Finding[];
}

type Described = Omit<CodeFamily, 'rows'>;

/** A table line: a code without space or comma, and a name of the same kind, which may be missing. */
const row = /^[\x21-\x2b\x2d-\x7e]{1,120},[\x21-\x2b\x2d-\x7e]{0,120}$/;

/** What some `codes` folders say, weakest first: a family that stands in a later folder replaces the earlier one. */
export function readCodes(folders: readonly CodeFiles[]): ReadCodes {
  const families = new Map<string, CodeFamily>();
  const own = new Map<string, OwnCode[]>();
  const findings: Finding[] = [];
  for (const { files, findings: refused } of folders) {
    findings.push(...refused);
    const described = new Map<string, Described>();
    for (const { file, id, bytes } of files.toSorted(yamlFirst)) {
      const family = id.replace(/\.\w+$/, '');
      const text = decodeText(file, bytes);
      if (typeof text !== 'string') findings.push(...text);
      else if (id.endsWith('.yaml')) describe(described, { file, family, text }, findings);
      else readTable({ described, families, own }, { file, family, text }, findings);
    }
  }
  return { data: { families: [...families.values()], own: [...own.values()].flat() }, findings };
}

function yamlFirst(one: { readonly id: string }, other: { readonly id: string }): number {
  return Number(other.id.endsWith('.yaml')) - Number(one.id.endsWith('.yaml'));
}

interface Source {
  readonly file: string;
  readonly family: string;
  readonly text: string;
}

function describe(
  described: Map<string, Described>,
  { file, family, text }: Source,
  findings: Finding[],
): void {
  const parsed = parseYaml(file, text);
  if (Array.isArray(parsed)) {
    findings.push(...parsed);
    return;
  }
  const converted = convert(familySchema, file, parsed);
  if (Array.isArray(converted)) findings.push(...converted);
  else {
    const { prefix, group, ...source } = converted.source;
    described.set(family, {
      id: family,
      ...source,
      ...(prefix === undefined ? {} : { prefix }),
      ...(group === undefined ? {} : { group }),
    });
  }
}

interface Tables {
  readonly described: ReadonlyMap<string, Described>;
  readonly families: Map<string, CodeFamily>;
  readonly own: Map<string, OwnCode[]>;
}

function readTable(tables: Tables, source: Source, findings: Finding[]): void {
  const { file, family, text } = source;
  const end = text.indexOf('\n');
  const header = text.slice(0, end < 0 ? text.length : end).trim();
  const described = tables.described.get(family) ?? plainFamily(family);
  if (header === 'code,symbol') {
    tables.families.set(family, { ...described, rows: rowsOf(file, text, findings) });
    return;
  }
  if (!ownHeader.test(header)) {
    findings.push(badHeader(file, header));
    return;
  }
  const read = readOwnCodes({ file, family, records: parseCsv(text) });
  findings.push(...read.findings);
  tables.own.set(family, [...read.codes]);
  tables.families.set(family, { ...described, rows: '' });
}

/** The lines of a table, checked one by one, as one string. */
function rowsOf(file: string, text: string, findings: Finding[]): string {
  const lines = text.split('\n');
  const good = lines.filter((line, index) => {
    if (index === 0 || line === '') return false;
    const isGood = row.test(line) || /^,[\x21-\x2b\x2d-\x7e]{1,120}$/.test(line);
    if (!isGood) findings.push(badRow(file, index + 1, line));
    return isGood;
  });
  return good.join('\n');
}

function badRow(file: string, line: number, found: string): Finding {
  return {
    file,
    line,
    rule: 'code-row',
    severity: 'error',
    found: quote(found),
    expected: 'code,symbol without spaces and without further commas',
    tip: 'Such as 1045,ER_ACCESS_DENIED_ERROR; the symbol may be left out, the comma may not.',
  };
}

function badHeader(file: string, found: string): Finding {
  return {
    file,
    line: 1,
    rule: 'code-header',
    severity: 'error',
    found: quote(found),
    expected: 'code,symbol or code,symbol,title,text,steps,aliases',
    tip: 'The first line names the columns, in this order.',
  };
}

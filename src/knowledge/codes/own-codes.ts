import { type Finding, quote } from '../finding.ts';
import type { OwnCode } from './code-data.ts';
import type { CsvRecord } from './csv.ts';

/** The columns of an owner's table. */
export const ownHeader = /^\ufeff?code,symbol,title,text,steps,aliases$/i;

const columns = 6;
const longest = { code: 60, title: 200, text: 2000 };
const listSeparator = /\s*[|\n]\s*/;

/**
 * The owner's own codes. Steps and aliases are lists, separated by `|` or by lines inside quotes.
 * A bad row is named by file and line, and the others are still read.
 */
export function readOwnCodes(source: {
  readonly file: string;
  readonly family: string;
  readonly records: readonly CsvRecord[];
}): { readonly codes: readonly OwnCode[]; readonly findings: readonly Finding[] } {
  const codes: OwnCode[] = [];
  const findings: Finding[] = [];
  const lines = new Map<string, number>();
  for (const { line, fields } of source.records.slice(1)) {
    const objection = objectionTo(fields) ?? twice(lines.get(fields[0] ?? ''), fields[0]);
    if (objection !== undefined) findings.push(finding(source.file, line, objection));
    else codes.push(ownCode(source.family, fields));
    lines.set(fields[0] ?? '', line);
  }
  return { codes, findings };
}

function ownCode(family: string, fields: readonly string[]): OwnCode {
  const [code = '', symbol = '', title = '', text = '', steps = '', aliases = ''] = fields;
  const list = (value: string) => value.split(listSeparator).filter((item) => item !== '');
  return {
    family,
    code,
    title,
    ...(symbol === '' ? {} : { symbol }),
    ...(text === '' ? {} : { text }),
    steps: list(steps),
    aliases: list(aliases),
  };
}

type Objection = Pick<Finding, 'found' | 'expected' | 'tip'>;

function objectionTo(fields: readonly string[]): Objection | undefined {
  const [code = '', , title = '', text = ''] = fields;
  if (fields.length !== columns)
    return {
      found: `${fields.length} columns in ${quote(fields.join(','))}`,
      expected: `${columns} columns: code,symbol,title,text,steps,aliases`,
      tip: 'Put double quotes around a field that holds a comma.',
    };
  if (code === '' || code.length > longest.code || /\s/.test(code))
    return { found: quote(code), expected: 'a code without spaces', tip: 'Such as E-4711 or 4711.' };
  if (title === '' || title.length > longest.title)
    return {
      found: quote(title),
      expected: `a title of at most ${longest.title} characters`,
      tip: 'Say in one line what the code means.',
    };
  if (text.length <= longest.text) return undefined;
  return {
    found: `${text.length} characters`,
    expected: `at most ${longest.text}`,
    tip: 'Move what to do into the column steps, separated by |.',
  };
}

function twice(line: number | undefined, code: string | undefined): Objection | undefined {
  if (line === undefined) return undefined;
  return {
    found: `${quote(code)}, which line ${line} has too`,
    expected: 'each code once',
    tip: 'Join the two rows.',
  };
}

function finding(file: string, line: number, objection: Objection): Finding {
  return { file, line, rule: 'own-code-row', severity: 'error', ...objection };
}

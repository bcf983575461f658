import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/knowledge/codes/csv.ts';
import { openCodes } from '../../src/knowledge/codes/open-codes.ts';
import { readCodes } from '../../src/knowledge/codes/read-codes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askfix-codes-'));
  mkdirSync(join(folder, 'codes'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'codes', name), text);
  const { data, findings } = readCodes(openCodes([folder]));
  return {
    ...data,
    findings: findings.map(({ file, line, rule }) => `${file.split(/[\\/]/).at(-1)}:${line} ${rule}`),
  };
}

describe("the owner's own table", () => {
  it('is read with lists of steps and aliases', () => {
    const { own, findings } = read({
      'shop.csv':
        'code,symbol,title,text,steps,aliases\nE-4711,NO_STOCK,"No stock, sorry",,Count again|Order more,4711\n',
    });
    expect(findings).toEqual([]);
    expect(own).toEqual([
      {
        family: 'shop',
        code: 'E-4711',
        symbol: 'NO_STOCK',
        title: 'No stock, sorry',
        steps: ['Count again', 'Order more'],
        aliases: ['4711'],
      },
    ]);
  });

  it('names bad rows by file and line, and reads the others', () => {
    const { own, findings } = read({
      'shop.csv':
        'code,symbol,title,text,steps,aliases\n1,,One,,,\n2,,,,,\n3,,Three\n1,,Again,,,\n5,,Five,,,\n',
    });
    expect(own.map(({ code }) => code)).toEqual(['1', '5']);
    expect(findings).toEqual([
      'shop.csv:3 own-code-row',
      'shop.csv:4 own-code-row',
      'shop.csv:5 own-code-row',
    ]);
  });
});

describe('a table of codes', () => {
  it('names rows that are none, a header that is none, and a name that is none', () => {
    const { families, findings } = read({
      'good.csv': 'code,symbol\n1,ONE\n2 3,TWO\n4\n5,\n',
      'other.csv': 'number,name\n1,ONE\n',
      'Bad-Name.csv': 'code,symbol\n',
    });
    expect(families.map(({ id, rows }) => [id, rows])).toEqual([['good', '1,ONE\n5,']]);
    expect(findings).toEqual([
      'Bad-Name.csv:1 code-file-name',
      'good.csv:3 code-row',
      'good.csv:4 code-row',
      'other.csv:1 code-header',
    ]);
  });
});

describe('parseCsv', () => {
  it('reads quotes, commas and line ends inside them, and counts lines', () => {
    expect(parseCsv('a,"b, ""c""\nd"\n\ne,f\n')).toEqual([
      { line: 1, fields: ['a', 'b, "c"\nd'] },
      { line: 4, fields: ['e', 'f'] },
    ]);
  });

  it.each(['', '"', ',', '"a', 'a"b,"c'])('ends for %j', (text) => {
    expect(parseCsv(text).length).toBeLessThanOrEqual(1);
  });
});

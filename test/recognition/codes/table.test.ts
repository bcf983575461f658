import { beforeAll, describe, expect, it } from 'vitest';
import { shippedFolder } from '../../../src/commands/shipped-knowledge.ts';
import type { CodeFamily } from '../../../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { hex32 } from '../../../src/recognition/codes/decode.ts';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { linesThatAreNoCodes } from './no-codes.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  const loaded = await loadKnowledge({ folders: [shippedFolder] });
  expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  knowledge = loaded.knowledge as Knowledge;
}, 60_000);

/** A code as its family prints it: with its letters in front, or one number of a range. */
function printedCode({ id, prefix }: CodeFamily, code: string): string {
  const plain = code.replace(/^X\./, '5.').replace('xxx', '001');
  if (prefix === undefined) return plain;
  return prefix + plain.padStart(id === 'mysql' ? 6 : 3, '0');
}

/** Names beside numbers that say that all is well, or are written as any word is; the number itself is found. */
const everydayWords = new Set(['OK', 'warning']);

interface Asked {
  readonly family: string;
  readonly text: string;
}

function* questions(family: CodeFamily): Generator<Asked> {
  const english = (family.words.en[0] as string).replaceAll('_', ' ');
  const chinese = family.words.zh[0] ?? english;
  let isChinese = false;
  for (const line of family.rows.split('\n').filter((row) => row !== '')) {
    const [code = '', symbol = ''] = line.split(',');
    const printed = printedCode(family, code);
    isChinese = !isChinese;
    yield {
      family: family.id,
      text: isChinese ? `${chinese}报错 ${printed}，怎么办` : `${english} error ${printed}`,
    };
    if (symbol === '' || symbol === code || !family.official || everydayWords.has(symbol)) continue;
    yield { family: family.id, text: `we run ${english} and got ${symbol} today` };
  }
}

/** Where the right family stands among the readings of a message; -1 = nowhere. */
function placeOf({ family, text }: Asked): number {
  const readings = findCodes(text, knowledge).flatMap(({ also = [], ...code }) => [code, ...also]);
  return readings.findIndex((reading) => reading.family === family);
}

describe('every row of the table', () => {
  it('is found in a sentence with a word of its family, in one language or the other', () => {
    const asked = (knowledge.table?.families ?? []).flatMap((family) => [...questions(family)]);
    expect(asked.length).toBeGreaterThan(65_000);
    const places = asked.map((one) => ({ ...one, place: placeOf(one) }));
    expect(places.filter(({ place }) => place < 0).map(({ text }) => text)).toEqual([]);
    const share = (most: number) => places.filter(({ place }) => place <= most).length / places.length;
    expect(share(0)).toBeGreaterThan(0.97);
    expect(share(2)).toBeGreaterThan(0.995);
  }, 60_000);
});

describe('every Win32 code', () => {
  it('is found wrapped, signed, unsigned, with and without 0x, in both cases and full-width', () => {
    const codes = (knowledge.table?.families ?? [])
      .filter(({ id }) => id === 'win32')
      .flatMap(({ rows }) => rows.split('\n').map((row) => Number(row.split(',')[0])))
      .filter((code) => code > 0 && code <= 0xffff);
    expect(codes.length).toBeGreaterThan(3000);
    const lost = codes.flatMap((code) => {
      const value = 0x80070000 + code;
      const hex = hex32(value).slice(2);
      const wide = Array.from(`0x${hex}`, (character) =>
        String.fromCharCode(character.charCodeAt(0) + 0xfee0),
      ).join('');
      const forms = [
        `0x${hex}`,
        `0X${hex.toLowerCase()}`,
        `0xFFFFFFFF${hex}`,
        `错误代码 ${hex}`,
        `error code ${hex.toLowerCase()}`,
        wide,
        String(value - 2 ** 32),
        `错误 ${value}`,
        `系统错误 ${code}`,
      ];
      return forms.filter((text) => !leadsTo(text, code, value));
    });
    expect(lost).toEqual([]);
  }, 60_000);
});

/** Whether some reading of the text is the Win32 code, or the HRESULT that carries it. */
function leadsTo(text: string, code: number, value: number): boolean {
  const readings = findCodes(text, knowledge).flatMap(({ also = [], ...one }) => [one, ...also]);
  return readings.some(
    ({ family, code: found }) =>
      (family === 'win32' && found === String(code)) || (family === 'hresult' && found === hex32(value)),
  );
}

describe('lines without a code', () => {
  it('stay silent in at least 99.9 of 100', () => {
    const lines = [...linesThatAreNoCodes(20_000)];
    const answered = lines.filter((line) => findCodes(line, knowledge).length > 0);
    expect(answered.length / lines.length, answered.slice(0, 10).join('\n')).toBeLessThanOrEqual(0.001);
  }, 60_000);
});

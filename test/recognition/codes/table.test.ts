import { beforeAll, describe, expect, it } from 'vitest';
import { shippedFolder } from '../../../src/commands/shipped-knowledge.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { formsOfWin32, leadsTo, win32Codes } from './ladders.ts';
import { linesThatAreNoCodes } from './no-codes.ts';
import { type RowSentence, rowSentences } from './row-sentences.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  const loaded = await loadKnowledge({ folders: [shippedFolder] });
  expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  knowledge = loaded.knowledge as Knowledge;
}, 60_000);

/** Where the right family stands among the readings of a message; -1 = nowhere. */
function placeOf({ family, text }: RowSentence): number {
  const readings = findCodes(text, knowledge).flatMap(({ also = [], ...code }) => [code, ...also]);
  return readings.findIndex((reading) => reading.family === family);
}

describe('every row of the table', () => {
  it('is found in a sentence with a word of its family, in one language or the other', () => {
    const asked = (knowledge.table?.families ?? []).flatMap((family) => [...rowSentences(family)]);
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
    const codes = win32Codes(knowledge.table?.families ?? []);
    expect(codes.length).toBeGreaterThan(3000);
    const lost = codes.flatMap((code) =>
      formsOfWin32(code).filter((text) => !leadsTo(text, code, knowledge)),
    );
    expect(lost).toEqual([]);
  }, 60_000);
});

describe('lines without a code', () => {
  it('stay silent in at least 99.9 of 100', () => {
    const lines = [...linesThatAreNoCodes(20_000)];
    const answered = lines.filter((line) => findCodes(line, knowledge).length > 0);
    expect(answered.length / lines.length, answered.slice(0, 10).join('\n')).toBeLessThanOrEqual(0.001);
  }, 60_000);
});

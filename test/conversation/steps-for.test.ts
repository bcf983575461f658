import { beforeAll, describe, expect, it } from 'vitest';
import { alikeOnComputers, systemOfCodes, systemsToAsk } from '../../src/conversation/steps-for.ts';
import type { Fix, FixVariant, Knowledge } from '../../src/knowledge/knowledge.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let variant: FixVariant;
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
  variant = Object.values(
    knowledge.packs['office-printer']?.fixes['restart-spooler']?.variants ?? {},
  )[0] as FixVariant;
});

const fix = (variants: Fix['variants']) => alikeOnComputers({ variants });
const copy = () => structuredClone(variant);

describe('steps that are the same on every computer', () => {
  it('need no question about the system', () => {
    expect(fix({ windows: copy(), macos: copy(), linux: copy() })).toEqual(variant);
  });

  it('are none where one computer differs, is left out, or a phone has steps of its own', () => {
    const other = { ...copy(), steps: [] };
    expect(fix({ windows: copy(), macos: copy(), linux: other })).toBeNull();
    expect(fix({ windows: copy(), macos: copy() })).toBeNull();
    expect(fix({ windows: copy(), macos: copy(), linux: copy(), android: other })).toBeNull();
  });
});

describe("the system that a problem's codes tell", () => {
  it('is Windows when all of them are Windows codes', () => {
    expect(systemOfCodes({ codes: ['hresult/0x80070005', 'win32/5'] })).toBe('windows');
  });

  it('is open without codes, and with codes that others print too', () => {
    expect(systemOfCodes({ codes: [] })).toBeNull();
    expect(systemOfCodes({ codes: ['win32/10054', 'libuv/-4077'] })).toBeNull();
  });
});

describe('the systems to choose from', () => {
  const pack = (...variants: Fix['variants'][]) => ({
    fixes: Object.fromEntries(variants.map((one, index) => [String(index), { variants: one } as Fix])),
  });

  it('are those with steps', () => {
    const own = { windows: copy(), android: copy() };
    expect(systemsToAsk(pack(own), { variants: own })).toEqual(['windows', 'android']);
  });

  it('are all where any has steps, but no phones where the pack has nothing for phones', () => {
    const own = { windows: copy(), any: copy() };
    expect(systemsToAsk(pack(own, { ios: copy() }), { variants: own })).toBeUndefined();
    expect(systemsToAsk(pack(own), { variants: own })).toEqual(['windows', 'macos', 'linux']);
  });
});

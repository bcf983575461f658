import { beforeAll, describe, expect, it } from 'vitest';
import { alikeOnComputers, systemOfCodes } from '../../src/conversation/steps-for.ts';
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

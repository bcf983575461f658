import type { Check } from './check.ts';

/** Families whose codes are written as 32 bits: they are looked up by exactly this form. */
const hexFamilies = new Set(['hresult', 'ntstatus', 'windows_bugcheck']);
const hexForm = /^0x[0-9A-F]{8}$/;

export const codeForm: Check = {
  name: 'code-form',
  why: 'A code is looked up by its exact form; another spelling is never found.',
  *check(sources) {
    for (const entry of sources.problems.values()) {
      for (const [index, code] of (entry.source.codes ?? []).entries()) {
        const [family = '', form = ''] = code.split('/', 2);
        if (!hexFamilies.has(family) || hexForm.test(form)) continue;
        const expected = `${family}/0x and 8 digits 0–9 A–F`;
        yield {
          entry,
          path: ['codes', index],
          found: `"${code}"`,
          expected,
          tip: 'Such as hresult/0x80070057.',
        };
      }
    }
  },
};

export const codeTwice: Check = {
  name: 'code-twice',
  why: 'When two problems of a pack own one code, nobody knows which one is opened.',
  *check(sources) {
    const owners = new Map<string, string>();
    for (const entry of sources.problems.values()) {
      for (const [index, code] of (entry.source.codes ?? []).entries()) {
        const owner = owners.get(code);
        owners.set(code, owner ?? entry.id);
        if (owner === undefined) continue;
        const found = `"${code}", which ${owner} has too`;
        yield {
          entry,
          path: ['codes', index],
          found,
          expected: 'one owner',
          tip: 'Remove it from one of them.',
        };
      }
    }
  },
};

import { describe, expect, it } from 'vitest';
import { narrowed } from '../../src/conversation/narrowed.ts';
import { codeIndexOf } from '../../src/recognition/codes/code-index.ts';
import { recognise } from '../../src/recognition/recognise.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const knowledge = await officePrinter();

describe('knowledge of some packs only', () => {
  it('is all of it where nothing is narrowed, and the same object for the same packs', () => {
    expect(narrowed(knowledge, null)).toBe(knowledge);
    expect(narrowed(knowledge, ['b', 'a'])).toBe(narrowed(knowledge, ['a', 'b']));
  });

  it('knows no problem and no code of the packs that are left out', () => {
    const words = 'my printer prints nothing';
    expect(recognise(words, knowledge).problems[0]?.pack).toBe('office-printer');
    expect(recognise(words, narrowed(knowledge, ['office-printer'])).problems[0]?.pack).toBe(
      'office-printer',
    );
    const none = narrowed(knowledge, ['another']);
    expect(recognise(words, none)).toMatchObject({ decision: 'none', problems: [] });
    expect([none.packs, none.codes]).toEqual([{}, {}]);
  });

  it('is computed of the whole once, not learnt anew', () => {
    expect(codeIndexOf(narrowed(knowledge, ['another']))).toBe(codeIndexOf(knowledge));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../../src/platforms/slack/seal.ts';

const seal = createSeal('a secret of our own');

describe('createSeal', () => {
  it('gives back any text that it closed, and never the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seal.open(seal.close(text, 'T1'), 'T1')).toBe(text.toWellFormed());
        expect(seal.close(text, 'T1')).not.toBe(seal.close(text, 'T1'));
      }),
      { numRuns: 30 },
    );
  });

  it('shows nothing of the text', () => {
    expect(seal.close('xoxb-0123456789', 'T1')).not.toContain('xoxb');
  });

  it('opens nothing that another secret closed, that is about something else, or that was changed', () => {
    const sealed = seal.close('xoxb-1', 'T1');
    expect(createSeal('another secret').open(sealed, 'T1')).toBeNull();
    expect(seal.open(sealed, 'T2')).toBeNull();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'z' : 'A'}${sealed.slice(at + 1)}`;
      // The last character of base64url may carry bits that mean nothing.
      if (at < sealed.length - 1) expect(seal.open(changed, 'T1')).toBeNull();
    }
    for (const rubbish of ['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA'])
      expect(seal.open(rubbish, 'T1')).toBeNull();
  });
});

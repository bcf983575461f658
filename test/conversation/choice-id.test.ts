import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceId, parseChoiceId } from '../../src/conversation/choice-id.ts';

describe('choice ids', () => {
  it('survive the way to a platform and back, and fit into 64 bytes', () => {
    const names = fc.record({
      talk: fc.stringMatching(/^[a-z0-9]{6}$/),
      turn: fc.integer({ min: 0, max: 9_999_999 }),
      index: fc.integer({ min: 0, max: 99 }),
    });
    fc.assert(
      fc.property(names, (name) => {
        expect(parseChoiceId(choiceId(name))).toEqual(name);
        expect(Buffer.byteLength(choiceId(name))).toBeLessThanOrEqual(64);
      }),
    );
  });

  it.each(['', 'x', 'abcdef-1', 'abcdef-1-1-1', 'abcdef--1', '__proto__', 'abcdef-1-100', 'ABCDEF-1-1'])(
    'are not "%s"',
    (id) => {
      expect(parseChoiceId(id)).toBeNull();
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../src/recognition/codes/pieces.ts';

describe('pieces of a text', () => {
  it('joined are the text, each where it says it begins, none much longer than the others', () => {
    const unit = fc.constantFrom('a', 'word ', 'a line\n', '错误 ', '0x80070057\n');
    fc.assert(
      fc.property(unit, fc.integer({ min: 0, max: 200_000 }), (part, length) => {
        const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
        const pieces = [...piecesOf(text)];
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { start, text: piece } of pieces) {
          expect(text.startsWith(piece, start)).toBe(true);
          expect(piece.length).toBeLessThanOrEqual(1.5 * 8 * 1024);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are cut at the ends of lines', () => {
    const pieces = [...piecesOf('2026-11-23 worker 12 failed with 0x80070057\n'.repeat(5000))];
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.filter(({ text }) => !text.endsWith('\n'))).toEqual([]);
  });
});

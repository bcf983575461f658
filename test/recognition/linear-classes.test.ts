import { describe, expect, it } from 'vitest';
import { linearClasses, trainBorders } from '../../src/recognition/linear-classes.ts';
import { vectorSpace } from '../../src/recognition/vectors.ts';

const sentences = [
  ['the printer is out of paper', 0],
  ['paper jam in the printer', 0],
  ['printer prints blank paper', 0],
  ['the screen stays black', 1],
  ['black screen after start', 1],
  ['my screen flickers', 1],
  ['what a lovely day', -1],
] as const;
const { space, vectors } = vectorSpace(sentences.map(([text]) => text));
const empty = { ids: new Int32Array(), weights: new Float32Array() };
const lessons = sentences.map(([, about], at) => ({ vector: vectors[at] ?? empty, about }));
const linear = linearClasses(trainBorders(lessons, { classCount: 2, size: space.size }));

describe('learnt borders', () => {
  it.each([
    ['no paper in my printer', 0],
    ['the screen is black', 1],
  ])('%s belongs to %d', (text, about) => {
    const scores = linear.scoresOf(space.vectorOf(text));
    expect(scores[about]).toBeGreaterThan(scores[1 - about] ?? 0);
  });

  it('puts its own sentences inside and the others outside', () => {
    for (const { vector, about } of lessons) {
      for (const own of [0, 1]) expect((linear.scoresOf(vector)[own] ?? 0) > 0).toBe(own === about);
    }
  });

  it('puts a text that it knows nothing of outside of everything', () => {
    for (const score of linear.scoresOf(empty)) expect(score).toBeLessThan(0);
  });

  it('gives the same borders every time', () => {
    const again = linearClasses(trainBorders(lessons, { classCount: 2, size: space.size }));
    for (const { vector } of lessons) expect(again.scoresOf(vector)).toEqual(linear.scoresOf(vector));
  });
});

describe('a vector', () => {
  it('is never longer than 1, and shorter for what is short', () => {
    const length = (text: string): number => Math.hypot(...space.vectorOf(text).weights);
    expect(length('the printer is out of paper')).toBeLessThanOrEqual(1);
    expect(length('paper')).toBeLessThan(length('the printer is out of paper'));
    expect(length('zzz')).toBeLessThan(0.5);
  });
});

import { describe, expect, it } from 'vitest';
import { learnBorders } from '../../src/recognition/borders.ts';
import { scoresOf, weightFor } from '../../src/recognition/packed-weights.ts';
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
const borders = learnBorders(lessons, { classCount: 2, size: space.size });

describe('learnt borders', () => {
  it.each([
    ['no paper in my printer', 0],
    ['the screen is black', 1],
  ])('%s belongs to %d', (text, about) => {
    const scores = scoresOf(borders, space.vectorOf(text));
    expect(scores[about]).toBeGreaterThan(scores[1 - about] ?? 0);
  });

  it('puts its own sentences inside and the others outside', () => {
    for (const { vector, about } of lessons) {
      for (const own of [0, 1]) expect((scoresOf(borders, vector)[own] ?? 0) > 0).toBe(own === about);
    }
  });

  it('puts a text that it knows nothing of outside of everything', () => {
    for (const score of scoresOf(borders, empty)) expect(score).toBeLessThan(0);
  });

  it('gives the same borders every time', () => {
    expect(learnBorders(lessons, { classCount: 2, size: space.size })).toEqual(borders);
  });
});

describe('packed weights', () => {
  it('say which features speak for a class and which against it', () => {
    const id = space.vectorOf('paper').ids[0] ?? -1;
    expect(weightFor(borders, 0, id)).toBeGreaterThan(0);
    expect(weightFor(borders, 1, id)).toBeLessThan(0);
  });

  it('keep what counts: the scores are those of all weights together', () => {
    const { ids, weights } = space.vectorOf('paper jam');
    const sum = ids.reduce(
      (total, id, at) => total + weightFor(borders, 0, id) * (weights[at] ?? 0),
      borders.biases[0] ?? 0,
    );
    expect(scoresOf(borders, space.vectorOf('paper jam'))[0]).toBeCloseTo(sum, 5);
  });
});

describe('a vector', () => {
  it('is never longer than 1, and shorter for what is short', () => {
    const length = (text: string): number => Math.hypot(...space.vectorOf(text).weights);
    expect(length('the printer is out of paper')).toBeCloseTo(1, 5);
    const shrunk = (text: string): number => Math.hypot(...space.vectorOf(text, true).weights);
    expect(shrunk('paper')).toBeLessThan(shrunk('the printer is out of paper'));
    expect(length('zzz')).toBeLessThan(0.5);
  });

  it('says how much of the text the space knows, however short it is', () => {
    const known = (text: string, shrinks: boolean): number => space.vectorOf(text, shrinks).known;
    expect(known('the printer is out of paper', true)).toBeCloseTo(1, 5);
    expect(known('🙂', true)).toBe(0);
    expect(known('paper zzz', false)).toBeLessThan(known('paper', false));
    expect(known('paper', true)).toBe(known('paper', false));
  });
});

import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/knowledge/nearest.ts';

describe('nearest', () => {
  it('finds the word that was meant', () => {
    expect(nearest('titel', ['title', 'tier', 'fixes'])).toBe('title');
    expect(nearest('f3-group-spacefull', ['f3-group-space-full', 'f1-file-too-large'])).toBe(
      'f3-group-space-full',
    );
  });

  it('finds nothing where nothing is close', () => {
    expect(nearest('zebra', ['title', 'tier'])).toBeUndefined();
    expect(nearest('5', ['1', '2'])).toBeUndefined();
    expect(didYouMean('zebra', ['title'])).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { createRecentlyUsed } from '../../src/delivery/recently-used.ts';

describe('what was recently used', () => {
  it('stays, and what was used longest ago goes', () => {
    const values = createRecentlyUsed<number>(2);
    values.set('a', 1);
    values.set('b', 2);
    expect(values.get('a')).toBe(1);
    values.set('c', 3);
    expect(['a', 'b', 'c'].map(values.get)).toEqual([1, undefined, 3]);
  });

  it('is the newest value of a key, and nothing once deleted', () => {
    const values = createRecentlyUsed<number>(2);
    values.set('a', 1);
    values.set('a', 2);
    expect(values.get('a')).toBe(2);
    values.delete('a');
    expect(values.get('a')).toBeUndefined();
  });
});

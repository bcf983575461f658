import { describe, expect, it } from 'vitest';
import { createOwnedMemory, createTextMemory } from '../../src/languages/text-memory.ts';

/** How often something was made of a text. */
function counting() {
  let times = 0;
  return {
    make: () => {
      times += 1;
      return null;
    },
    times: () => times,
  };
}

describe('a memory of texts', () => {
  it('makes anew only what it does not know, even where that is nothing', () => {
    const memory = createTextMemory<null>(10);
    const { make, times } = counting();
    for (const text of ['a', 'a', 'b', 'a']) memory(text, make);
    expect(times()).toBe(2);
  });

  it('is emptied when full', () => {
    const memory = createTextMemory<null>(2);
    const { make, times } = counting();
    for (const text of ['a', 'b', 'c', 'a']) memory(text, make);
    expect(times()).toBe(4);
  });

  it('keeps nothing of longer texts', () => {
    const memory = createTextMemory<null>(10, 3);
    const { make, times } = counting();
    for (const text of ['long', 'long', 'one', 'one']) memory(text, make);
    expect(times()).toBe(3);
  });

  it('does not mix up owners', () => {
    const memory = createOwnedMemory<object, string>(10);
    const [one, other] = [{}, {}];
    memory(one, 'a', () => 'of one');
    expect(memory(other, 'a', () => 'of the other')).toBe('of the other');
    expect(memory(one, 'a', () => 'made again')).toBe('of one');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../../src/commands/shipped-knowledge.ts';
import { createSuggestions } from '../../src/commands/suggestions.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { recognise } from '../../src/recognition/recognise.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  const loaded = await shippedKnowledge();
  if (!loaded) throw new Error('The shipped knowledge does not load.');
  knowledge = loaded;
});

const suggest: ReturnType<typeof createSuggestions> = (typed, language) =>
  createSuggestions(() => knowledge)(typed, language);

describe('suggestions', () => {
  it('offer titles where nothing is typed, in the language of the client', () => {
    expect(suggest('', 'en').length).toBeGreaterThan(3);
    expect(suggest('', 'zh')[0]?.name).toMatch(/\p{Script=Han}/u);
  });

  it('find codes by their beginning, whatever the case', () => {
    expect(suggest('0X8007005', 'en').map(({ value }) => value)).toContain('0x80070057');
  });

  it('find problems by what people say', () => {
    expect(suggest('refuse', 'en').length).toBeGreaterThan(0);
  });

  it('find nothing for what nobody knows', () => {
    expect(suggest('zzzz no such thing', 'en')).toEqual([]);
  });

  it('are at most 25, of at most 100 characters, and never empty', () => {
    for (const typed of ['', '0', 'e', '文', '1'])
      for (const language of ['en', 'zh'] as const) {
        const found = suggest(typed, language);
        expect(found.length).toBeLessThanOrEqual(25);
        for (const { name, value } of found)
          for (const text of [name, value]) {
            expect(text.trim()).not.toBe('');
            expect([...text].length).toBeLessThanOrEqual(100);
          }
      }
  });

  it('say the same thing once', () => {
    const names = suggest('', 'en').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are understood when they are picked', () => {
    for (const language of ['en', 'zh'] as const)
      for (const { name, value } of suggest('', language)) {
        const { decision } = recognise(value, knowledge, { platform: 'discord', language });
        expect(decision, name).toMatch(/answer|choose/);
      }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { suggestCodes } from '../../src/commands/code-suggestions.ts';
import { shippedKnowledge } from '../../src/commands/shipped-knowledge.ts';
import { createSuggestions } from '../../src/commands/suggestions.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { findCodes } from '../../src/recognition/codes/find-codes.ts';
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

  it('find codes of the whole table by number or name, in any form', () => {
    const names = (typed: string) => suggest(typed, 'en').map(({ name }) => name);
    expect(names('0xC0000193')[0]).toContain('STATUS_ACCOUNT_EXPIRED');
    expect(names('-2147024809').join('\n')).toContain('E_INVALIDARG');
    expect(names('mysql 1046')[0]).toMatch(/^1046 · ER_NO_DB_ERROR · MySQL/);
    expect(names('ERR_NAME').join('\n')).toContain('ERR_NAME_NOT_RESOLVED');
    expect(
      suggest('错误码10001', 'zh')
        .map(({ name }) => name)
        .join('\n'),
    ).toContain('QQ');
  });

  it('say each code so that it is read as that code and no other', () => {
    for (const typed of ['0x8007', '1045', '10001', 'econn', 'STATUS_ACC', 'TS23', '87', '404'])
      for (const language of ['en', 'zh'] as const)
        for (const { family, code, value } of suggestCodes(typed, knowledge, { language, most: 25 })) {
          const [first] = findCodes(value, knowledge);
          const all = [first, ...(first?.also ?? [])].map((one) => `${one?.family}/${one?.code}`);
          expect(all, value).toContain(`${family}/${code}`);
        }
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

import { describe, expect, it } from 'vitest';
import { openTalks } from '../../src/commands/open-talks.ts';
import type { Conversation, TalkFact } from '../../src/conversation/state.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const hour = 3_600_000;
const knowledge = await officePrinter();
const [pack] = Object.values(knowledge.packs);
const [problem] = Object.values(pack?.problems ?? {});
if (!pack || !problem) throw new Error('The pack has no problem.');
const opened: TalkFact = { type: 'opened', pack: pack.id, problem: problem.id };
const said: TalkFact = { type: 'said', text: 'it is broken' };

function talk(facts: readonly TalkFact[], given: Partial<Conversation> = {}) {
  const state: Conversation = {
    version: 1,
    talk: 'abc123',
    language: 'en',
    turn: 1,
    lastAt: 0,
    knowledgeVersion: 'test',
    events: facts.map((fact) => ({ ...fact, turn: 1 })),
    open: null,
    ...given,
  };
  return { address: { to: 'here' }, state };
}

const titles = (talks: Parameters<typeof openTalks>[0], language: 'en' | 'zh' = 'en', now = hour) =>
  openTalks(talks, { knowledge, language, now }).map(({ title }) => title);

describe('openTalks', () => {
  it('names a talk by its problem, in the language of the reader', () => {
    expect(titles([talk([said, opened])])).toEqual([problem.title.en]);
    expect(titles([talk([said, opened])], 'zh')).toEqual([problem.title.zh]);
  });

  it('names one that waits for an answer by the person’s words', () => {
    const open = { kind: 'choose', turn: 1, options: [] } as const;
    expect(titles([talk([said], { open })])).toEqual(['it is broken']);
    expect(titles([talk([said])])).toEqual([]);
  });

  it('leaves out what is solved, handed over or too long ago', () => {
    const over: readonly TalkFact[] = [{ type: 'solved' }, { type: 'handedOver', ticket: 'T' }];
    expect(titles(over.map((fact) => talk([opened, fact])))).toEqual([]);
    expect(titles([talk([opened])], 'en', 6 * hour - 1)).toHaveLength(1);
    expect(titles([talk([opened])], 'en', 6 * hour)).toEqual([]);
  });
});

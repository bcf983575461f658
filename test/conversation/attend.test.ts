import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from '../../src/conversation/attend.ts';
import type { Place } from '../../src/conversation/place.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming } from '../../src/message.ts';
import { incoming } from '../delivery/samples.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

describe('where a person has taken over', () => {
  const say = (given: Partial<Incoming>, place: Place = { takenOver: true }) =>
    attend(null, incoming({ text: 'the printer prints nothing', ...given }), {
      knowledge,
      now: 0,
      seed: 's',
      place,
    });

  it.each(['direct', 'mention', 'thread'] as const)(
    'what comes by %s is left to that person',
    (addressed) => {
      const { reply, effects } = say({ addressed });
      expect([reply, effects]).toEqual([undefined, []]);
    },
  );

  it.each([
    ['the printer prints nothing', {}, 'A person looks after this', 'en'],
    ['打印机没反应', {}, '真人接手', 'zh'],
    ['the printer prints nothing', { language: 'zh' }, '真人接手', 'zh'],
  ] as const)('a command is told so: %j', (text, place, words, language) => {
    const { reply, state, effects } = say({ addressed: 'command', text }, { takenOver: true, ...place });
    expect(JSON.stringify(reply?.blocks)).toContain(words);
    expect(reply).toMatchObject({ kind: 'notice', language, choices: [] });
    expect([state.events, effects]).toEqual([[], []]);
  });

  it('a command is answered once it is handed back', () => {
    const { reply } = say({ addressed: 'command' }, { takenOver: false });
    expect(reply?.about.problem).toBe('prints-nothing');
  });
});

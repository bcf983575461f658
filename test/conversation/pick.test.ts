import { beforeAll, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

it("the bot's own choices are understood in either language, whatever the talk is in", () => {
  const talk = startTalk(knowledge, { id: 'mixed', language: 'zh' });
  const question = talk.say('打印机没反应');
  talk.say('人工');
  expect(talk.say('not now').about.question).toBe(question.about.question);
});

it('"something else" picks the choice that says so, and begins anew only where there is none', () => {
  const talk = startTalk(knowledge, { id: 'else', language: 'en' });
  talk.say('the printer prints nothing');
  const consent = talk.say('human');
  expect(consent.kind).toBe('handover');
  const back = talk.say('something else');
  expect(back.kind).toBe('question');
  expect(talk.say('something else').kind).toBe('notice');
  expect(talk.state?.events).toEqual([]);
});

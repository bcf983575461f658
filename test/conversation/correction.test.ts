import { beforeAll, describe, expect, it } from 'vitest';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const answers = (talk: TalkPlayer) => Object.fromEntries(readTalk(talk.state?.events ?? []).answers);

describe('a correction', () => {
  it.each([
    ['en', 'the printer prints nothing, I am on Windows', 'no wait, it is macOS'],
    ['en', 'the printer prints nothing, I am on Windows', 'No, sorry, I am on a mac'],
    ['zh', '打印机没反应，我用的是windows', '不对，是苹果电脑'],
    ['zh', '打印机没反应，我用的是windows', '說錯了，是 mac'],
  ] as const)('%s: %s / %s', (language, complaint, corrected) => {
    const talk = startTalk(knowledge, { id: corrected, language });
    const asked = talk.say(complaint).about.question as string;
    expect(answers(talk)).toMatchObject({ system: 'windows' });
    talk.say(corrected);
    expect(answers(talk)).toMatchObject({ system: 'macos' });
    // Its "no" is no answer to the question that is open.
    expect(answers(talk)).not.toHaveProperty(asked);
  });

  it.each([
    ['en', 'the printer prints nothing', 'sorry, I meant no'],
    ['zh', '打印机没反应', '点错了，应该是没有灯'],
  ] as const)('%s: of the answer before (%s / %s)', (language, complaint, corrected) => {
    const talk = startTalk(knowledge, { id: corrected, language });
    const asked = talk.say(complaint).about.question as string;
    talk.say('1');
    const first = answers(talk)[asked];
    talk.say(corrected);
    expect(answers(talk)[asked]).not.toBe(first);
  });

  it('of nothing that was said is an answer like any other', () => {
    const talk = startTalk(knowledge, { id: 'plain', language: 'en' });
    const asked = talk.say('the printer prints nothing').about.question as string;
    talk.say('no, it is dark');
    expect(answers(talk)).toHaveProperty(asked);
  });
});

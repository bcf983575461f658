import { beforeAll, describe, expect, it } from 'vitest';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Reply } from '../../src/message.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const wordsOf = (reply: Reply) => JSON.stringify(reply.blocks);
const talkOf = (player: TalkPlayer) => readTalk(player.state?.events ?? []);

/** A talk in which steps were just given. */
function atSteps(id: string): TalkPlayer {
  const talk = startTalk(knowledge, { id, language: 'en' });
  talk.say('the printer prints nothing');
  expect(talk.say('it is dark').about.fix).toBeDefined();
  return talk;
}

describe('below steps', () => {
  it.each([
    'its my work laptop but im admin',
    'yes its in the office',
    'nothing in the logs i understand',
    'fine but where is that',
  ])('"%s" is no news of how they went', (words) => {
    const talk = atSteps(words);
    talk.say(words);
    expect(talkOf(talk).ended).toBeNull();
    expect(talkOf(talk).tried.size).toBe(0);
  });

  it.each([
    ['ok that worked', 'worked'],
    ['no luck', 'failed'],
    ['i dont have admin there', 'skipped'],
  ])('"%s": %s', (words, outcome) => {
    const talk = atSteps(words);
    talk.say(words);
    expect([...talkOf(talk).tried.values()]).toContain(outcome);
  });
});

describe('circumstances that no question is about', () => {
  it('are acknowledged and go along to whoever takes over', () => {
    const talk = atSteps('since');
    expect(wordsOf(talk.say('since yesterday, on Windows 11 23H2'))).toContain('Windows 11 23H2');
    const preview = wordsOf(talk.say('human'));
    expect(preview).toContain('Windows 11 23H2');
    expect(preview).toContain('suddenly, lately');
  });

  it('hold as they were said last', () => {
    const talk = atSteps('network');
    talk.say('since yesterday');
    talk.say('it has been like this for weeks');
    expect(talkOf(talk).told).toContain('since/long');
    expect(talkOf(talk).told).not.toContain('since/recently');
  });

  it('do not keep the version of a system that turned out to be another', () => {
    const talk = atSteps('mac');
    talk.say('windows 10');
    talk.say('no wait, it is a mac');
    expect(wordsOf(talk.say('human'))).not.toContain('Windows 10"');
  });
});

describe('giving up', () => {
  it.each([
    ['en', 'the printer prints nothing', 'never mind'],
    ['zh', '打印机没反应', '算了'],
  ] as const)('%s: asks nothing more, and can be gone on with', (language, opening, words) => {
    const talk = startTalk(knowledge, { id: words, language });
    const asked = talk.say(opening);
    expect(talk.say(words).choices).toEqual([]);
    expect(talk.press(asked.choices[0]?.id ?? '').kind).not.toBe('notice');
  });
});

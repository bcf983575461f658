import { beforeAll, describe, expect, it } from 'vitest';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { languages } from '../../src/languages/languages.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import {
  anotherMidway,
  languagesOfAnswers,
  openings,
  takenBack,
  twoInOne,
} from '../fixtures/free-text/talks.ts';
import { shippedPacks } from '../fixtures/shipped-packs.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await shippedPacks();
}, 60_000);

const languageOf = (text: string): 'en' | 'zh' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const talkAbout = (text: string): TalkPlayer =>
  startTalk(knowledge, { id: text, language: languageOf(text) });
const talkOf = (player: TalkPlayer) => readTalk(player.state?.events ?? []);

describe('openings', () => {
  it.each(openings)('%s', (message, isVague) => {
    const reply = talkAbout(message).say(message);
    const { vague } = languages[languageOf(message)].sentences;
    expect(JSON.stringify(reply.blocks).includes(vague)).toBe(isVague);
  });
});

describe('two complaints in one message', () => {
  it.each(twoInOne)('%s', (message, first, second) => {
    const talk = talkAbout(message);
    talk.say(message);
    expect(talkOf(talk).problem?.problem).toBe(first);
    expect(talk.state?.kept?.map(({ problem }) => problem)).toContain(second);
  });
});

describe('the other of two complaints', () => {
  it.each([
    ['群里发不了文件，还有收文件也收不下来', '那另一个呢'],
    [
      'files to strangers fail on qq. different issue: dragging files in does nothing',
      'and the other thing?',
    ],
  ])('%s … %s', (message, words) => {
    const talk = talkAbout(message);
    talk.say(message);
    const [first, second] = [talkOf(talk).problem?.problem, talk.state?.kept?.[0]?.problem];
    talk.say(words);
    expect(talkOf(talk).problem?.problem).toBe(second);
    expect(talk.state?.kept?.map(({ problem }) => problem)).toEqual([first]);
    talk.say(words);
    expect(talkOf(talk).problem?.problem).toBe(first);
  });
});

describe('another complaint midway', () => {
  it.each(anotherMidway)('%s … %s', (opening, message, problem) => {
    const talk = talkAbout(opening);
    talk.say(opening);
    expect(talk.say(message).about.problem).toBe(problem);
  });
});

describe('something taken back', () => {
  it.each(takenBack)('%s … %s', (opening, message, observation, answer) => {
    const talk = talkAbout(opening);
    talk.say(opening);
    talk.say(message);
    expect(talkOf(talk).answers.get(observation)).toBe(answer);
  });
});

describe('the language of the answer', () => {
  it.each(languagesOfAnswers)('%s', (message, language) => {
    expect(startTalk(knowledge, { id: message }).say(message).language).toBe(language);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming, Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const words = (reply: Reply) => JSON.stringify(reply.blocks);
const talkIn = (language: 'en' | 'zh', id = 'manners') => startTalk(knowledge, { id, language });
const kinds = (effects: readonly { kind: string }[]) => effects.map(({ kind }) => kind);

describe('a complaint that says nothing', () => {
  it.each([
    ['en', "it doesn't work"],
    ['zh', '用不了'],
    ['zh', '不行了'],
  ] as const)(
    '%s: "%s" is asked about, with the commonest problems, and is nothing for the list',
    (language, text) => {
      const talk = talkIn(language, text);
      const reply = talk.say(text);
      expect(reply.kind).toBe('choose');
      expect(reply.choices.length).toBeGreaterThan(1);
      expect(talk.effects).toEqual([]);
    },
  );
});

describe('words that were not understood', () => {
  it('get something else the second time: more ways out', () => {
    const talk = talkIn('en');
    const question = talk.say('the printer prints nothing');
    const first = talk.say('purple monkeys');
    const second = talk.say('green donkeys');
    expect(words(second)).not.toContain('could not match');
    expect(first.choices).toHaveLength(question.choices.length);
    expect(second.choices.length).toBeGreaterThan(first.choices.length);
    // What was asked can still be answered.
    expect(talk.press(second.choices[0]?.id ?? '').kind).not.toBe('notice');
  });

  it('at the beginning lead to what is known, and to a person', () => {
    const talk = talkIn('zh', 'twice');
    talk.say('紫色的猴子跳舞');
    const second = talk.say('绿色的驴子唱歌');
    expect(second.choices.length).toBeGreaterThan(1);
    expect(second.choices.at(-1)?.label).toBe('转人工');
  });

  it('are kept once, also when none of the nearest is it', () => {
    const talk = talkIn('en', 'once');
    talk.say('purple monkeys');
    talk.say('green donkeys dance');
    const before = talk.effects.length;
    talk.say('none of these');
    expect(talk.effects).toHaveLength(before);
  });

  it('are not "don\'t know", "ok" and numbers with nothing open', () => {
    const talk = talkIn('zh', 'nothing');
    for (const text of ['不知道', '好的', '2', 'yes', "I don't know"]) talk.say(text);
    expect(kinds(talk.effects)).not.toContain('unanswered');
  });

  it('are not a plain yes to a question that it does not fit', () => {
    const talk = talkIn('en', 'plain');
    talk.say('the printer prints nothing');
    talk.say('1');
    talk.say('ok');
    expect(kinds(talk.effects)).not.toContain('unanswered');
  });
});

describe('what was just read', () => {
  it('is not shown again when a fact is told or thanks are said', () => {
    const talk = talkIn('en', 'again');
    talk.say('the printer prints nothing, I am on Windows');
    let reply = talk.say('it is dark');
    for (let asked = 0; reply.kind === 'question' && asked < 5; asked += 1) reply = talk.say("don't know");
    expect(reply.kind).toBe('fix');
    const thanked = talk.say('thanks');
    expect(thanked.kind).toBe('fix');
    expect(thanked.choices).toEqual(reply.choices);
    expect(words(thanked).length).toBeLessThan(words(reply).length);
  });
});

describe('six idle hours', () => {
  it('also end what was said before a problem was found', () => {
    const said = (text: string, key: string): Incoming => ({
      platform: 'test',
      conversation: 'test:idle',
      person: 'one',
      eventKey: key,
      kind: 'text',
      text,
      addressed: 'direct',
      address: { to: 'one' },
    });
    const world = { knowledge, seed: 'idle' };
    const first = advance(null, said('purple monkeys', '1'), { ...world, now: 0 });
    const later = advance(first.state, said('the printer prints nothing', '2'), {
      ...world,
      now: 7 * 3_600_000,
    });
    expect(readTalk(later.state.events).said).toEqual(['the printer prints nothing']);
  });
});

describe('what was done already', () => {
  it.each([
    ['en', 'the printer prints nothing, I restarted the computer already', 'restarting the device'],
    ['zh', '打印机没反应，电脑重启过了', '重启设备'],
  ] as const)('%s: is noted, and goes along to the person who takes over', (language, text, deed) => {
    const talk = talkIn(language, text);
    expect(words(talk.say(text))).toContain(deed);
    expect(words(talk.say(language === 'zh' ? '人工' : 'human'))).toContain(deed);
  });
});

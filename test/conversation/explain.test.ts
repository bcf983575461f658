import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import type { Conversation } from '../../src/conversation/state.ts';
import type { Knowledge, Pack } from '../../src/knowledge/knowledge.ts';
import type { Incoming, Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const words = (reply: Reply) => JSON.stringify(reply.blocks);

/** The same knowledge, where every problem has so many causes with equal shares. */
function withAlikeCauses(known: Knowledge, count: number): Knowledge {
  const alike = (one: Pack): Pack => {
    const ids = [...Array(count).keys()].map((index) => `alike-${index}`);
    const cause = Object.values(one.causes)[0] as Pack['causes'][string];
    const shares = Object.fromEntries(ids.map((id) => [id, 1 / count]));
    return {
      ...one,
      causes: Object.fromEntries(ids.map((id) => [id, { ...cause, id }])),
      problems: mapValues(one.problems, (problem) => ({ ...problem, causes: shares })),
    };
  };
  return { ...known, packs: mapValues(known.packs, alike) };
}

function mapValues<T>(table: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
}

describe('"what do you think it is?"', () => {
  it('names causes in words, says what an answer ruled out, and asks its question again', () => {
    const talk = startTalk(knowledge, { id: 'opinion', language: 'en' });
    const asked = talk.say('the printer prints nothing');
    const before = talk.say('what do you think it is?');
    expect(words(before)).toContain('likeliest first');
    expect(words(before)).not.toContain('because you said');
    expect(before.choices).toEqual(asked.choices);
    const dark = asked.choices.find(({ label }) => label === 'No, it is dark');
    talk.press(dark?.id ?? '');
    const after = talk.say('what do you think it is?');
    expect(words(after)).toContain('because you said');
  });

  it.each([
    ['en', 'what do you think it is?', 'not quite sure'],
    ['zh', '你觉得是什么问题', '也不太确定'],
  ] as const)('%s: does not lay more on an answer than the person did', (language, text, doubt) => {
    const talk = startTalk(knowledge, { id: 'guess', language });
    talk.say(language === 'en' ? 'the printer prints nothing' : '打印机没反应');
    for (const told of language === 'en' ? ['I guess yes', 'linux'] : ['好像有灯', 'linux']) talk.say(told);
    const state = talk.state as Conversation;
    const hedged = state.events.map((event) =>
      event.type === 'answered' ? { ...event, share: 0.99 } : event,
    );
    const message: Incoming = {
      ...{ platform: 'rehearsal', conversation: 'rehearsal:guess', person: 'guess', eventKey: '3' },
      ...{ addressed: 'direct', address: { to: 'guess' }, kind: 'text', text, language },
    };
    const { reply } = advance({ ...state, events: hedged }, message, { knowledge, now: 200_000, seed: 's' });
    expect(words(reply as Reply)).toContain(doubt);
  });

  it.each([
    [
      'en',
      ['the printer prints nothing', 'I guess yes', 'linux', 'did not help'],
      'what do you think?',
      'did not help',
    ],
    ['zh', ['打印机没反应', '好像有灯', 'linux', '没用'], '你觉得是什么问题', '没有解决'],
  ] as const)('%s: says which steps ruled a cause out', (language, said, question, because) => {
    const talk = startTalk(knowledge, { id: 'steps', language });
    for (const text of said) talk.say(text);
    expect(words(talk.say(question))).toContain(because);
  });

  it('gives a reason once for all that it rules out', () => {
    const talk = startTalk(knowledge, { id: 'together', language: 'en' });
    talk.say('the printer prints nothing, it is dark');
    const reply = words(talk.say('what do you think it is?'));
    expect(reply.match(/because you said/g)).toHaveLength(1);
    expect(reply).toContain('A job is stuck; The print server is down; The driver is broken, because');
  });

  it.each([
    ['en', 'the printer prints nothing', 'what do you think so far?', 'Too early to tell'],
    ['zh', '打印机没反应', '你现在怎么看', '现在还说不准'],
  ] as const)('%s: does not pretend while everything is as likely', (language, complaint, question, open) => {
    const talk = startTalk(withAlikeCauses(knowledge, 10), { id: 'alike', language });
    talk.say(complaint);
    expect(words(talk.say(question))).toContain(open);
  });

  it('has nothing to say before anything is known, in either language', () => {
    const talk = startTalk(knowledge, { id: 'nothing', language: 'zh' });
    expect(words(talk.say('你觉得是什么问题'))).toContain('还没有依据');
  });
});

describe('"how long will this take?"', () => {
  it('is answered in minutes, and the question stays open', () => {
    const talk = startTalk(knowledge, { id: 'duration', language: 'en' });
    const asked = talk.say('the printer prints nothing');
    const told = talk.say('how long will this take?');
    expect(words(told)).toMatch(/about \d+ (min|h)/);
    expect(told.choices).toEqual(asked.choices);
    expect(words(talk.say('还要多久'))).toContain('平均');
  });
});

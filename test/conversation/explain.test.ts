import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const words = (reply: Reply) => JSON.stringify(reply.blocks);

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

import { beforeAll, describe, expect, it } from 'vitest';
import { readCommand } from '../../src/conversation/command.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Reply } from '../../src/message.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const words = (reply: Reply) => JSON.stringify(reply.blocks);

/** A talk that has come to steps: the printer has no power. */
function atSteps(language: 'en' | 'zh'): TalkPlayer {
  const talk = startTalk(knowledge, { id: `hurry-${language}`, language });
  talk.say(language === 'en' ? 'the printer prints nothing' : '打印机没反应');
  talk.say(language === 'en' ? 'no lights' : '灯不亮');
  expect(talk.state?.open?.kind).toBe('fix');
  return talk;
}

describe('below steps', () => {
  it.each([
    ['en', "I don't know", 'No hurry'],
    ['zh', '不知道', '不急'],
    ['en', "ok, I'll try that later", 'No hurry'],
    ['zh', '谢谢，我先试试', '不急'],
  ] as const)('%s: "%s" is no answer that was missed', (language, said, reply) => {
    expect(words(atSteps(language).say(said))).toContain(reply);
  });

  it('a question that comes after steps that did not help is not called a thing to try', () => {
    const talk = atSteps('en');
    const next = talk.say("didn't help");
    expect(talk.state?.open?.kind).toBe('question');
    expect(words(next)).not.toContain('thing to try');
    expect(words(next)).toContain('One more question');
  });
});

describe('an offer that is not taken', () => {
  it.each([
    ['en', 'forget me', 'no', 'nothing was deleted'],
    ['zh', '删除我的数据', '不', '什么都没删'],
    ['en', 'human', 'no', 'nothing was sent'],
    ['zh', '人工', '先不发', '没有发送'],
  ] as const)('%s: "%s" and "%s" says that nothing was done', (language, command, no, reply) => {
    const talk = startTalk(knowledge, { id: `offer-${command}`, language });
    talk.say(command);
    expect(words(talk.say(no))).toContain(reply);
  });

  it('is not one that is confirmed in the words people know from elsewhere', () => {
    const talk = startTalk(knowledge, { id: 'offer-confirmed', language: 'zh' });
    talk.say('删除我的数据');
    expect(words(talk.say('确认'))).toContain('删');
    expect(talk.effects.map(({ kind }) => kind)).toContain('forget');
  });
});

describe('a question about steps', () => {
  it.each(['how long', 'what do you think it is', 'why'])(
    '"%s" is answered without reading them out again',
    (said) => {
      const reply = atSteps('en').say(said);
      expect(reply.blocks.some(({ type }) => type === 'steps')).toBe(false);
      expect(reply.choices.length).toBeGreaterThan(1);
    },
  );
});

describe('a code of Windows', () => {
  it('is not followed by the question which system it is', () => {
    const talk = startTalk(knowledge, { id: 'hurry-code', language: 'en' });
    let reply = talk.say('0x80070706');
    for (let turn = 0; turn < 6 && talk.state?.open?.kind === 'question'; turn++) {
      expect(reply.about.question).not.toBe('system');
      reply = talk.say('no idea');
    }
  });
});

describe('what somebody says who is done', () => {
  it.each(['done it worked thanks', 'yes it worked', 'great, it works now'])('"%s" ends the talk', (said) => {
    expect(readCommand(said)).toBe('worked');
  });

  it.each(['你能干嘛', '你能帮我什么'])('"%s" asks what there is', (said) => {
    expect(readCommand(said)).toBe('help');
  });
});

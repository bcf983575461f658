import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const labels = (reply: Reply) => reply.choices.map(({ label }) => label);
const words = (reply: Reply) => JSON.stringify(reply.blocks);

function talkAtFix() {
  const talk = startTalk(knowledge, { id: 'obey', language: 'en' });
  talk.say('the printer prints nothing');
  return { talk, fix: talk.say('No, it is dark') };
}

describe('"it worked" said twice', () => {
  it('is one success', () => {
    const { talk } = talkAtFix();
    talk.say('it worked');
    const events = talk.state?.events;
    talk.say('fixed');
    expect(talk.effects.filter(({ kind }) => kind === 'outcome')).toHaveLength(1);
    expect(talk.state?.events).toEqual(events);
  });
});

describe('a ticket that was sent', () => {
  it('cannot be taken back, nor sent a second time', () => {
    const { talk } = talkAtFix();
    talk.say('human');
    const send = talk.state?.open;
    talk.say('send it');
    expect(words(talk.say('back'))).toContain('already');
    expect(words(talk.press(`${talk.state?.talk}-${send?.turn}-0`))).toContain('already');
    expect(talk.effects.filter(({ kind }) => kind === 'ticket')).toHaveLength(1);
  });
});

describe('"back" at the beginning', () => {
  it('keeps what was said for whoever takes over', () => {
    const talk = startTalk(knowledge, { id: 'back', language: 'en' });
    talk.say('my scanner is jammed');
    talk.say('back');
    expect(words(talk.say('human'))).toContain('my scanner is jammed');
  });
});

describe('"continue"', () => {
  it('leaves the preview and goes on where the talk was', () => {
    const { talk, fix } = talkAtFix();
    talk.say('human');
    expect(labels(talk.say('continue'))).toEqual(labels(fix));
  });

  it('shows what is open where there is nothing to pick up', () => {
    const { talk, fix } = talkAtFix();
    const reply = talk.say('go on');
    expect(reply.choices).toEqual(fix.choices);
    expect(words(reply)).not.toContain('nothing to pick up');
  });
});

describe('another language in the middle', () => {
  it('also changes the choices of a question that is shown again', () => {
    const talk = startTalk(knowledge, { id: 'language', language: 'en' });
    const question = talk.say('the printer prints nothing');
    const again = talk.say('为什么');
    expect(again.language).toBe('zh');
    expect(again.choices.map(({ id }) => id)).toEqual(question.choices.map(({ id }) => id));
    expect(labels(again)).toContain('不清楚');
    expect(talk.say('不清楚').about.question).not.toBe(question.about.question);
  });

  it('keeps a preview that is open', () => {
    const { talk } = talkAtFix();
    talk.say('human');
    const preview = talk.say('中文');
    expect(preview.kind).toBe('handover');
    expect(labels(preview)).toContain('发送');
  });
});

describe('"help"', () => {
  it('names the broadest problems first', () => {
    const pack = knowledge.packs['office-printer'] as Knowledge['packs'][string];
    const main = pack.problems['prints-nothing'] as (typeof pack.problems)[string];
    const [cause] = Object.entries(main.causes);
    const small = {
      ...main,
      id: 'a-small',
      title: { en: 'A small thing' },
      causes: Object.fromEntries([cause ?? []]),
    };
    const problems = { 'a-small': small, ...pack.problems };
    const larger: Knowledge = { ...knowledge, packs: { 'office-printer': { ...pack, problems } } };
    const said = words(startTalk(larger, { id: 'help', language: 'en' }).say('help'));
    expect(said.indexOf('A small thing')).toBeGreaterThan(said.indexOf('The printer prints nothing'));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge, Pack, Problem } from '../../src/knowledge/knowledge.ts';
import type { Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = withStripes(await officePrinter());
});

/** The pack with a second problem that people say in words. */
function withStripes({ packs, ...rest }: Knowledge): Knowledge {
  const [pack] = Object.values(packs) as [Pack];
  const [first] = Object.values(pack.problems).filter(({ id }) => id === 'prints-nothing') as [Problem];
  const stripes: Problem = {
    ...first,
    id: 'stripes',
    title: { en: 'Stripes on the printouts', zh: '打印有条纹' },
    says: {
      en: [
        'the printouts have stripes',
        'there are stripes on the paper',
        'black lines on every printed page',
      ],
      zh: ['打印出来有条纹', '纸上有黑线', '打印有横纹'],
    },
    unlike: {},
    codes: [],
  };
  return { ...rest, packs: { [pack.id]: { ...pack, problems: { ...pack.problems, stripes } } } };
}

const words = (reply: Reply) => JSON.stringify(reply.blocks);
const talkIn = (language: 'en' | 'zh') => startTalk(knowledge, { id: `kept-${language}`, language });

const two = {
  en: {
    says: 'the printer prints nothing. Another problem: the printouts have stripes',
    yes: 'yes',
    no: 'no',
    worked: 'it works now',
  },
  zh: { says: '打印机打不出来，另外打印出来有条纹', yes: '好', no: '不用了', worked: '好了' },
} as const;

describe.each(['en', 'zh'] as const)('two problems in one message (%s)', (language) => {
  const { says, yes, no, worked } = two[language];

  it('begin with the first, and the second is offered when that is solved', () => {
    const talk = talkIn(language);
    const first = talk.say(says);
    expect(first.about.problem).toBe('prints-nothing');
    const end = talk.say(worked);
    expect(end.about.outcome).toBe('solved');
    expect(end.choices).toHaveLength(2);
    expect(talk.say(yes).about.problem).toBe('stripes');
    expect(talk.state?.kept).toBeUndefined();
  });

  it('let the second one go when it is not wanted', () => {
    const talk = talkIn(language);
    talk.say(says);
    talk.say(worked);
    expect(talk.say(no).about).toEqual({});
    expect(talk.state?.kept).toBeUndefined();
  });
});

describe('another problem in the middle of a talk', () => {
  it('is asked about, looked at, and the first one is offered again at its end', () => {
    const talk = talkIn('en');
    const question = talk.say('the printer prints nothing, it is a mac');
    const asked = talk.say('by the way, the printouts have stripes');
    expect(asked).toMatchObject({ kind: 'choose', about: { problem: 'stripes' } });
    expect(talk.say('yes').about.problem).toBe('stripes');
    // The system was told once and is not asked again.
    expect(talk.state?.events).toContainEqual(
      expect.objectContaining({ observation: 'system', answer: 'macos' }),
    );
    talk.say('it works now');
    const back = talk.say('yes please');
    expect(words(back)).toContain('Back to');
    expect(back.about.question).toBe(question.about.question);
  });

  it('leaves everything as it was when it is declined', () => {
    const talk = talkIn('zh');
    const question = talk.say('打印机没反应');
    talk.say('对了，打印出来有条纹');
    expect(talk.say('不').about.question).toBe(question.about.question);
    expect(talk.state?.kept).toBeUndefined();
  });

  it('can be left with "back"', () => {
    const talk = talkIn('en');
    const question = talk.say('the printer prints nothing');
    talk.say('by the way, the printouts have stripes');
    talk.say('yes');
    expect(talk.say('back').about).toMatchObject({
      problem: 'prints-nothing',
      question: question.about.question,
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import type { Conversation } from '../../src/conversation/state.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming, Reply } from '../../src/message.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

let talks = 0;
const talkIn = (language: 'en' | 'zh' = 'en') => startTalk(knowledge, { id: `talk-${++talks}`, language });
const labels = (reply: Reply) => reply.choices.map(({ label }) => label);
const words = (reply: Reply) => JSON.stringify(reply.blocks);
const press = (talk: TalkPlayer, reply: Reply, label: string) => {
  const choice = reply.choices.find((candidate) => candidate.label === label);
  if (!choice) throw new Error(`No choice "${label}" among ${labels(reply).join(', ')}`);
  return talk.press(choice.id);
};

/** The first message and the question it leads to. */
function opened(language: 'en' | 'zh' = 'en') {
  const talk = talkIn(language);
  const reply = talk.say(language === 'en' ? 'the printer prints nothing' : '打印机没反应');
  return { talk, reply };
}

describe('a complaint', () => {
  it('opens its problem and asks, with every answer and "don\'t know" as choices', () => {
    const { reply } = opened();
    expect(reply).toMatchObject({
      kind: 'question',
      about: { pack: 'office-printer', problem: 'prints-nothing' },
    });
    expect(labels(reply)).toContain("I don't know");
  });

  it('says how many causes are likely with a question, and with nothing else', () => {
    const { talk, reply } = opened();
    expect(reply.about.causesLeft).toBe(4);
    const fix = press(talk, reply, 'No, it is dark');
    expect([fix.kind, fix.about.causesLeft]).toEqual(['fix', undefined]);
  });

  it('leads to the fix for what was answered, with steps, a way to verify, and three outcomes', () => {
    const { talk, reply } = opened();
    const fix = press(talk, reply, 'No, it is dark');
    expect(fix).toMatchObject({ kind: 'fix', about: { cause: 'no-power', fix: 'switch-on' } });
    expect(fix.blocks.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['heading', 'badges', 'steps', 'note']),
    );
    const badges = fix.blocks.flatMap((block) => (block.type === 'badges' ? block.items : []));
    expect(badges.map(({ kind }) => kind)).toEqual(['minutes']);
    expect(labels(fix)).toEqual(['It worked', "It didn't help", "I couldn't try it"]);
    const end = press(talk, fix, 'It worked');
    expect(end.kind).toBe('notice');
    expect(talk.effects).toContainEqual(
      expect.objectContaining({ kind: 'outcome', outcome: 'solved', fix: 'switch-on' }),
    );
  });

  it('is answered in the language it is written in', () => {
    expect(opened('zh').reply.language).toBe('zh');
    const talk = talkIn('en');
    expect(talk.say('打印机没反应').language).toBe('zh');
  });

  it('that nobody knows gets "I don\'t know", and is kept for the operator', () => {
    const talk = talkIn('zh');
    const reply = talk.say('今天天气怎么样');
    expect(words(reply)).toContain('这个我不知道');
    expect(talk.effects).toContainEqual(
      expect.objectContaining({ kind: 'unanswered', text: '今天天气怎么样' }),
    );
  });

  it('counts what is volunteered and does not ask it again', () => {
    const talk = talkIn('zh');
    const reply = talk.say('打印机没反应，同事也打不了');
    expect(words(reply)).toContain('记下了');
    expect(talk.state?.events).toContainEqual(
      expect.objectContaining({ observation: 'q-colleagues', answer: 'same', source: 'volunteered' }),
    );
    expect(reply.about.question).not.toBe('q-colleagues');
  });
});

describe('a choice', () => {
  it.each(['2', '２', '②', '选2', 'No, it is dark', 'no, it is dark!', 'it is dark'])(
    'may be typed as "%s"',
    (typed) => {
      const { talk, reply } = opened();
      expect(reply.about.question).toBe('q-power');
      expect(talk.say(typed).about.fix).toBe('switch-on');
    },
  );

  it('may be "don\'t know" in words, and is not asked again', () => {
    const { talk, reply } = opened();
    const next = talk.say('no idea');
    expect(talk.state?.events).toContainEqual(
      expect.objectContaining({ observation: reply.about.question, answer: 'unknown' }),
    );
    expect(next.about.question).not.toBe(reply.about.question);
  });

  it('brings along what else the sentence says', () => {
    const { talk } = opened();
    talk.say('yes, the light is on, and I use a mac');
    expect(talk.state?.events).toContainEqual(
      expect.objectContaining({ observation: 'q-power', answer: 'yes' }),
    );
    expect(talk.state?.events).toContainEqual(
      expect.objectContaining({ observation: 'system', answer: 'macos' }),
    );
  });

  it('that is stale, unknown or from another talk changes nothing and shows what is open', () => {
    const { talk, reply } = opened();
    const stale = reply.choices[0]?.id as string;
    const next = talk.say('no idea');
    const before = talk.state?.events;
    const other = opened().reply.choices[0]?.id as string;
    for (const id of [stale, other, 'nonsense', '', `${stale.slice(0, -1)}99`]) {
      const answer = talk.press(id);
      expect(answer.choices).toEqual(next.choices);
      expect(talk.state?.events).toEqual(before);
    }
  });

  it('may be pressed where nothing is open, and is told so', () => {
    const talk = talkIn();
    expect(words(talk.press('abcdef-1-0'))).toContain('nothing to pick');
  });
});

describe('words to the bot itself', () => {
  it('"why" gives the reason and leaves the old buttons working', () => {
    const { talk, reply } = opened();
    const why = talk.say('why?');
    expect(words(why)).toContain('Without power nothing else matters');
    expect(why.choices).toEqual(reply.choices);
    expect(press(talk, reply, 'No, it is dark').about.fix).toBe('switch-on');
  });

  it('"back" takes exactly the last answer away', () => {
    const { talk, reply } = opened();
    const before = talk.state;
    press(talk, reply, 'No, it is dark');
    const back = talk.say('back');
    expect(talk.state?.events).toEqual(before?.events);
    expect(back.about).toEqual(reply.about);
    expect(labels(back)).toEqual(labels(reply));
  });

  it('"start over" forgets the problem', () => {
    const { talk } = opened();
    talk.say('start over');
    expect(talk.state?.events).toEqual([]);
    expect(talk.state?.open).toBeNull();
  });

  it('"help" says what is known and shows again what is open', () => {
    const { talk, reply } = opened();
    const help = talk.say('help');
    expect(words(help)).toContain('The printer prints nothing');
    expect(help.choices).toEqual(reply.choices);
  });

  it('"thanks" after the end is no new complaint', () => {
    const { talk, reply } = opened();
    press(talk, press(talk, reply, 'No, it is dark'), 'It worked');
    expect(words(talk.say('thanks!'))).toContain('welcome');
  });

  it('switches the language', () => {
    const { talk } = opened();
    expect(talk.say('中文').language).toBe('zh');
    expect(talk.say('English').language).toBe('en');
  });
});

describe('a person', () => {
  it('is offered with a preview, agreed to, and gets the whole trail as a ticket', () => {
    const talk = talkIn('zh');
    talk.say('打印机没反应，同事也打不了');
    const preview = talk.say('人工');
    expect(preview.kind).toBe('handover');
    expect(words(preview)).toContain('打印机没反应');
    expect(labels(preview)).toEqual(['发送', '继续这里', '重新开始']);
    const sent = press(talk, preview, '发送');
    const ticket = talk.effects.find((effect) => effect.kind === 'ticket')?.ticket;
    expect(ticket?.lines.join('\n')).toContain('同事');
    expect(words(sent)).toContain(ticket?.id);
    expect(words(talk.say('人工'))).toContain(ticket?.id);
  });

  it('may be declined, and the talk goes on where it was', () => {
    const { talk, reply } = opened();
    const preview = talk.say('human');
    expect(labels(press(talk, preview, 'Go on here'))).toEqual(labels(reply));
    talk.say('human');
    expect(labels(talk.say('back'))).toEqual(labels(reply));
  });

  it('is offered when nothing is left that is worth the time', () => {
    const { talk } = opened();
    let reply = talk.say('no idea');
    for (let turn = 0; reply.kind !== 'handover' && turn < 20; turn++) {
      reply =
        reply.kind === 'fix'
          ? press(talk, reply, "It didn't help")
          : talk.press(reply.choices[reply.about.cause ? 0 : reply.choices.length - 1]?.id ?? '');
    }
    expect(reply.kind).toBe('handover');
    expect(reply.choices.length).toBeGreaterThan(0);
  });
});

describe('a fix', () => {
  function towardsSpooler() {
    const talk = talkIn();
    let reply = talk.say('my print job does not come out, it is stuck in the queue');
    for (
      let turn = 0;
      turn < 6 && talk.state?.open?.kind === 'question' && reply.about.question !== 'system';
      turn++
    )
      reply = talk.say('no idea');
    return { talk, reply };
  }

  it('asks for the system when the steps differ, and for consent before tier 2', () => {
    const { talk, reply } = towardsSpooler();
    expect(reply.about.question).toBe('system');
    const consent = talk.say('Windows 11');
    expect(talk.state?.open?.kind).toBe('consent');
    expect(words(consent)).toContain('administrator');
    const fix = talk.say('yes please');
    expect(fix).toMatchObject({ kind: 'fix', about: { cause: 'stuck-queue', fix: 'restart-spooler' } });
    expect(words(fix)).toContain('Restart-Service Spooler');
    expect(words(fix)).toContain('Nothing to undo');
  });

  it('gives each system its own steps', () => {
    const { talk } = towardsSpooler();
    talk.say('it is a mac');
    expect(words(talk.say('ok'))).not.toContain('Restart-Service');
  });

  it('that is not wanted or cannot be tried is not offered again', () => {
    const { talk } = towardsSpooler();
    talk.say('windows');
    const next = talk.say('not that');
    expect(talk.state?.events.at(-1)).toMatchObject({
      type: 'tried',
      fix: 'restart-spooler',
      outcome: 'declined',
    });
    expect(next.about.fix).not.toBe('restart-spooler');
  });
});

describe('a code', () => {
  it.each([
    '0x80070706',
    '-2147023098',
    '2147944198',
    '０ｘ８００７０７０６',
    'error 0x80070706 when printing',
  ])('"%s" opens the problem that names it', (code) => {
    const reply = talkIn().say(code);
    expect(reply.about).toMatchObject({
      pack: 'office-printer',
      problem: 'prints-nothing',
      code: '0x80070706',
    });
    expect(words(reply)).toContain('The print job never reaches paper');
  });

  it('without entry is taken apart, never guessed at', () => {
    const talk = talkIn();
    const reply = talk.say('0x80070057');
    expect(words(reply)).toContain('win32 87');
    expect(words(reply)).toContain('-2147024809');
    expect(words(reply)).toContain('do not want to guess');
  });
});

describe('other things people send', () => {
  it.each([
    ['', 'empty'],
    ['\u0000\u0007\u200b', 'empty'],
  ])('%j is called empty', (text, part) => {
    expect(words(talkIn().say(text))).toContain(part);
  });

  it('a very long log is said to be read only in parts, and its code still counts', () => {
    const reply = talkIn().say(`${'line of a log without any meaning\n'.repeat(300)}error 0x80070706`);
    expect(words(reply)).toContain('very long');
    expect(reply.about.problem).toBe('prints-nothing');
  });

  it('a picture gets an honest sentence', () => {
    const incoming = { ...message('p'), kind: 'picture' as const, text: '' };
    const { reply } = advance(null, incoming, { knowledge, now: 0, seed: 's' });
    expect(words(reply as Reply)).toContain('cannot read pictures');
  });

  it.each([
    ['en', '[image]'],
    ['en', '[Screenshot: error.png]'],
    ['en', '![what I see](https://example.com/a.png)'],
    ['en', 'Screenshot 2024-05-01 at 10.12.png'],
    ['en', 'see the attached screenshot'],
    ['zh', '[图片]'],
    ['zh', '【截图】[动画表情]'],
    ['zh', '请看图'],
    ['zh', '截图如下：'],
  ] as const)('what stands for a picture gets the same sentence: %s %s', (language, said) => {
    const picture = language === 'en' ? 'cannot read pictures' : '看不了图片';
    const talk = talkIn(language);
    expect(words(talk.say(said))).toContain(picture);
    const question = talk.say(language === 'en' ? 'the printer prints nothing' : '打印机没反应');
    const again = talk.say(said);
    expect(words(again)).toContain(picture);
    expect(labels(again)).toEqual(labels(question));
  });

  it('words beside a picture are read without it', () => {
    const talk = talkIn();
    expect(talk.say('[image] the printer prints nothing').about.problem).toBe('prints-nothing');
  });

  it('what is only overheard gets no reply', () => {
    const step = advance(
      null,
      { ...message('o'), text: '打印机没反应', addressed: 'overheard' },
      { knowledge, now: 0, seed: 's' },
    );
    expect(step.reply).toBeUndefined();
    expect(step.effects).toEqual([]);
  });

  it('an article is an answer, marked for what it is', () => {
    const reply = talkIn().say('what is the future of printing');
    expect(reply.kind).toBe('answer');
    expect(words(reply)).toContain('idea about the future');
  });

  it('another problem in the middle asks before it leaves the first', () => {
    const { talk, reply } = opened();
    const switching = talk.say('0x80070705');
    expect(switching.kind).not.toBe('notice');
    expect(talk.state?.events.length).toBeGreaterThan(0);
    expect(reply.kind).toBe('question');
  });
});

describe('time', () => {
  const hour = 3_600_000;

  function hoursLater(hours: number, state: Conversation, text: string) {
    return advance(
      state,
      { ...message(`m${hours}${text}`), text },
      { knowledge, now: hours * hour, seed: 's' },
    );
  }

  it('of six idle hours ends a talk as unknown and offers it again', () => {
    const first = advance(
      null,
      { ...message('m0'), text: 'the printer prints nothing' },
      { knowledge, now: 0, seed: 's' },
    ).state;
    const later = hoursLater(7, first, 'hi');
    expect(later.effects).toContainEqual(expect.objectContaining({ kind: 'outcome', outcome: 'unknown' }));
    expect(later.reply?.choices.map(({ label }) => label)).toEqual(['Go on there', 'Start fresh']);
    const again = advance(
      later.state,
      { ...message('m9'), kind: 'choice', text: '', choice: later.reply?.choices[0]?.id ?? '' },
      { knowledge, now: 7 * hour, seed: 's' },
    );
    expect(again.state.events).toEqual(first.events);
  });

  it('of less changes nothing', () => {
    const first = advance(
      null,
      { ...message('m0'), text: 'the printer prints nothing' },
      { knowledge, now: 0, seed: 's' },
    ).state;
    expect(hoursLater(5, first, 'why').state.events).toEqual(first.events);
  });

  it('lets a new complaint begin at once, and "resume" go back to the old one', () => {
    const first = advance(
      null,
      { ...message('m0'), text: 'the printer prints nothing' },
      { knowledge, now: 0, seed: 's' },
    ).state;
    const fresh = hoursLater(8, first, 'nothing comes out of the printer, no light');
    expect(fresh.reply?.kind).toBe('fix');
    expect(hoursLater(8, fresh.state, 'resume').state.events).toEqual(first.events);
  });
});

it('a reload that takes a problem away restarts politely', () => {
  const first = advance(
    null,
    { ...message('m0'), text: 'the printer prints nothing' },
    { knowledge, now: 0, seed: 's' },
  ).state;
  const pack = knowledge.packs['office-printer'] as Knowledge['packs'][string];
  const smaller: Knowledge = {
    version: 'next',
    codes: {},
    packs: { 'office-printer': { ...pack, problems: {} } },
  };
  const { reply, state } = advance(
    first,
    { ...message('m1'), text: 'yes' },
    { knowledge: smaller, now: 1, seed: 's' },
  );
  expect(words(reply as Reply)).toContain('updated while we talked');
  expect(state.events).toEqual([]);
});

function message(eventKey: string): Incoming {
  return {
    platform: 'test',
    conversation: 'test:1',
    person: 'p',
    eventKey,
    kind: 'text',
    text: '',
    addressed: 'direct',
    address: { to: 'here' },
    language: 'en',
  };
}

describe('a code of the table beside a complaint', () => {
  const table = async () => {
    const { loadKnowledge } = await import('../../src/knowledge/load-knowledge.ts');
    const { shippedFolder } = await import('../../src/commands/shipped-knowledge.ts');
    const { knowledge: shipped } = await loadKnowledge({ folders: [shippedFolder] });
    return shipped as Knowledge;
  };

  it.each([
    ['my bot logs ESRCH when it sends a file', 'ESRCH'],
    ['QQ机器人发文件，接口返回418', '418'],
  ])('"%s" is named and then diagnosed, not only named', async (complaint, code) => {
    const reply = startTalk(await table(), { id: complaint }).say(complaint);
    expect(reply.about.problem).toBe('bots-and-unofficial-clients');
    expect(reply.choices.length).toBeGreaterThan(1);
    expect(words(reply)).toContain(code);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import { asksForRecord } from '../../src/conversation/rights.ts';
import type { Conversation, PersonRecord, Step, World } from '../../src/conversation/state.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming } from '../../src/message.ts';
import { incoming, state } from '../delivery/samples.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const record: PersonRecord = {
  person: `web:${'a'.repeat(32)}`,
  consent: null,
  talks: [
    { conversation: 'web:c', at: 0, address: { to: 'x' }, state: state('nothing comes out [phone 1]') },
  ],
  messages: [
    { at: 0, conversation: 'web:c' },
    { at: 1, conversation: 'web:c' },
  ],
  replies: [],
  effects: [
    {
      at: 0,
      conversation: 'web:c',
      effect: { kind: 'ticket', ticket: { id: 'T-7', language: 'en', lines: ['Said: nothing comes out'] } },
    },
  ],
  learnt: [],
};

let events = 0;
function say(
  before: Conversation | null,
  text: string,
  { given = {}, world = {} }: { given?: Partial<Incoming>; world?: Partial<World> } = {},
): Step {
  const said = incoming({ platform: 'web', text, eventKey: String(++events), ...given });
  return advance(before, said, { knowledge, now: 1_000, seed: 's', ...world });
}

const words = ({ reply }: Step) => JSON.stringify(reply?.blocks);

describe('people’s rights', () => {
  it.each(['privacy', 'what do you store?', 'Privacy!', '隐私', '你保存了什么？'])(
    '%j says what is kept and for how long',
    (text) => {
      const step = say(null, text, { world: { retention: { talks: 90, log: 180 } } });
      expect(words(step)).toMatch(/90.*180/);
      expect(words(step)).toMatch(/forget me|删除我的数据/);
      expect(step.effects).toEqual([]);
    },
  );

  it('speaks of learning only where the bot learns, and says what the person chose', () => {
    expect(words(say(null, 'privacy'))).not.toContain('learning');
    const learning = { sets: [] };
    expect(words(say(null, 'privacy', { world: { learning } }))).toContain('Nothing is learnt');
    const agreed = { ...record, consent: { learning: true, version: 1, at: 0 } };
    expect(words(say(null, 'privacy', { world: { learning, record: agreed } }))).toContain('learning no');
  });

  it.each(['export my data', '导出我的数据', '/export'])('%j shows everything, and is audited', (text) => {
    expect(asksForRecord(incoming({ text }))).toBe(true);
    const step = say(null, text, { world: { record } });
    for (const part of ['nothing comes out [phone 1]', 'T-7', record.person])
      expect(words(step)).toContain(part);
    expect(step.effects).toEqual([{ kind: 'audit', action: 'exported', detail: {} }]);
  });

  it.each([
    [
      'en',
      'export my data',
      [
        'Lights on the printer: No, it is dark',
        'Switch the printer on',
        'did not help',
        'restarting the device',
      ],
    ],
    ['zh', '导出我的数据', ['打印机指示灯：没有灯', '打开打印机', '没用', '重启设备']],
  ] as const)('tells what was answered and tried in words, in %s', (language, text, parts) => {
    const events = [
      { type: 'opened', pack: 'office-printer', problem: 'prints-nothing', turn: 1 },
      { type: 'answered', observation: 'q-power', answer: 'dark', source: 'asked', turn: 2 },
      { type: 'tried', fix: 'switch-on', outcome: 'failed', turn: 3 },
      { type: 'told', fact: 'did/restarted-device', turn: 3 },
    ] as const;
    const [talk] = record.talks;
    const talks = [{ ...(talk as (typeof record.talks)[number]), state: { ...state(), events } }];
    const shown = words(say(null, text, { given: { language }, world: { record: { ...record, talks } } }));
    for (const part of parts) expect(shown).toContain(part);
    for (const id of ['switch-on', 'did/restarted-device', 'q-power']) expect(shown).not.toContain(id);
  });

  it('shows nothing where others read along', () => {
    for (const addressed of ['mention', 'thread', 'command'] as const) {
      const step = say(null, 'export my data', { given: { addressed }, world: { record } });
      expect(words(step)).toContain('direct message');
      expect(words(step)).not.toContain('nothing comes out');
      expect(step.effects).toEqual([]);
    }
  });

  it('knows when there is nothing', () => {
    const none = { ...record, talks: [], messages: [{ at: 0, conversation: 'web:c' }], effects: [] };
    expect(words(say(null, 'export my data', { world: { record: none } }))).toContain('Nothing is kept');
  });

  it.each([
    ['forget me', 'yes'],
    ['delete my data', '1'],
    ['删除我的数据', '是'],
    ['忘记我', '是，全部删除'],
  ])('%j asks once, and %j does it', (text, yes) => {
    const asked = say(null, text);
    expect(asked.effects).toEqual([]);
    expect(asked.reply?.choices).toHaveLength(2);
    const done = say(asked.state, yes);
    expect(done.effects).toEqual([{ kind: 'forget' }, { kind: 'audit', action: 'forgotten', detail: {} }]);
    expect(done.state.events).toEqual([]);
  });

  it.each(['no', '2', 'keep it'])('forgets nothing after %j, and the talk goes on', (no) => {
    const opened = say(null, 'the printer prints nothing');
    const asked = say(opened.state, 'forget me');
    const kept = say(asked.state, no);
    expect(kept.effects.filter(({ kind }) => kind === 'forget')).toEqual([]);
    expect(kept.state.events.length).toBeGreaterThan(0);
  });

  it('forgets nothing for words that only contain a command', () => {
    for (const text of [
      'can you delete my data file from the printer',
      'the printer should forget me and my jobs',
    ])
      expect(say(null, text).reply?.choices.map(({ label }) => label)).not.toContain(
        'Yes, delete everything',
      );
  });

  it.each([
    ['learning yes', true, 'consented'],
    ['同意学习', true, 'consented'],
    ['learning no', false, 'withdrawn'],
    ['撤回同意', false, 'withdrawn'],
  ] as const)('%j is kept with the version of the question', (text, learning, action) => {
    expect(say(null, text).effects).toEqual([
      { kind: 'consent', learning, version: 1 },
      { kind: 'audit', action, detail: { to: 'learning', version: 1 } },
    ]);
  });

  it('leaves the open question open', () => {
    const opened = say(null, 'the printer prints nothing');
    for (const text of ['privacy', 'learning yes', 'export my data'])
      expect(say(opened.state, text, { world: { record } }).state.open).toEqual(opened.state.open);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming, Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const words = (reply: Reply) => JSON.stringify(reply.blocks);
const talkIn = (language: 'en' | 'zh') => startTalk(knowledge, { id: `listen-${language}`, language });

describe('words below the preview of a hand-over', () => {
  it('go along, also where nothing was said before', () => {
    const talk = talkIn('zh');
    talk.say('人工');
    const preview = talk.say('我的扫描仪卡纸了');
    expect(preview.kind).toBe('handover');
    expect(words(preview)).toContain('我的扫描仪卡纸了');
    talk.say('发送');
    const ticket = talk.effects.find(({ kind }) => kind === 'ticket');
    expect(JSON.stringify(ticket)).toContain('我的扫描仪卡纸了');
  });

  it('say what the problem is, and "go on" then works at it', () => {
    const talk = talkIn('en');
    talk.say('human');
    const preview = talk.say('the printer prints nothing');
    expect(preview).toMatchObject({ kind: 'handover', about: { problem: 'prints-nothing' } });
    expect(talk.say('continue').kind).toBe('question');
  });

  it('count as facts', () => {
    const talk = talkIn('en');
    talk.say('the printer prints nothing');
    talk.say('human');
    expect(words(talk.say('it is a mac'))).toContain('macOS');
  });
});

describe('a lone number', () => {
  it('with nothing to pick from is no complaint', () => {
    const talk = talkIn('en');
    expect(words(talk.say('2'))).toContain('nothing to pick');
    expect(talk.effects).toEqual([]);
    expect(talk.state?.events).toEqual([]);
  });
});

describe('the hint how to answer', () => {
  it('comes with the first question and with no other', () => {
    const talk = talkIn('zh');
    talk.say('你好');
    expect(words(talk.say('打印机没反应，我用的是苹果电脑'))).toContain('打数字');
    expect(words(talk.say('不知道'))).not.toContain('打数字');
  });
});

describe('a code', () => {
  it('counts before the "unknown" that stands beside it', () => {
    const reply = talkIn('en').say('0x80070705 unknown printer driver');
    expect(reply.about).toMatchObject({ code: '0x80070705' });
  });

  it('is named before it is explained, and explained before it is taken apart', () => {
    const { blocks } = talkIn('en').say('0x80070706');
    const kinds = blocks.map(({ type }) => type);
    expect(JSON.stringify(blocks[0])).toContain('About the code 0x80070706');
    expect(JSON.stringify(blocks[1])).toContain('The print job never reaches paper');
    expect(kinds.indexOf('rows')).toBeGreaterThan(1);
  });
});

describe('a new complaint after the idle hours', () => {
  it('is answered at once, and says how to get the old talk back', () => {
    const at = (hours: number, text: string): { now: number; incoming: Incoming } => ({
      now: hours * 3_600_000,
      incoming: {
        platform: 'test',
        conversation: 'test:1',
        person: 'p',
        eventKey: text,
        kind: 'text',
        text,
        addressed: 'direct',
        address: { to: 'x' },
      },
    });
    const first = at(0, 'the printer prints nothing');
    const later = at(8, 'nothing comes out of the printer, no light');
    const { state } = advance(null, first.incoming, { knowledge, now: first.now, seed: 's' });
    const { reply } = advance(state, later.incoming, { knowledge, now: later.now, seed: 's' });
    expect(reply?.kind).toBe('fix');
    expect(words(reply as Reply)).toContain('resume');
  });
});

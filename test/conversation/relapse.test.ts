import { beforeAll, describe, expect, it } from 'vitest';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

/** A talk that has just been called solved by switching the printer on. */
function solvedTalk(language: 'en' | 'zh'): TalkPlayer {
  const talk = startTalk(knowledge, { id: `relapse-${language}`, language });
  talk.say(language === 'en' ? 'the printer prints nothing' : '打印机没反应');
  talk.say(language === 'en' ? 'no light' : '灯不亮');
  expect(talk.say(language === 'en' ? 'it worked' : '好了').about.outcome).toBe('solved');
  return talk;
}

describe('a fix that did not hold', () => {
  it.each([
    ['en', 'still broken', 'not solved yet'],
    ['en', "didn't help", 'not solved yet'],
    ['zh', '又不行了', '接着来'],
    ['zh', '没用', '接着来'],
  ] as const)('%s: "%s" goes on with the talk, the fix counted as tried', (language, said, lead) => {
    const talk = solvedTalk(language);
    const reply = talk.say(said);
    expect(reply.about).toMatchObject({ problem: 'prints-nothing' });
    expect(JSON.stringify(reply.blocks)).toContain(lead);
    expect(talk.state && readTalk(talk.state.events)).toMatchObject({ ended: null });
    expect(talk.state && readTalk(talk.state.events).tried.get('switch-on')).toBe('failed');
    expect(talk.effects.filter(({ kind }) => kind === 'outcome').at(-1)).toMatchObject({
      outcome: 'unknown',
    });
  });

  it('is not meant by another complaint, by thanks, or by a code', () => {
    for (const said of ['thanks', 'hello', 'the printer prints nothing', '0x80070706']) {
      const talk = solvedTalk('en');
      expect(JSON.stringify(talk.say(said).blocks)).not.toContain('not solved yet');
    }
  });
});

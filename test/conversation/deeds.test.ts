import { beforeAll, describe, expect, it } from 'vitest';
import { readTalk } from '../../src/conversation/talk.ts';
import type { Fix, Knowledge, Pack } from '../../src/knowledge/knowledge.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  const { packs, ...rest } = await officePrinter();
  const [pack] = Object.values(packs) as [Pack];
  const driver = pack.fixes['reinstall-driver'] as Fix;
  const fixes = { ...pack.fixes, [driver.id]: { ...driver, did: ['did/reinstalled'] } };
  knowledge = { ...rest, packs: { [pack.id]: { ...pack, fixes } } };
});

const tried = (text: string, language: 'en' | 'zh') => {
  const talk = startTalk(knowledge, { id: text, language });
  talk.say(text);
  return readTalk(talk.state?.events ?? []).tried;
};

describe('a fix that somebody says they tried already', () => {
  it.each([
    ['en', 'the printer prints nothing, I reinstalled it already'],
    ['zh', '打印机没反应，重装过了'],
  ] as const)('%s: "%s" counts as tried without help', (language, text) => {
    expect(tried(text, language).get('reinstall-driver')).toBe('failed');
  });

  it.each([
    ['en', 'the printer prints nothing, should I reinstall it?'],
    ['en', 'the printer prints nothing and I have not reinstalled it'],
    ['zh', '打印机没反应，要重装吗'],
    ['zh', '打印机没反应，没重装过'],
  ] as const)('%s: "%s" does not', (language, text) => {
    expect(tried(text, language).has('reinstall-driver')).toBe(false);
  });

  it('counts also when it is told later', () => {
    const talk = startTalk(knowledge, { id: 'later', language: 'en' });
    talk.say('the printer prints nothing');
    talk.say('oh and I reinstalled it twice');
    expect(readTalk(talk.state?.events ?? []).tried.get('reinstall-driver')).toBe('failed');
  });
});

import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { readySearch, searchKnowledge } from '../../src/recognition/search-knowledge.ts';
import { knowledgeOf, pack, problem } from './small-knowledge.ts';

const cause = (id: string, title: string, fix: string) => ({
  id,
  title: { en: title },
  because: {},
  layer: 'any',
  fixes: { [fix]: 0.9 },
});

const fix = (id: string, step: string, zh: string) => ({
  id,
  title: { en: id },
  tier: 1 as const,
  minutes: 1,
  risk: 'low' as const,
  variants: { any: { steps: [{ text: { en: step, zh } }], needs: [], sideEffects: [], undo: [] } },
  verify: {},
  judgement: true,
});

const office: Knowledge = knowledgeOf({
  ...pack('office', {
    problems: [
      problem('printer', {
        title: { en: 'The printer prints nothing', zh: '打印机不打印' },
        says: { en: ['no paper comes out'] },
        causes: { spooler: 1 },
      }),
      problem('screen', {
        title: { en: 'The screen stays black', zh: '屏幕不亮' },
        says: { en: ['no picture'] },
      }),
      problem('sound', {
        title: { en: 'There is no sound', zh: '没有声音' },
        says: { en: ['I hear nothing'] },
      }),
    ],
  }),
  causes: { spooler: cause('spooler', 'The spooler hangs', 'restart-spooler') },
  fixes: { 'restart-spooler': fix('restart-spooler', 'Restart the spooler service', '重启后台打印服务') },
});

const found = (text: string, most = 3) => searchKnowledge(text, office, most).map((one) => one.problem);

describe('searchKnowledge', () => {
  it.each([
    ['printer', 'printer'],
    ['spooler', 'printer'],
    ['restarting the spooler', 'printer'],
    ['打印服务', 'printer'],
    ['屏幕', 'screen'],
    ['屏幕不亮嗎', 'screen'],
    ['sounds', 'sound'],
  ])('finds by title, cause or step: %s', (text, expected) => {
    expect(found(text)[0]).toBe(expected);
  });

  it.each(['', 'the of and', 'bicycle', '自行车', '🙂'])('finds nothing for "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds nothing by one word of many', () => {
    expect(found('my bicycle and my scooter have a broken wheel and no sound')).toEqual([]);
  });

  it('gives no more than asked for', () => {
    expect(found('printer', 1)).toEqual(['printer']);
    expect(found('printer', 0)).toEqual([]);
  });
});

describe('an index made ahead', () => {
  it('finds the same, and gives way while it is made', async () => {
    const many = knowledgeOf(
      pack('many', {
        problems: [...Array(9).keys()].map((index) =>
          problem(`p${index}`, { title: { en: `machine number${index} stands still` } }),
        ),
      }),
    );
    let pauses = 0;
    await readySearch(many, async () => {
      pauses += 1;
    });
    expect(pauses).toBe(2);
    const [found] = searchKnowledge('machine number7 still', many, 3);
    expect(found?.problem).toBe('p7');
    await readySearch(many, () => Promise.reject(new Error('It is there already.')));
  });
});

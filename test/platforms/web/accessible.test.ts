import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import type { Reply } from '../../../src/message.ts';
import { runningServer } from '../../server/running.ts';
import { answerReply } from '../scripted-host.ts';
import { describeInBrowser, say } from './in-browser.ts';
import { runningWeb } from './running-web.ts';

const themes = ['light', 'dark'] as const;

/** One reply of each sort: a question, a code, a fix, a hand-over. */
const replies: readonly Reply[] = [
  answerReply('r1', 'Where to? 发给谁？', {
    kind: 'question',
    about: { causesLeft: 3 },
    choices: [
      { id: 'a', label: 'To a person' },
      { id: 'b', label: 'Into a group' },
    ],
  }),
  answerReply('r2', '', {
    blocks: [{ type: 'rows', rows: [{ label: 'hex', value: '0x80070057' }] }],
    about: { code: '0x80070057' },
  }),
  answerReply('r3', '', {
    kind: 'fix',
    blocks: [
      { type: 'heading', text: 'Renew the address' },
      {
        type: 'badges',
        items: [
          { kind: 'minutes', text: 'about 5 min' },
          { kind: 'admin', text: 'needs administrator rights' },
        ],
      },
      { type: 'note', tone: 'warning', title: 'Before you start', text: 'Save your work.' },
      { type: 'steps', items: [{ text: 'Run this.', command: 'ipconfig /renew' }, { text: 'Try again.' }] },
      { type: 'note', tone: 'verify', title: 'Did it work?', text: 'The file goes through.' },
      { type: 'note', tone: 'undo', title: 'To undo it', text: 'Restart.' },
    ],
    choices: [{ id: 'c', label: 'It worked' }],
  }),
  answerReply('r4', '', {
    kind: 'handover',
    blocks: [{ type: 'list', items: ['Said: no file goes through'] }],
    choices: [{ id: 'd', label: 'Send it' }],
  }),
];

/** What axe finds wrong in either theme, as one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violationsNow(page)));
  }
  return found;
}

async function violationsNow(page: Page): Promise<string[]> {
  const { violations: found, passes } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  expect(passes.length).toBeGreaterThan(10);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function pageOfCode(): Promise<string> {
  const knowledge = { version: 'v1', packs: {}, codes: {} } as unknown as Knowledge;
  const { url } = await runningServer({ knowledge: () => knowledge });
  return `${url}/codes/0x80070057`;
}

describeInBrowser('axe', (open) => {
  it.each(['en-US', 'zh-CN'])('finds nothing wrong in %s, in both themes', async (locale) => {
    let count = 0;
    const web = await runningWeb(() => {
      count += 1;
      return replies[count - 1] ?? null;
    });
    const { page, context } = await open(web.url, { locale });
    expect(await violations(page)).toEqual([]);
    for (const text of ['one', 'two', 'three', 'four']) await say(page, text);
    await expect.poll(() => page.locator('.reply').count()).toBe(replies.length);
    await page.locator('.steps input').first().check();
    await page.click('summary');
    await context.setOffline(true);
    await say(page, 'five');
    await page.waitForSelector('.retry');
    expect(await violations(page)).toEqual([]);
    await context.setOffline(false);
    await page.goto(await pageOfCode());
    expect(await violations(page)).toEqual([]);
  });
});

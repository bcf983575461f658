import { expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import type { Block, Reply } from '../../../src/message.ts';
import { runningServer } from '../../server/running.ts';
import { answerReply } from '../scripted-host.ts';
import { describeInBrowser, say } from './in-browser.ts';
import { payloads } from './payloads.ts';
import { runningWeb } from './running-web.ts';

/** Knowledge whose every text is the payload, as it comes in blocks of every kind. */
function blocksOf(text: string): readonly Block[] {
  return [
    { type: 'text', text },
    { type: 'heading', text },
    { type: 'list', items: [text] },
    { type: 'badges', items: [{ kind: 'minutes', text }] },
    { type: 'steps', items: [{ text, command: text }] },
    { type: 'note', tone: 'verify', title: text, text },
    { type: 'note', tone: 'undo', title: text, text },
    { type: 'rows', rows: [{ label: text, value: text }] },
  ];
}
/** In the blocks above; with label and message two more. */
const timesInBlocks = 11;

function hostileReply(id: string, text: string): Reply {
  return answerReply(id, '', {
    kind: 'question',
    blocks: blocksOf(text),
    choices: [{ id: `choice ${id}`, label: text }],
    about: { code: text },
  });
}

it('has sixty payloads, each once', () => {
  expect(new Set(payloads).size).toBe(60);
});

describeInBrowser('hostile text', (open) => {
  it('stays text as message, as label and as knowledge, also after a reload', async () => {
    let count = 0;
    const web = await runningWeb(({ text }) => {
      count += 1;
      return hostileReply(`r${count}`, text);
    });
    const { page, accidents } = await open(web.url);
    for (const payload of payloads) await say(page, payload);
    await expect.poll(() => page.locator('.reply').count(), { timeout: 15_000 }).toBe(payloads.length);
    await page.reload();
    await expect.poll(() => page.locator('.reply').count()).toBe(payloads.length);
    const shown = (await page.locator('#log').textContent()) ?? '';
    for (const payload of payloads) {
      const times = shown.split(payload).length - 1;
      expect([payload, times >= timesInBlocks + 2]).toEqual([payload, true]);
    }
    const live =
      ':is(script, style, img, svg, math, iframe, object, embed, video, audio, a, form, input:not([type=checkbox]), base, meta, link, template, marquee)';
    expect(await page.locator(`#log ${live}`).count()).toBe(0);
    expect(accidents).toEqual([]);
  });

  it('stays text on the pages of codes and in the text box', async () => {
    const texts = { en: payloads.join(' '), zh: payloads.join(' ') };
    const knowledge = {
      version: 'v1',
      packs: { p: { problems: { q: { title: texts, meaning: texts } } } },
      codes: { 'hresult/0x80070057': [{ pack: 'p', problem: 'q' }] },
    } as unknown as Knowledge;
    const { url } = await runningServer({ knowledge: () => knowledge });
    const { page, accidents } = await open(`${url}/codes/0x80070057`);
    expect((await page.locator('section').first().innerText()).includes(payloads[0] as string)).toBe(true);
    await page.goto(`${url}/codes/${encodeURIComponent(payloads.join(' '))}`);
    expect(await page.innerText('h1')).toContain(payloads[0]);
    const web = await runningWeb();
    await page.goto(`${web.url}/?ask=${encodeURIComponent(payloads.join(' '))}`);
    expect(await page.inputValue('#text')).toContain(payloads[0]);
    expect(accidents).toEqual([]);
  });
});

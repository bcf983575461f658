import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, say } from './in-browser.ts';

const program = new URL('../../../bin/askfix.mjs', import.meta.url).pathname;
/** More turns than any diagnosis takes. */
const mostTurns = 25;

describeInBrowser('a whole diagnosis with the real Askfix', (open) => {
  let askfix: ChildProcess;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'askfix-page-'));

  beforeAll(async () => {
    askfix = spawn(process.execPath, [program, 'serve'], {
      env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    url = await new Promise((resolve, reject) => {
      askfix.once('exit', (code) => reject(new Error(`Askfix ended with ${code} before it listened`)));
      askfix.stdout?.on('data', (chunk) => {
        const found = /http:\S+/.exec(String(chunk))?.[0];
        if (found) resolve(found);
      });
    });
  });
  afterAll(async () => {
    await new Promise((resolve) => askfix.once('exit', resolve) && askfix.kill());
    rmSync(folder, { recursive: true });
  });

  /** Waits for the reply to what was just said, and gives its kind. */
  async function replied(page: Page, count: number): Promise<string> {
    await page
      .locator('.reply')
      .nth(count - 1)
      .waitFor();
    return (await page
      .locator('.reply')
      .nth(count - 1)
      .getAttribute('data-kind')) as string;
  }

  /** Answers every question by `answer` until a fix stands there; gives how many replies there are then. */
  async function untilFix(page: Page, answer: (page: Page) => Promise<void>): Promise<number> {
    for (let turn = 1; turn < mostTurns; turn += 1) {
      if ((await replied(page, turn)) === 'fix') return turn;
      await answer(page);
    }
    throw new Error(`No fix after ${mostTurns} turns: ${await page.locator('#log').innerText()}`);
  }

  it('by mouse', async () => {
    const { page, accidents } = await open(url);
    await page.click('#examples button');
    const count = await untilFix(page, (at) =>
      at.locator('.reply').last().locator('.choices button').first().click(),
    );
    await page.locator('.steps input').first().check();
    await page.click('[data-say=why]');
    expect(await replied(page, count + 1)).toBe('fix');
    await page.locator('.reply').last().locator('.choices button').first().click();
    expect(await replied(page, count + 2)).toBe('notice');
    expect(await page.locator('.steps input').first().isChecked()).toBe(true);
    expect(accidents).toEqual([]);
  });

  it('by keyboard alone, in Chinese: words, a number, and arrow keys', async () => {
    const { page, accidents } = await open(url, { locale: 'zh-CN', colorScheme: 'dark' });
    await page.keyboard.type('QQ发不了文件，文字和截图都正常');
    await page.keyboard.press('Enter');
    let turn = 0;
    const count = await untilFix(page, async ({ keyboard }) => {
      turn += 1;
      if (turn % 2 === 1) await keyboard.type('1');
      else await keyboard.press('ArrowUp');
      await keyboard.press('Enter');
    });
    expect(turn).toBeGreaterThan(1);
    expect(await page.locator('.reply .progress').first().innerText()).toMatch(/^还剩 \d+ 个可能的原因$/);
    await page.keyboard.type('人工');
    await page.keyboard.press('Enter');
    expect(await replied(page, count + 1)).toBe('handover');
    expect(await page.locator('.preview li').first().innerText()).toContain('QQ发不了文件');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await replied(page, count + 2)).toBe('handover');
    expect(accidents).toEqual([]);
  });

  it('by thumb on a phone of 360 px', async () => {
    const viewport = { width: 360, height: 740 };
    const { page, accidents } = await open(url, { viewport, hasTouch: true, isMobile: true });
    await say(page, "QQ won't send my file");
    const count = await untilFix(page, (at) =>
      at.locator('.reply').last().locator('.choices button').nth(1).tap(),
    );
    await page.locator('.reply').last().locator('.choices button').nth(1).tap();
    await replied(page, count + 1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(accidents).toEqual([]);
  });

  it('opened by the page of a code, and kept as a file', async () => {
    const { page, accidents } = await open(`${url}/codes/0x80070057`);
    await page.click('text=Start a talk about this');
    await expect.poll(() => page.inputValue('#text')).toBe('0x80070057');
    await page.press('#text', 'Enter');
    await replied(page, 1);
    expect(await page.locator('.card').innerText()).toContain('-2147024809');
    expect(await page.getAttribute('.more a', 'href')).toBe('/codes/0x80070057');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    expect(file.suggestedFilename()).toMatch(/^askfix-\d{4}-\d\d-\d\d\.txt$/);
    const stream = await file.createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    expect(text).toMatch(/You:\n0x80070057\n\nAskfix:\n[\s\S]*-2147024809/);
    expect(accidents).toEqual([]);
  });
});

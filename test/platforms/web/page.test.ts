import { expect, it } from 'vitest';
import type { Block } from '../../../src/message.ts';
import { answerReply, type Script } from '../scripted-host.ts';
import { describeInBrowser, say } from './in-browser.ts';
import { runningWeb } from './running-web.ts';

/** A question, then a fix, then thanks; every text can be replaced by a payload. */
function talkScript(text = ''): Script {
  let count = 0;
  return (incoming) => {
    count += 1;
    const id = `r${count}`;
    if (incoming.choice === 'group')
      return answerReply(id, '', {
        kind: 'fix',
        blocks: fixBlocks(text),
        choices: [{ id: 'worked', label: 'It worked' }],
      });
    if (incoming.choice === 'worked') return answerReply(id, 'Glad to hear.', { kind: 'notice' });
    const choices = [
      { id: 'person', label: `To a person ${text}` },
      { id: 'group', label: 'Into a group' },
    ];
    return answerReply(id, `Where to? ${text}`, { kind: 'question', choices });
  };
}

function fixBlocks(text: string): readonly Block[] {
  return [
    { type: 'heading', text: `Clear the space ${text}` },
    { type: 'badges', items: [{ kind: 'minutes', text: `5 min ${text}` }] },
    { type: 'steps', items: [{ text: `Open the group. ${text}`, command: `netsh ${text}`.trim() }] },
    { type: 'note', tone: 'undo', title: `Undo ${text}`, text: `Leave the group. ${text}` },
    { type: 'note', tone: 'verify', title: `Check ${text}`, text: `Send again. ${text}` },
    { type: 'rows', rows: [{ label: `Hex ${text}`, value: `0x1 ${text}` }] },
    { type: 'list', items: [`one ${text}`] },
  ];
}

describeInBrowser('the page', (open) => {
  it('plays a talk by mouse and shows it once after a reload', async () => {
    const web = await runningWeb(talkScript());
    const { page, accidents } = await open(web.url);
    await say(page, 'QQ will not send');
    await page.click('text=Into a group');
    await page.click('text=It worked');
    await page.waitForSelector('text=Glad to hear.');
    const before = await page.locator('#log').innerText();
    expect(before).toContain('netsh');
    await page.reload();
    await page.waitForSelector('text=Glad to hear.');
    // The event stream replays on top of what the tab kept.
    await page.waitForTimeout(200);
    expect(await page.locator('#log').innerText()).toBe(before);
    await say(page, 'and one more');
    await expect.poll(() => page.locator('.reply').count()).toBe(4);
    expect(new Set(web.host.received.map(({ conversation }) => conversation)).size).toBe(1);
    expect(accidents).toEqual([]);
  });

  it('works by keyboard alone', async () => {
    const web = await runningWeb(talkScript());
    const { page } = await open(web.url);
    await page.keyboard.type('QQ will not send');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('at all');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reply .choices');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reply[data-kind=fix]');
    expect(web.host.received.map(({ text, choice }) => choice ?? text)).toEqual([
      'QQ will not send\nat all',
      'group',
    ]);
  });

  it('says in words what failed, and sends again by itself', async () => {
    const web = await runningWeb(talkScript());
    const { page, context } = await open(web.url);
    await context.setOffline(true);
    await say(page, 'hello');
    await page.waitForSelector('text=Not sent: the connection failed.');
    await page.waitForSelector('text=Try again');
    await context.setOffline(false);
    await page.waitForSelector('.reply');
    expect(await page.isVisible('text=Try again')).toBe(false);
    expect(await page.locator('.mine').count()).toBe(1);
    expect(web.host.received.map(({ text }) => text)).toEqual(['hello']);
  });

  it('shows who is slow, and the late answer', async () => {
    let finish = () => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const web = await runningWeb(
      async () => {
        await done;
        return answerReply('late', 'Here it is.');
      },
      { answerWithinMs: 50 },
    );
    const { page } = await open(web.url);
    await say(page, 'hello');
    await page.waitForSelector('#typing:not([hidden])');
    await page.waitForSelector('text=This takes longer than usual');
    finish();
    await page.waitForSelector('text=Here it is.');
    expect(await page.isVisible('#typing')).toBe(false);
  });

  it('loses nothing and doubles nothing when it is reloaded while a message is under way', async () => {
    let finish = () => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const web = await runningWeb(async (incoming) => {
      await done;
      return answerReply(incoming.eventKey, 'Here it is.');
    });
    const { page } = await open(web.url);
    await say(page, 'hello');
    await expect.poll(() => web.host.received.length).toBe(1);
    await page.reload();
    await page.waitForSelector('#typing:not([hidden])');
    finish();
    await page.waitForSelector('text=Here it is.');
    expect(await page.locator('.reply').count()).toBe(1);
    expect(web.host.received).toHaveLength(1);
  });

  it('begins a new talk when the server does not know the old one', async () => {
    const web = await runningWeb(talkScript());
    const { page, context } = await open(web.url);
    await say(page, 'one');
    await page.waitForSelector('.reply');
    await context.clearCookies();
    await say(page, 'two');
    await expect.poll(() => page.locator('.reply').count()).toBe(2);
    expect(new Set(web.host.received.map(({ conversation }) => conversation)).size).toBe(2);
  });

  it('starts over', async () => {
    const web = await runningWeb(talkScript());
    const { page } = await open(web.url);
    await say(page, 'one');
    await page.waitForSelector('.reply');
    await page.click('#start-over');
    expect(await page.locator('.reply').count()).toBe(0);
    expect(await page.isVisible('.welcome')).toBe(true);
    await say(page, 'two');
    await page.waitForSelector('.reply');
    expect(new Set(web.host.received.map(({ conversation }) => conversation)).size).toBe(2);
  });

  it('speaks the language of the browser or the one that is chosen', async () => {
    const web = await runningWeb(talkScript());
    const { page } = await open(web.url, { locale: 'zh-CN' });
    expect(await page.innerText('.welcome h2')).toBe('遇到什么问题了？');
    await page.click('#language');
    expect(await page.innerText('.welcome h2')).toBe('What is going wrong?');
    await page.reload();
    expect(await page.innerText('.welcome h2')).toBe('What is going wrong?');
    await say(page, '0x80070057');
    await expect.poll(() => web.host.received[0]?.language).toBe('en');
  });

  it('switches an open question to the language that is chosen', async () => {
    const web = await runningWeb(talkScript());
    const { page } = await open(web.url);
    await say(page, 'QQ will not send');
    await page.waitForSelector('.reply .choices');
    await page.click('#language');
    await expect.poll(() => web.host.received.map(({ text }) => text)).toEqual(['QQ will not send', '中文']);
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
    expect(await page.innerText('[data-say=why]')).toBe('为什么问这个？');
  });

  it('copies a command, keeps undo folded, and asks why in the language of the question', async () => {
    const web = await runningWeb(talkScript());
    const { page, context } = await open(web.url);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await say(page, 'QQ will not send');
    await page.click('text=Into a group');
    await page.click('.copy');
    await page.waitForSelector('.copy:text("Copied")');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('netsh');
    expect(await page.isVisible('text=Leave the group.')).toBe(false);
    await page.click('summary');
    expect(await page.isVisible('text=Leave the group.')).toBe(true);
    await page.click('[data-say=why]');
    await expect.poll(() => web.host.received.at(-1)?.text).toBe('why');
    expect(await page.locator('.mine p').last().innerText()).toBe('Why this fix?');
  });

  it('reads from right to left inside a message only', async () => {
    const web = await runningWeb(() => answerReply('r', 'مرحبا'));
    const { page } = await open(web.url);
    await say(page, 'שלום 123');
    await page.waitForSelector('.reply');
    const direction = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).direction`);
    expect(await Promise.all(['.mine p', '.reply p', '.mine', 'html'].map(direction))).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });

  it('tells a screen reader what is new, and only that; nothing moves for who wants it still', async () => {
    const web = await runningWeb(talkScript());
    const { page } = await open(web.url, { reducedMotion: 'reduce' });
    await say(page, 'one');
    await page.waitForSelector('.reply');
    const kept = await page.locator('.reply').first().elementHandle();
    await page.evaluate(`void (globalThis.added = [], new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === 1) added.push(node.className);
    }).observe(document.querySelector('[aria-live=polite]'), { childList: true }))`);
    await page.click('text=Into a group');
    await page.waitForSelector('.reply[data-kind=fix]');
    expect(await page.evaluate('added')).toEqual(['mine', 'reply']);
    expect(await kept?.isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.dots i')).animationName")).toBe(
      'none',
    );
  });

  it('fits a page at 200 %: nothing sideways, and room for the talk', async () => {
    const web = await runningWeb(talkScript());
    const { page } = await open(web.url, { viewport: { width: 640, height: 360 } });
    await say(page, 'one');
    await page.waitForSelector('.reply');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(640);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(360);
    expect(await page.evaluate("document.querySelector('#scroller').clientHeight")).toBeGreaterThan(180);
  });

  it.each(['light', 'dark'] as const)('fits a phone of 360 px (%s)', async (colorScheme) => {
    const web = await runningWeb(talkScript('word'.repeat(60)));
    const viewport = { width: 360, height: 740 };
    const { page, accidents } = await open(web.url, {
      viewport,
      colorScheme,
      hasTouch: true,
      isMobile: true,
    });
    await say(page, 'x'.repeat(500));
    await page.tap('text=Into a group');
    await page.waitForSelector('.reply[data-kind=fix]');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(accidents).toEqual([]);
  });
});

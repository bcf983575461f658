import { expect, it } from 'vitest';
import { answerReply, echo } from '../scripted-host.ts';
import { describeInBrowser, opened, say } from './in-browser.ts';
import { runningWeb } from './running-web.ts';

describeInBrowser('a talk', (open) => {
  it('outlasts a cut network: says so, sends later by itself, shows everything once', async () => {
    const web = await runningWeb();
    const { page, context, accidents } = await open(web.url);
    await say(page, 'one');
    await page.waitForSelector('text=one >> nth=1');
    await context.setOffline(true);
    await page.waitForSelector('#state:text("Reconnecting")');
    await say(page, 'two');
    await say(page, 'three');
    await expect.poll(() => page.locator('.retry').count()).toBe(2);
    await context.setOffline(false);
    await expect.poll(() => page.locator('.reply').allInnerTexts()).toEqual(['one', 'two', 'three']);
    await expect.poll(() => page.innerText('#state')).toBe('');
    expect(web.host.received.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(accidents).toEqual([]);
  });

  it('comes back with what was answered while the stream was down, also when a proxy answers errors', async () => {
    const web = await runningWeb();
    const { page, context } = await open(web.url);
    await say(page, 'one');
    await page.waitForSelector('.reply');
    let refusals = 0;
    await page.route('**/events', (route) => {
      refusals += 1;
      return refusals === 1 ? route.fulfill({ status: 502, body: 'bad gateway' }) : route.continue();
    });
    await context.setOffline(true);
    await page.waitForSelector('#state:text("Reconnecting")');
    const key = web.host.received[0]?.conversation as string;
    const late = { ...(web.host.received[0] as object), text: 'meanwhile', eventKey: `${key}/late` };
    await web.host.receive(late as Parameters<typeof web.host.receive>[0]);
    await context.setOffline(false);
    await page.waitForSelector('.reply:has-text("meanwhile")');
    expect(refusals).toBeGreaterThan(1);
    expect(await page.locator('.reply').count()).toBe(2);
  });

  it('takes a stream that fell silent, as after a sleep, for lost', async () => {
    const web = await runningWeb(echo, { heartbeatMs: 1_000_000 });
    const { page } = await open(web.url);
    await page.clock.install();
    await say(page, 'one');
    await page.waitForSelector('.reply');
    const again = page.waitForRequest('**/events');
    await page.clock.fastForward('02:00');
    await page.clock.runFor(10_000);
    expect((await again).headers()['last-event-id']).toBe('1');
  });

  it('lets go of its stream in the background, and takes it up where it was', async () => {
    const web = await runningWeb();
    const { page } = await open(web.url);
    await page.clock.install();
    const turn = (state: string) =>
      page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        void document.dispatchEvent(new Event('visibilitychange'))`);
    const streaming = page.waitForResponse('**/events');
    await say(page, 'one');
    await page.waitForSelector('.reply');
    await streaming;
    const ended = page.waitForEvent('requestfailed', {
      predicate: (request) => request.url().endsWith('/events'),
    });
    await turn('hidden');
    await page.clock.runFor(31_000);
    await ended;
    expect(await page.innerText('#state')).toBe('');
    const again = page.waitForRequest('**/events');
    await turn('visible');
    expect((await again).headers()['last-event-id']).toBe('1');
  });

  it('is one talk in each of two tabs, and the same talk in a copied tab', async () => {
    const web = await runningWeb();
    const { page: first, context, accidents } = await open(web.url);
    await say(first, 'in the first');
    await first.waitForSelector('.reply');
    const { page: second } = await opened(context, web.url);
    await say(second, 'in the second');
    await second.waitForSelector('.reply');
    expect(await first.locator('.reply').allInnerTexts()).toEqual(['in the first']);
    expect(await second.locator('.reply').allInnerTexts()).toEqual(['in the second']);
    expect(new Set(web.host.received.map(({ conversation }) => conversation)).size).toBe(2);

    const waiting = context.waitForEvent('page');
    await first.evaluate("void window.open('/', '_blank', 'opener')");
    const copy = await waiting;
    await copy.waitForSelector('.reply');
    await say(copy, 'in the copy');
    await expect.poll(() => first.locator('.reply').allInnerTexts()).toEqual(['in the first', 'in the copy']);
    expect(await first.locator('.mine p').allInnerTexts()).toEqual(['in the first', 'in the copy']);
    expect(await copy.locator('.reply').allInnerTexts()).toEqual(['in the first', 'in the copy']);
    expect(accidents).toEqual([]);
  });

  it('keeps ticked steps over a reload', async () => {
    const steps = [{ text: 'First.' }, { text: 'Second.', command: 'ipconfig' }];
    const web = await runningWeb(() =>
      answerReply('fix', '', { kind: 'fix', blocks: [{ type: 'steps', items: steps }] }),
    );
    const { page } = await open(web.url);
    await say(page, 'one');
    await page.locator('.steps input').nth(1).check();
    await page.reload();
    expect(await page.locator('.steps input').nth(1).isChecked()).toBe(true);
    expect(await page.locator('.steps input').nth(0).isChecked()).toBe(false);
  });
});

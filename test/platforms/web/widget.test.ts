import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { framedBy } from '../../../src/server/security-headers.ts';
import { describeInBrowser } from './in-browser.ts';
import { runningWeb } from './running-web.ts';

/**
 * A site with the one line of the widget and a strict policy of its own, and an Askfix that it may frame, or not. To a
 * browser `localhost` is another site than `127.0.0.1`.
 */
async function siteWithWidget(isAllowed: boolean) {
  let askfix = '';
  const server = createServer((_request, response) => {
    const policy = `default-src 'none'; script-src ${askfix}; frame-src ${askfix}`;
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
      <script src="${askfix}/widget.js" data-label="Ask us" defer></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const site = `http://localhost:${(server.address() as AddressInfo).port}`;
  const web = await runningWeb(undefined, {
    pageHeaders: framedBy([isAllowed ? site : 'https://other.example.org']),
  });
  askfix = web.url;
  return { site, web };
}

describeInBrowser('the widget', (open) => {
  it('shows the chat on an allowed site, keeps its talk, and closes by Escape', async () => {
    const { site, web } = await siteWithWidget(true);
    const { page, accidents } = await open(site);
    expect(page.frames()).toHaveLength(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const chat = page.frameLocator('iframe');
    await chat.locator('#text').fill('one');
    await chat.locator('#text').press('Enter');
    await chat.locator('.reply').first().waitFor();
    await chat.locator('#text').fill('two');
    await chat.locator('#text').press('Enter');
    await chat.locator('.reply').nth(1).waitFor();
    // The cookie came back, though the frame is on another site.
    expect(new Set(web.host.received.map(({ conversation }) => conversation)).size).toBe(1);
    expect(await chat.locator('.remark').count()).toBe(0);
    await chat.locator('#text').press('Escape');
    await page.waitForSelector('iframe', { state: 'hidden' });
    expect(await page.innerText('button')).toBe('Ask us');
    expect(accidents).toEqual([]);
  });

  it('is refused on any other site', async () => {
    const { site, web } = await siteWithWidget(false);
    const { page, accidents } = await open(site);
    await page.click('button');
    await expect.poll(() => accidents.join()).toContain('frame-ancestors');
    expect(web.host.received).toEqual([]);
  });
});

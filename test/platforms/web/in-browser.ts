import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

/** A page with everything that must never happen in it: dialogs, errors, refused scripts. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly accidents: readonly string[];
}

export type Open = (url: string, options?: BrowserContextOptions) => Promise<Opened>;

/** Tests in a real Chromium; without one they are skipped, and their title says so. */
export function describeInBrowser(title: string, body: (open: Open) => void): void {
  const hint = browserPath ? '' : ' (skipped: no Chromium in /usr/bin; apt-get install chromium)';
  describe.skipIf(!browserPath)(`${title}, in a browser${hint}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());
    body(async (url, options = {}) => {
      const context = await browser.newContext({ locale: 'en-US', ...options });
      onTestFinished(() => context.close());
      return opened(context, url);
    });
  });
}

/** One more tab of this browser. */
export async function opened(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const accidents = accidentsOf(page);
  await page.goto(url);
  return { page, context, accidents };
}

function accidentsOf(page: Page): readonly string[] {
  const accidents: string[] = [];
  page.on('dialog', (dialog) => {
    accidents.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => accidents.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      accidents.push(message.text());
  });
  return accidents;
}

/** Types into the message box and sends. */
export async function say(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
}

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPage } from '../../../src/platforms/web/page.ts';
import { runningWeb } from './running-web.ts';

const pageFolder = new URL('../../../src/platforms/web/page/', import.meta.url);

it('is small: everything of the first load together is below 100 kB compressed', async () => {
  const names = await readdir(pageFolder);
  expect(names).toContain('index.html');
  const files = await loadPage(fileURLToPath(pageFolder));
  const request = new Request('http://localhost/', { headers: { 'accept-encoding': 'br, gzip' } });
  const sizes = await Promise.all(
    files.map(async (file) => (await file.respond(request).arrayBuffer()).byteLength),
  );
  expect(files.length).toBeGreaterThan(names.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});

it('asks for all its modules at once', async () => {
  const files = await loadPage(fileURLToPath(pageFolder));
  const modules = files
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.js') && path !== '/widget.js');
  const index = await readFile(new URL('index.html', pageFolder), 'utf8');
  const asked = [...index.matchAll(/(?:modulepreload" href|module" src)="([^"]+)"/g)].map(([, path]) => path);
  expect(asked.sort()).toEqual(modules.sort());
});

it('is the same with and without compression', async () => {
  const { url } = await runningWeb();
  const texts = ['gzip', 'identity', 'gzip;q=0'].map(async (encoding) => {
    const response = await fetch(`${url}/chat/lit/lit-html.js`, { headers: { 'accept-encoding': encoding } });
    return [response.headers.get('content-encoding'), await response.text()];
  });
  const [zipped, plain, refused] = await Promise.all(texts);
  expect([zipped?.[0], plain?.[0], refused?.[0]]).toEqual(['gzip', null, null]);
  expect(zipped?.[1]).toBe(plain?.[1]);
});

it('is served with its type, and with 304 when nothing changed', async () => {
  const { url } = await runningWeb();
  const page = await fetch(url);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).not.toMatch(/<script(?![^>]*src=)|style=|onload=|https?:\/\//);
  const again = await fetch(url, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  expect((await fetch(`${url}/chat/chat.js`)).headers.get('content-type')).toBe(
    'text/javascript; charset=utf-8',
  );
  expect((await fetch(`${url}/chat/..%2fweb.ts`)).status).toBe(404);
});

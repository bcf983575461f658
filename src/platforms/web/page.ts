import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** What the page uses of lit-html, as its package holds it; it runs in browsers unbuilt. */
const libraryFiles = ['lit-html.js', 'directive.js', 'directive-helpers.js', 'directives/repeat.js'];

type HeaderMap = Readonly<Record<string, string>>;

/** A file of the page, ready to be sent. */
export interface PageFile {
  /** Where it is served: `/` for index.html, `/widget.js`, `/chat/<name>` for the rest, `/chat/lit/<name>` for the library. */
  readonly path: string;
  respond(request: Request): Response;
}

/**
 * Reads the page's files and its library into memory. Only what stands in the folder now can ever be served: there is
 * no path to traverse. `headers` are sent with `/` besides the usual ones.
 */
export async function loadPage(folder: string, headers: HeaderMap = {}): Promise<readonly PageFile[]> {
  const special: Readonly<Record<string, Placed>> = {
    'index.html': { path: '/', headers },
    // For pages of other sites to load.
    'widget.js': { path: '/widget.js', headers: { 'cross-origin-resource-policy': 'cross-origin' } },
  };
  const names = (await readdir(folder)).filter((name) => extname(name) in contentTypes);
  const library = dirname(findPackageJSON('lit-html', import.meta.url) as string);
  return Promise.all([
    ...names.map(async (name) =>
      pageFile(await readFile(join(folder, name)), special[name] ?? { path: `/chat/${name}` }),
    ),
    ...libraryFiles.map(async (name) =>
      pageFile(await readFile(join(library, name)), { path: `/chat/lit/${name}` }),
    ),
  ]);
}

interface Placed {
  readonly path: string;
  readonly headers?: HeaderMap;
}

function pageFile(content: Buffer<ArrayBuffer>, { path, headers: more = {} }: Placed): PageFile {
  const etag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
  const zipped = gzipSync(content, { level: 9 });
  // Asked for anew each time, and answered with 304: after an update nobody runs half of the old page.
  const unchanged = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding', ...more };
  const headers = { ...unchanged, 'content-type': contentTypes[extname(path) || '.html'] as string };
  return {
    path,
    respond(request) {
      if (request.headers.get('if-none-match') === etag)
        return new Response(null, { status: 304, headers: unchanged });
      return takesGzip(request)
        ? new Response(zipped, { headers: { ...headers, 'content-encoding': 'gzip' } })
        : new Response(content, { headers });
    },
  };
}

function takesGzip(request: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers.get('accept-encoding') ?? '');
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of the page, ready to be sent. */
export interface PageFile {
  /** Where it is served: `/` for index.html, `/chat/<name>` for the rest. */
  readonly path: string;
  respond(request: Request): Response;
}

/**
 * Reads the page's files into memory. Only what stands in the folder now can ever be served: there is no path to
 * traverse.
 */
export async function loadPage(folder: string): Promise<readonly PageFile[]> {
  const names = (await readdir(folder)).filter((name) => extname(name) in contentTypes);
  return Promise.all(names.map(async (name) => pageFile(name, await readFile(join(folder, name), 'utf8'))));
}

function pageFile(name: string, content: string): PageFile {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
  // Asked for anew each time, and answered with 304: after an update nobody runs half of the old page.
  const headers = {
    'content-type': contentTypes[extname(name)] as string,
    etag,
    'cache-control': 'no-cache',
  };
  return {
    path: name === 'index.html' ? '/' : `/chat/${name}`,
    respond: (request) =>
      request.headers.get('if-none-match') === etag
        ? new Response(null, { status: 304, headers: { etag } })
        : new Response(content, { headers }),
  };
}

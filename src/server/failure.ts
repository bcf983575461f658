/** One shape for everything that goes wrong: `{ error: { code, message } }`, or a small page for a browser's address bar. */
export interface Failure {
  readonly status: number;
  /** For programs: words joined by `_`. */
  readonly code: string;
  /** For people: what happened and what to do. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds after which a browser asks again by itself. */
  readonly againAfter?: number;
}

/** @param request decides the form: a page when a browser navigates outside the API, JSON otherwise */
export function failureResponse(failure: Failure, request?: Request): Response {
  if (request && wantsPage(request)) return failurePage(failure);
  const { status, code, message, headers } = failure;
  return Response.json({ error: { code, message } }, { status, headers });
}

function wantsPage(request: Request): boolean {
  const isApi = new URL(request.url).pathname.startsWith('/api/');
  return !isApi && request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html');
}

/** `message` never holds text from outside, so that nothing needs escaping here. */
function failurePage({ status, message, headers, againAfter }: Failure): Response {
  const again = againAfter === undefined ? {} : { refresh: String(againAfter) };
  const title = againAfter === undefined ? String(status) : 'Askfix';
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Askfix</title><h1>${title}</h1><p>${message}</p><p><a href="/">Askfix</a></p></html>\n`;
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...again, ...headers },
  });
}

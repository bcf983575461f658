import { readFileSync } from 'node:fs';
import type { Hono, HonoRequest } from 'hono';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { failureResponse } from '../failure.ts';
import { starting } from '../failures.ts';
import { codePage, codeSearchPage } from './code-page.ts';
import { lookUpCode } from './look-up-code.ts';

const stylesheet = readFileSync(new URL('./code-page.css', import.meta.url), 'utf8');

/**
 * `GET /api/v1/codes/:code` for programs, `/codes/:code` and the search at `/codes` for people: what a code means,
 * without a talk.
 *
 * @param knowledge null while it is not loaded
 */
export function mountCodes(app: Hono, knowledge: () => Knowledge | null): void {
  app.get('/api/v1/codes/:code', ({ req }) => {
    const known = knowledge();
    if (known === null) return failureResponse(starting);
    const code = req.param('code');
    const readings = lookUpCode(code, known);
    return readings.length === 0 ? failureResponse(unreadableCode) : Response.json({ code, readings });
  });
  app.get('/codes', ({ req }) => {
    const code = req.query('code')?.trim();
    if (code) return seeOther(`/codes/${encodeURIComponent(code.toWellFormed())}`);
    return htmlResponse(codeSearchPage(languageOf(req)), 200);
  });
  app.get('/codes/:code', ({ req }) => {
    const known = knowledge();
    if (known === null) return failureResponse(starting, req.raw);
    const code = req.param('code');
    const readings = lookUpCode(code, known);
    return htmlResponse(
      codePage({ code, readings, language: languageOf(req) }),
      readings.length === 0 ? 404 : 200,
    );
  });
  app.get(
    '/code-page.css',
    () => new Response(stylesheet, { headers: { 'content-type': 'text/css; charset=utf-8' } }),
  );
}

function htmlResponse(page: string, status: number): Response {
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language' },
  });
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** The language that the address asks for; else browsers name the one they like best first. */
function languageOf(request: HonoRequest): 'en' | 'zh' {
  const asked = request.query('language') ?? request.header('accept-language');
  return asked?.trim().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const unreadableCode = {
  status: 404,
  code: 'unknown_code',
  message: 'This is no error code that can be read. Send the code alone, such as 0x80070057 or -2147024809.',
};

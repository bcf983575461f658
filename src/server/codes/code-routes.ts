import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { failureResponse } from '../failure.ts';
import { starting } from '../failures.ts';
import { codePage } from './code-page.ts';
import { lookUpCode } from './look-up-code.ts';

const stylesheet = readFileSync(new URL('./code-page.css', import.meta.url), 'utf8');

/**
 * `GET /api/v1/codes/:code` for programs and `/codes/:code` for people: what a code means, without a talk.
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
  app.get('/codes/:code', ({ req }) => {
    const known = knowledge();
    if (known === null) return failureResponse(starting, req.raw);
    const code = req.param('code');
    const readings = lookUpCode(code, known);
    const page = codePage({ code, readings, language: firstLanguage(req.header('accept-language')) });
    return new Response(page, {
      status: readings.length === 0 ? 404 : 200,
      headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language' },
    });
  });
  app.get(
    '/code-page.css',
    () => new Response(stylesheet, { headers: { 'content-type': 'text/css; charset=utf-8' } }),
  );
}

/** Browsers name the language they like best first. */
function firstLanguage(acceptLanguage: string | undefined): 'en' | 'zh' {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const unreadableCode = {
  status: 404,
  code: 'unknown_code',
  message: 'This is no error code that can be read. Send the code alone, such as 0x80070057 or -2147024809.',
};

import { expect, it } from 'vitest';
import { cookieFor } from '../../../src/platforms/web/browser.ts';

function rulesFor(origin: string, headers: Record<string, string> = {}): string {
  const request = new Request('http://localhost/api/v1/messages', { headers: { origin, ...headers } });
  return cookieFor(request, 'x'.repeat(22)).split('HttpOnly; ')[1] as string;
}

it.each([
  ['https://help.example.org', {}, 'SameSite=Lax; Secure; Max-Age=2592000'],
  ['http://intranet:8080', {}, 'SameSite=Lax; Max-Age=2592000'],
  [
    'https://help.example.org',
    { 'askfix-embedded': '1' },
    'SameSite=None; Secure; Partitioned; Max-Age=2592000',
  ],
  [
    'http://127.0.0.1:8080',
    { 'askfix-embedded': '1' },
    'SameSite=None; Secure; Partitioned; Max-Age=2592000',
  ],
  ['http://127.0.0.1.example.org', { 'askfix-embedded': '1' }, 'SameSite=Lax; Max-Age=2592000'],
  ['http://intranet:8080', { 'askfix-embedded': '1' }, 'SameSite=Lax; Max-Age=2592000'],
])('the cookie of a page from %s with %o is %s', (origin, headers, rules) => {
  expect(rulesFor(origin, headers as Record<string, string>)).toBe(rules);
});

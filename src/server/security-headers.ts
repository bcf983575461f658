const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * Sent with every response, also with those that go wrong before any route is reached; a route that needs another
 * value sets the header itself. No script or style may stand inside a page, nothing comes from another host, nobody
 * may frame us.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [...policy, "frame-ancestors 'none'"].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * What a page sends instead that other sites may frame: `origins` and nobody else. Browsers that know
 * `frame-ancestors`, which is all that the page runs in, then pay no heed to `x-frame-options`.
 */
export function framedBy(origins: readonly string[]): Readonly<Record<string, string>> {
  if (origins.length === 0) return {};
  return { 'content-security-policy': [...policy, `frame-ancestors ${origins.join(' ')}`].join('; ') };
}

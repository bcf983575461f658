import type { MiddlewareHandler } from 'hono';
import { failureResponse } from './failure.ts';
import { foreign } from './failures.ts';
import { isLoopback } from './loopback.ts';

export interface OriginRules {
  /** The address the server listens on. */
  readonly host: string;
  /** From where pages are served besides our own address, as `URL.origin` writes them. */
  readonly publicOrigins?: readonly string[];
}

/** A page of another site may neither change anything nor read the API through its visitor's browser. */
export function refuseForeignPages(rules: OriginRules): MiddlewareHandler {
  return async (context, next) => {
    const { raw, path, method } = context.req;
    const origin = raw.headers.get('origin');
    if (origin === null) return next();
    const matters = path.startsWith('/api/') || (method !== 'GET' && method !== 'HEAD');
    if (!matters || isOwnOrigin(origin, raw.headers.get('host') ?? '', rules)) return next();
    return failureResponse(foreign);
  };
}

/**
 * Whether a browser that sent this `Origin` shows one of our pages.
 *
 * An origin equal to the `Host` header is not enough: with DNS rebinding a foreign name points to this machine and
 * both headers carry it. So a name that is not loopback must be a public origin, unless the server listens to
 * everybody anyway and no public origin was named.
 */
function isOwnOrigin(origin: string, hostHeader: string, { host, publicOrigins = [] }: OriginRules): boolean {
  if (publicOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.host !== hostHeader.toLowerCase()) return false;
  return isLoopback(url.hostname) || (publicOrigins.length === 0 && !isLoopback(host));
}

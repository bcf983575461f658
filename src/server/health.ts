import type { Hono } from 'hono';

export type Readiness = 'starting' | 'ready' | 'stopping';

/**
 * `/healthz`: the process answers, from the first moment on; restart it when this fails.
 * `/readyz`: it can take messages; 503 while it loads and while it stops, so that a balancer sends nothing.
 */
export function mountHealth(app: Hono, readiness: () => Readiness): void {
  app.get('/healthz', () => statusResponse(200, 'alive'));
  app.get('/readyz', () => statusResponse(readiness() === 'ready' ? 200 : 503, readiness()));
}

function statusResponse(status: number, word: string): Response {
  return Response.json({ status: word }, { status, headers: { 'cache-control': 'no-store' } });
}

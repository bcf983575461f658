import type { Hono } from 'hono';

export type Readiness = 'starting' | 'ready' | 'stopping';

/**
 * `/healthz`: the process answers, from the first moment on; restart it when this fails.
 * `/readyz`: it can take messages; 503 while it loads, while it stops and while the disk takes nothing, so that a
 * balancer sends nothing.
 */
export function mountHealth(
  app: Hono,
  readiness: () => Readiness,
  takesWrites: () => Promise<boolean>,
): void {
  app.get('/healthz', () => statusResponse(200, 'alive'));
  app.get('/readyz', async () => {
    if (readiness() !== 'ready') return statusResponse(503, readiness());
    return (await takesWrites()) ? statusResponse(200, 'ready') : statusResponse(503, 'disk');
  });
}

function statusResponse(status: number, word: string): Response {
  return Response.json({ status: word }, { status, headers: { 'cache-control': 'no-store' } });
}

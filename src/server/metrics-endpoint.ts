import type { Hono, MiddlewareHandler } from 'hono';
import { type Failure, failureResponse } from './failure.ts';
import { isLoopback } from './loopback.ts';
import { type Metric, processMetrics, renderMetrics } from './metrics.ts';

export interface MetricsOptions {
  /** The address the server listens on. */
  readonly host: string;
  readonly apiToken?: { matches(candidate: string): boolean } | null;
  readonly metrics?: () => Promise<readonly Metric[]>;
}

/** `/metrics`: this process, its responses, and what the others measure. */
export function mountMetrics(app: Hono, options: MetricsOptions): void {
  const counts = new Map<string, number>();
  app.use(countResponses(counts));
  app.get('/metrics', guard(options), async () => {
    const metrics = [...processMetrics(), responseMetric(counts), ...((await options.metrics?.()) ?? [])];
    return new Response(renderMetrics(metrics), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
  });
}

/** Numbers tell strangers about a company: they take the token, or nobody else must be able to reach us. */
function guard({ host, apiToken }: MetricsOptions): MiddlewareHandler {
  return async (context, next) => {
    if (!apiToken) return isLoopback(host) ? next() : failureResponse(off);
    const [scheme, token = ''] = (context.req.header('authorization') ?? '').split(' ');
    return scheme?.toLowerCase() === 'bearer' && apiToken.matches(token)
      ? next()
      : failureResponse(tokenNeeded);
  };
}

function countResponses(counts: Map<string, number>): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const status = `${Math.floor(context.res.status / 100)}xx`;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  };
}

function responseMetric(counts: ReadonlyMap<string, number>): Metric {
  return {
    name: 'askfix_http_responses_total',
    help: 'HTTP responses by class of status.',
    kind: 'counter',
    samples: [...counts].map(([status, value]) => ({ labels: { status }, value })),
  };
}

const off: Failure = {
  status: 403,
  code: 'metrics_off',
  message: 'Metrics are off because other machines can reach this server. Set API_TOKEN to switch them on.',
};

const tokenNeeded: Failure = {
  status: 401,
  code: 'token_needed',
  message: 'Metrics need the header "Authorization: Bearer …" with the value of API_TOKEN.',
  headers: { 'www-authenticate': 'Bearer' },
};

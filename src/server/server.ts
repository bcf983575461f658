import { Hono } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Log } from '../log.ts';
import type { PlatformHost } from '../message.ts';
import { limitBody } from './body-limit.ts';
import { mountCodes } from './codes/code-routes.ts';
import { failureResponse } from './failure.ts';
import { broken, notFound, starting, wrongMethod } from './failures.ts';
import { mountHealth, type Readiness } from './health.ts';
import { createListener } from './listener.ts';
import type { Metric } from './metrics.ts';
import { mountMetrics } from './metrics-endpoint.ts';
import { refuseForeignPages } from './origin.ts';

/** How long `stop` lets requests finish; the messages API itself waits up to 10 s for an answer. */
const graceMs = 10_000;

export interface ServerOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly log: Log;
  /** Where browsers see our pages besides `host:port`, as `URL.origin` writes them. */
  readonly publicOrigins?: readonly string[];
  /** What `/metrics` asks for. */
  readonly apiToken?: { matches(candidate: string): boolean } | null;
  /** The knowledge in use; null while it is loading. */
  readonly knowledge?: () => Knowledge | null;
  /** Whether the store can keep anything; absent = always. */
  readonly takesWrites?: () => Promise<boolean>;
  /** Everything that `/metrics` shows besides what the server knows itself. */
  readonly metrics?: () => Promise<readonly Metric[]>;
}

export interface Server {
  /** Mounts a handler; `:name` in the path marks a parameter. Also while listening. @throws when the route is taken */
  readonly route: PlatformHost['route'];
  /** Starts to listen. @throws CannotListen */
  listen(): Promise<{ readonly port: number; readonly url: string }>;
  /** Knowledge and store are there (`true`) or not (`false`): what `/readyz` says. */
  setReady(ready: boolean): void;
  /** Not ready, nothing new accepted, streams ended, requests finished within 10 s. May be called twice. */
  stop(): Promise<void>;
}

/** The one HTTP server, with health, metrics and the pages of codes; everything else comes by `route`. */
export function createServer(options: ServerOptions): Server {
  const { host, log } = options;
  let readiness: Readiness = 'starting';
  const app = createApp(options, () => readiness);
  const listener = createListener({
    fetch: (request) => app.fetch(request),
    onError: (error) => log.error({ err: error }, 'a connection could not be accepted'),
  });
  return {
    route: router(app),
    async listen() {
      const { port } = await listener.listen(host, options.port);
      return { port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` };
    },
    setReady(ready) {
      if (readiness !== 'stopping') readiness = ready ? 'ready' : 'starting';
    },
    async stop() {
      readiness = 'stopping';
      await listener.close(graceMs);
    },
  };
}

function createApp(options: ServerOptions, readiness: () => Readiness): Hono {
  // Platforms mount their routes while we already listen; hono's usual router takes none after its first match.
  const app = new Hono({ router: new TrieRouter() });
  // First, so that it counts every response.
  mountMetrics(app, options);
  app.use(refuseForeignPages(options), limitBody());
  mountHealth(app, readiness, options.takesWrites ?? (async () => true));
  mountCodes(app, options.knowledge ?? (() => null));
  app.notFound(({ req }) => {
    const methods = methodsAt(app, req.path);
    const missing = methods.length === 0 ? notFound : wrongMethod(methods);
    return failureResponse(readiness() === 'starting' ? starting : missing, req.raw);
  });
  app.onError((error, { req }) => {
    // Not the path: it may hold a conversation's secret.
    options.log.error({ err: error, method: req.method }, 'a request failed');
    return failureResponse(broken, req.raw);
  });
  return app;
}

/** The methods that some route takes at a path; what is mounted for every method is no route but looks at them all. */
function methodsAt(app: Hono, path: string): string[] {
  const mounted = new Set(app.routes.map(({ method }) => method).filter((method) => method !== 'ALL'));
  const taken = [...mounted].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  // HEAD is answered wherever GET is.
  return taken.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).sort();
}

function router(app: Hono): PlatformHost['route'] {
  const taken = new Set<string>();
  return (method, path, handler) => {
    const name = `${method} ${path}`;
    if (taken.has(name))
      throw new Error(`The route ${name} is mounted twice; two platforms want the same path.`);
    taken.add(name);
    app.on(method, path, ({ req }) => handler(req.raw, req.param()));
  };
}

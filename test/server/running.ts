import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createServer, type Server, type ServerOptions } from '../../src/server/server.ts';

export interface Running {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  /** The log's lines, parsed. */
  readonly logged: readonly Record<string, unknown>[];
}

/** A real server on a free loopback port, stopped at the end of the test. */
export async function runningServer(options: Partial<ServerOptions> = {}): Promise<Running> {
  const logged: Record<string, unknown>[] = [];
  const log = createLog(readConfig({ LOG_LEVEL: 'debug' }), {
    write: (line) => logged.push(JSON.parse(line)),
  });
  const server = createServer({ host: '127.0.0.1', port: 0, log, ...options });
  const { port, url } = await server.listen();
  onTestFinished(() => server.stop());
  return { server, url, port, logged };
}

/** The `error` of a failure's JSON. */
export async function errorOf(
  response: Response,
): Promise<{ readonly code: string; readonly message: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return error;
}

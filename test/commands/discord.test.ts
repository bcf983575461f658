import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/discord.ts';
import { captureOutput } from './captured-output.ts';

/** The part of Discord that keeps an application's commands. */
function commandServer() {
  const requests: string[] = [];
  let commands: object[] = [];
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    requests.push(`${request.method} ${path}`);
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.headers.authorization !== 'Bot good-token')
      return answer(401, { code: 0, message: '401: Unauthorized' });
    if (path === '/api/v10/applications/@me') return answer(200, { id: '77' });
    if (request.method === 'PUT')
      commands = (JSON.parse(body) as object[]).map((command, index) => ({ id: `${index}`, ...command }));
    answer(200, commands);

    function answer(status: number, content: unknown): void {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    }
  });
  return new Promise<{ readonly url: string; readonly requests: string[]; close(): Promise<void> }>(
    (resolve) => {
      server.listen(0, '127.0.0.1', () =>
        resolve({
          url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
          requests,
          async close() {
            server.closeAllConnections();
            await new Promise((closed) => server.close(closed));
          },
        }),
      );
    },
  );
}

/** Runs the command and gives its exit code and what it wrote. */
async function captured(words: readonly string[]) {
  const output = captureOutput();
  const result = await run(words);
  vi.restoreAllMocks();
  return { result, ...output };
}

let server: Awaited<ReturnType<typeof commandServer>>;

beforeEach(async () => {
  server = await commandServer();
  vi.stubEnv('DISCORD_API_URL', server.url);
  vi.stubEnv('DISCORD_TOKEN', 'good-token');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

describe('askfix discord register', () => {
  it('registers everywhere, and writes nothing the second time', async () => {
    const first = await captured(['register']);
    expect(first).toMatchObject({ result: 0 });
    expect(first.stdout).toContain('Registered "fix" and "Diagnose this message" everywhere.');
    const second = await captured(['register']);
    expect(second.stdout).toContain('Nothing to do');
    expect(server.requests.filter((request) => !request.startsWith('GET'))).toEqual([
      'PUT /api/v10/applications/77/commands',
    ]);
  });

  it('registers in one server', async () => {
    const { stdout } = await captured(['register', '--guild', '123456789012345678']);
    expect(stdout).toContain('in the server 123456789012345678');
    expect(server.requests).toContain('PUT /api/v10/applications/77/guilds/123456789012345678/commands');
  });

  it('says what to do about a wrong token, a missing one, and a wrong command line', async () => {
    vi.stubEnv('DISCORD_TOKEN', 'bad-token');
    const refused = await captured(['register']);
    expect(refused.result).toBe(1);
    expect(refused.stderr).toContain('Reset Token');
    vi.stubEnv('DISCORD_TOKEN', '');
    expect((await captured(['register'])).stderr).toContain('DISCORD_TOKEN is not set');
    for (const words of [
      [],
      ['remove'],
      ['register', '--guild'],
      ['register', '--guild', 'x'],
      ['register', '-g'],
    ])
      expect((await captured(words)).result).toBe(2);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { settings } from '../../src/config.ts';
import { freePort } from '../fixtures/server-process.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const program = fileURLToPath(new URL('../../bin/askfix.mjs', import.meta.url));

/** What a secret must begin with to be taken. */
const beginnings: Readonly<Record<string, string>> = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' };

const secretNames = Object.entries(settings).flatMap(([name, { secret }]) => (secret ? [name] : []));
const canary = (name: string) =>
  `${beginnings[name] ?? ''}Canary0${name.replaceAll('_', '')}0SingsInTheMineOfTests`;

/** A platform that refuses everything and says back what it was told, as proxies do in their error pages. */
async function rudePlatform(): Promise<string> {
  const server: Server = createServer((request, response) => {
    const headers = JSON.stringify(request.headers);
    const isDiscord = request.url?.includes('/v10/') === true;
    response.writeHead(isDiscord ? 401 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ ok: false, error: 'invalid_auth', message: `401 for ${headers}`, code: 0 }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

interface Ran {
  /** Everything that was printed so far. */
  readonly printed: () => string;
  readonly child: ChildProcess;
}

function runs(words: readonly string[], environment: Readonly<Record<string, string>>): Ran {
  const child = spawn(process.execPath, [program, ...words], {
    env: {
      ...process.env,
      KNOWLEDGE_DIR: '',
      PACKS: 'qq-file-transfer',
      LOG_LEVEL: 'trace',
      HOST: '127.0.0.1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
    });
  return { child, printed: () => printed };
}

/** Asks the server for everything that it shows, politely and rudely. */
async function pagesOf(origin: string): Promise<string> {
  const json = { 'content-type': 'application/json' };
  const requests: readonly (readonly [string, RequestInit?])[] = [
    ['/'],
    ['/healthz'],
    ['/readyz'],
    ['/metrics'],
    ['/metrics', { headers: { authorization: `Bearer ${canary('API_TOKEN')}` } }],
    ['/metrics', { headers: { authorization: 'Bearer wrong-token-of-somebody' } }],
    ['/codes/0x80070057'],
    ['/nothing-here'],
    ['/api/v1/messages', { method: 'POST', headers: json, body: '{"text":"privacy"}' }],
    ['/api/v1/messages', { method: 'POST', headers: json, body: '{"text":"export my data"}' }],
    ['/api/v1/messages', { method: 'POST', headers: json, body: '{' }],
    ['/slack/events', { method: 'POST', headers: json, body: '{"type":"url_verification","challenge":"x"}' }],
    ['/slack/install'],
    ['/slack/oauth_redirect?code=1&state=2'],
  ];
  const answers: string[] = [];
  for (const [path, init] of requests) {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    answers.push(JSON.stringify([...response.headers]), await response.text());
  }
  return answers.join('\n');
}

async function untilReady(origin: string, { child, printed }: Ran): Promise<void> {
  for (let tries = 0; tries < 400 && child.exitCode === null; tries += 1) {
    const isReady = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${origin} did not become ready: ${printed()}`);
}

function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const hasCanary = (text: string) => secretNames.filter((name) => text.includes(canary(name).slice(5, -6)));

describe('secrets of the settings', () => {
  it('are all those marked so', () => {
    expect(secretNames).toEqual(
      expect.arrayContaining(['API_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'DISCORD_TOKEN']),
    );
    expect(hasCanary(`said ${canary('API_TOKEN')}`)).toEqual(['API_TOKEN']);
    const unmarked = Object.keys(settings).filter((name) => /TOKEN|SECRET|PASSWORD|KEY$/.test(name));
    expect(unmarked.filter((name) => !secretNames.includes(name))).toEqual([]);
  });

  it.each([
    ['one workspace by socket', ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET']],
    ['one workspace over HTTP', ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_APP_TOKEN']],
    ['any workspace', ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  ])(
    'stand in no log, error, metric, page or file, %s',
    async (_name, left) => {
      const folder = temporaryFolder();
      const platform = await rudePlatform();
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const names = secretNames.filter((name) => !(left as string[]).includes(name));
      const server = runs(['serve'], {
        ...Object.fromEntries(names.map((name) => [name, canary(name)])),
        PORT: String(port),
        DATA_DIR: folder,
        SLACK_API_URL: `${platform}/api/`,
        DISCORD_API_URL: `${platform}/api`,
        ...(names.includes('SLACK_CLIENT_SECRET') ? { SLACK_CLIENT_ID: '1.2' } : {}),
        PUBLIC_ORIGIN: 'https://askfix.example',
      });
      const { child, printed } = server;
      await untilReady(origin, server);
      const pages = await pagesOf(origin);
      expect(pages).toContain('askfix');
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      expect(printed()).toContain('"level"');
      expect(hasCanary(printed())).toEqual([]);
      expect(hasCanary(pages)).toEqual([]);
      expect(hasCanary(filesIn(folder))).toEqual([]);
    },
    60_000,
  );

  it('stand in no message about wrong settings, nor in what the doctor says', async () => {
    const environment = {
      ...Object.fromEntries(secretNames.map((name) => [name, `${canary(name)} with blanks`])),
      DATA_DIR: temporaryFolder(),
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
    };
    for (const command of ['serve', 'doctor']) {
      const { child, printed } = runs([command], environment);
      await once(child, 'exit');
      expect(printed()).toContain('SLACK_BOT_TOKEN');
      expect(hasCanary(printed())).toEqual([]);
    }
  });
});

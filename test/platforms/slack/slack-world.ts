import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { freePort } from '../../fixtures/server-process.ts';
import { type SocketFront, socketFront } from './socket-front.ts';

export const botToken = 'xoxb-test-bot';
export const appToken = 'xapp-test-app';
export const signingSecret = 'test-signing-secret';

/** One call of the Web API, with its arguments parsed. */
interface ApiRecord {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: arguments of any method, which tests look into
  readonly fields: Record<string, any>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: object;
}

/** What happens to a call instead of reaching the emulator; undefined lets it through. */
type Interference = (record: ApiRecord) => Answer | 'silence' | undefined;

export interface SlackWorld {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly team: string;
  readonly channel: string;
  readonly users: { readonly bot: string; readonly alice: string; readonly bob: string };
  /** Every call, in order. */
  readonly calls: readonly ApiRecord[];
  /** The calls of one method. */
  callsTo(method: string): readonly ApiRecord[];
  readonly socket: SocketFront;
  interfere(how: Interference | null): void;
  /** A direct-message channel of the bot with a user. */
  openDirect(user: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * A workspace: the emulator of the Web API that nobody here wrote, behind a front that records calls, can fail them,
 * and adds what the emulator lacks (apps.connections.open with its socket).
 */
export async function slackWorld(): Promise<SlackWorld> {
  const emulator = await createEmulator({ service: 'slack', port: await freePort(), seed: { slack: seed } });
  const calls: ApiRecord[] = [];
  let interference: Interference | null = null;
  const server = createServer((request, response) => {
    // The workspace may be closed while it is asked.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = socketFront(server, '/link');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const record = { method: (request.url ?? '').replace('/api/', ''), fields: parse(body) };
    calls.push(record);
    const instead = interference?.(record) ?? ownAnswer(record.method, port);
    if (instead === 'silence') return;
    if (instead) {
      response.writeHead(instead.status, { 'content-type': 'application/json', ...instead.headers });
      return void response.end(JSON.stringify(instead.body));
    }
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const reply = await fetch(`${emulator.url}${request.url}`, {
      method: request.method ?? 'POST',
      headers: { authorization, 'content-type': type },
      redirect: 'manual',
      ...(request.method === 'GET' ? {} : { body }),
    });
    const { location } = Object.fromEntries(reply.headers);
    response.writeHead(reply.status, {
      'content-type': 'application/json',
      ...(location ? { location } : {}),
    });
    response.end(await reply.text());
  }

  const ask = async (method: string, fields: Record<string, string> = {}) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}` },
      body: new URLSearchParams(fields),
    });
    // biome-ignore lint/suspicious/noExplicitAny: the emulator's answer, used below by known fields only
    return (await response.json()) as any;
  };
  const { user_id: bot, team_id: team } = await ask('auth.test');
  const { members } = await ask('users.list');
  const { channels } = await ask('conversations.list');
  const idOf = (list: { id: string; name: string }[], name: string) =>
    list.find((one) => one.name === name)?.id ?? '';
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    team,
    channel: idOf(channels, 'help'),
    users: { bot, alice: idOf(members, 'alice'), bob: idOf(members, 'bob') },
    calls,
    callsTo: (method) => calls.filter((call) => call.method === method),
    socket,
    interfere(how) {
      interference = how;
    },
    openDirect: async (user) => (await ask('conversations.open', { users: user })).channel.id,
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}

const seed = {
  team: { name: 'Test', domain: 'test' },
  users: ['askfix', 'alice', 'bob'].map((name) => ({ name, email: `${name}@example.com` })),
  channels: [{ name: 'help' }],
  tokens: [{ token: botToken, user: 'askfix' }],
};

function ownAnswer(method: string, port: number): Answer | undefined {
  if (method !== 'apps.connections.open') return undefined;
  return { status: 200, body: { ok: true, url: `ws://127.0.0.1:${port}/link/?ticket=1` } };
}

/** Slack's client sends forms whose deeper values are JSON. */
function parse(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) && name !== 'text' ? JSON.parse(value) : value,
    ]),
  );
}

export interface Signing {
  readonly secret?: string;
  /** Seconds from now. */
  readonly skew?: number;
  readonly headers?: Record<string, string>;
}

/** A POST as Slack sends it: an event as JSON, a command as a form, an interaction as a form with `payload`. */
export function signedRequest(url: string, body: object, signing: Signing = {}): Request {
  const isEvent = 'event' in body || 'challenge' in body;
  const text = isEvent
    ? JSON.stringify(body)
    : new URLSearchParams(
        'command' in body ? (body as Record<string, string>) : { payload: JSON.stringify(body) },
      ).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000) + (signing.skew ?? 0));
  const digest = createHmac('sha256', signing.secret ?? signingSecret)
    .update(`v0:${timestamp}:${text}`)
    .digest('hex');
  return new Request(url, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
      ...signing.headers,
    },
  });
}

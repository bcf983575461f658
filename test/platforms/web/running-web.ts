import { randomBytes } from 'node:crypto';
import { createWeb, type WebOptions } from '../../../src/platforms/web/web.ts';
import { type Running, runningServer } from '../../server/running.ts';
import { echo, type Script, type ScriptedHost, scriptedHost } from '../scripted-host.ts';

export interface RunningWeb extends Running {
  readonly host: ScriptedHost;
  /** `POST /api/v1/messages` with a JSON body; more headers where given. */
  post(body: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** The event stream of a conversation. */
  events(conversation: string, headers?: Record<string, string>): Promise<Response>;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly conversation: string;
    readonly replies: readonly {
      readonly id: string;
      readonly text: string;
      readonly [key: string]: unknown;
    }[];
    readonly error: { readonly code: string; readonly message: string };
  };
}

/** The web platform on a real server, over a scripted bot. */
export async function runningWeb(
  script: Script = echo,
  options: Partial<WebOptions> = {},
): Promise<RunningWeb> {
  const running = await runningServer();
  const host = scriptedHost(script);
  const web = createWeb({ randomBytes, ...options });
  host.attach(web);
  await web.start({ ...host, route: running.server.route });
  running.server.setReady(true);
  return {
    ...running,
    host,
    async post(body, headers = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await fetch(`${running.url}/api/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: text,
      });
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as Answered['body'],
      };
    },
    events: (conversation, headers = {}) =>
      fetch(`${running.url}/api/v1/conversations/${conversation}/events`, { headers }),
  };
}

/** Reads events from a stream until there are `count` of them; comments and `retry` are skipped. */
export async function readEvents(response: Response, count: number): Promise<{ id: number; text: string }[]> {
  const events: { id: number; text: string }[] = [];
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  while (events.length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const match = /^id: (\d+)\ndata: (.*)$/.exec(block);
      if (match) events.push({ id: Number(match[1]), text: JSON.parse(match[2] as string).text });
    }
  }
  await reader.cancel();
  return events;
}

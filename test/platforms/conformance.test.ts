import { randomBytes, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import type { Call, Incoming, PlatformHost, Reply } from '../../src/message.ts';
import { createTerminal } from '../../src/platforms/terminal.ts';
import { renderText } from '../../src/platforms/text.ts';
import { createWeb } from '../../src/platforms/web/web.ts';
import { failure } from '../delivery/scripted-platform.ts';
import { runningServer } from '../server/running.ts';
import { describePlatform, type PlatformUnderTest } from './conformance.ts';

describePlatform('a chat with visible messages', async () => scriptedChat());
describePlatform('the terminal', async () => typedTerminal());
describePlatform('the web page', async () => browser());

const noRoutes: PlatformHost['route'] = () => {
  throw new Error('This platform needs no HTTP.');
};

interface ChatCall {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly string[];
}

/** A chat as most are: messages stay visible, may be refused, and can be asked for. */
function scriptedChat(): PlatformUnderTest {
  const messages: ChatCall[] = [];
  const sentences: string[] = [];
  let host: PlatformHost | undefined;
  let failing: 'refused' | 'busy' | undefined;
  let events = 0;

  async function hear(what: Pick<Incoming, 'kind' | 'text' | 'choice'>): Promise<void> {
    events += 1;
    const acceptance = await host?.receive({
      platform: 'chat',
      conversation: 'chat:room',
      person: 'person',
      eventKey: `event-${events}`,
      addressed: 'direct',
      address: { to: 'room' },
      ...what,
    });
    if (acceptance?.status === 'refused') sentences.push(acceptance.sentence);
  }

  return {
    platform: {
      name: 'chat',
      repeat: 'visible',
      async start(given) {
        host = given;
      },
      encode: ({ id, blocks, choices }) => [
        {
          body: {
            id,
            text: JSON.stringify(blocks),
            labels: choices.map(({ label }) => label),
          } satisfies ChatCall,
        },
      ],
      async send({ body }) {
        const how = failing;
        failing = undefined;
        if (how) throw failure(how === 'busy');
        messages.push(body as ChatCall);
        return { messageId: `${messages.length}` };
      },
      reconcile: async ({ body }: Call) =>
        messages.some(({ id }) => id === (body as ChatCall).id) ? 'sent' : 'missing',
      async stop() {
        host = undefined;
      },
    },
    route: noRoutes,
    address: { to: 'room' },
    faultsOf: () => [],
    say: (text) => hear({ kind: 'text', text }),
    press: (choice) => hear({ kind: 'choice', text: '', choice }),
    shown: () => [...messages.map(({ text }) => text), ...sentences].join('\n'),
    failNext(how) {
      failing = how;
    },
    close: async () => {},
  };
}

function typedTerminal(): PlatformUnderTest {
  const input = new PassThrough();
  const output = new PassThrough();
  const session = randomUUID();
  let printed = '';
  output.on('data', (data) => {
    printed += data;
  });
  return {
    platform: createTerminal({ input, output, session }),
    route: noRoutes,
    address: { to: `terminal:${session}` },
    faultsOf({ body }) {
      const printed = renderText((body as { readonly reply: Reply }).reply);
      // Only a line break or a tab may move the cursor.
      return printed.match(/[^\P{Cc}\n\t]/gu) ?? [];
    },
    say: async (text) => void input.write(`${text}\n`),
    shown: () => printed,
    close: async () => void input.end(),
  };
}

/** A browser without a screen: posts messages, and reads the event stream from the first answer on. */
async function browser(): Promise<PlatformUnderTest> {
  const running = await runningServer();
  running.server.setReady(true);
  const leaving = new AbortController();
  const { signal } = leaving;
  let conversation: string | undefined;
  let streamed = '';
  let refusals = '';

  async function read(): Promise<void> {
    const response = await fetch(`${running.url}/api/v1/conversations/${conversation}/events`, { signal });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) streamed += decoder.decode(chunk, { stream: true });
  }

  async function post(what: object): Promise<void> {
    const response = await fetch(`${running.url}/api/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, id: randomUUID(), ...what }),
    });
    const answer = (await response.json()) as { readonly conversation: string };
    if (!response.ok) refusals += JSON.stringify(answer);
    else if (conversation === undefined) {
      conversation = answer.conversation;
      read().catch(() => {});
    }
  }

  return {
    platform: createWeb({ randomBytes }),
    route: running.server.route,
    address: { to: 'web:room' },
    faultsOf: ({ body }) => Object.keys(body as object).filter((name) => name !== 'wake'),
    fetchesWords: true,
    say: (text) => post({ text }),
    press: (choice) => post({ choice }),
    shown: () => textsOf(streamed) + refusals,
    async close() {
      leaving.abort();
    },
  };
}

/** The text of every event, once per id: a browser drops what it has already. */
function textsOf(stream: string): string {
  const events = new Map<string, string>();
  for (const [, id, data] of stream.matchAll(/^id: (\d+)\ndata: (.*)$/gm))
    events.set(id ?? '', JSON.parse(data ?? '').text);
  return [...events.values()].join('\n');
}

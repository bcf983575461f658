import { fileURLToPath } from 'node:url';
import type { Call, Platform, PlatformHost } from '../../message.ts';
import type { RandomBytes } from './conversation-id.ts';
import { getEvents } from './events.ts';
import { postMessage } from './messages.ts';
import { loadPage } from './page.ts';
import { createStreams, type Streams } from './streams.ts';
import { createTarpit } from './tarpit.ts';

export interface WebOptions {
  /** Secure random bytes, such as `crypto.randomBytes`. */
  readonly randomBytes: RandomBytes;
  /** Where index.html and its files are. */
  readonly pageFolder?: string;
  /** Headers of the page itself besides the usual ones, such as who may frame it. */
  readonly pageHeaders?: Readonly<Record<string, string>>;
  /** Milliseconds that a POST waits for its replies before it answers 202. */
  readonly answerWithinMs?: number;
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeatMs?: number;
  /** Milliseconds that a refusal takes for somebody who sends too much. */
  readonly refusalMs?: number;
}

const shippedPage = fileURLToPath(new URL('./page/', import.meta.url));

/** The chat in the browser and its HTTP API, a platform like any other. */
export function createWeb(options: WebOptions): Platform {
  const {
    randomBytes,
    pageFolder = shippedPage,
    pageHeaders,
    answerWithinMs = 10_000,
    heartbeatMs = 15_000,
    refusalMs = 1_000,
  } = options;
  const tarpit = createTarpit(refusalMs);
  let streams: Streams | undefined;

  async function start(host: PlatformHost): Promise<void> {
    const replies = (conversation: string, sequence: number) => host.replies(conversation, sequence);
    const open = createStreams({ replies, heartbeatMs });
    streams = open;
    for (const file of await loadPage(pageFolder, pageHeaders))
      host.route('GET', file.path, async (request) => file.respond(request));
    host.route('POST', '/api/v1/messages', (request) =>
      postMessage(request, { host, randomBytes, answerWithinMs, tarpit }),
    );
    host.route('GET', '/api/v1/conversations/:conversation/events', (request, { conversation = '' }) =>
      getEvents(request, conversation, { host, streams: open }),
    );
  }

  return {
    name: 'web',
    repeat: 'harmless',
    speaksWithPrograms: true,
    start,
    // The reply itself is stored; a call only says where there is something new to read.
    encode: (_reply, address) => [{ body: { wake: address.to } }],
    async send(call) {
      await streams?.wake(whom(call));
      return {};
    },
    async stop() {
      streams?.close();
    },
  };
}

function whom({ body }: Call): string {
  return (body as { readonly wake: string }).wake;
}

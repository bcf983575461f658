import type { PlatformHost } from '../../message.ts';
import { createStream, type Stream } from './stream.ts';

/** A tab or two, and reconnects whose end was not noticed yet. */
const mostPerConversation = 6;
/** Each costs a socket and a few kilobytes. */
const mostTogether = 5_000;

export interface StreamSource {
  readonly replies: PlatformHost['replies'];
  /** Milliseconds between two signs of life; proxies cut what is silent, often after 60 s. */
  readonly heartbeatMs: number;
}

/** All open event streams. */
export interface Streams {
  /** The replies after sequence `after`, those stored and those to come; null when there are too many streams already. */
  open(conversation: string, after: number): ReadableStream<Uint8Array> | null;
  /** Something new is stored for this conversation. */
  wake(conversation: string): Promise<void>;
  close(): void;
}

/** No streams yet; they live until their readers go, or until `close`. */
export function createStreams({ replies, heartbeatMs }: StreamSource): Streams {
  const all = new Map<string, Set<Stream>>();
  let total = 0;
  const each = () => [...all.values()].flatMap((streams) => [...streams]);
  const heartbeat = setInterval(showLife, heartbeatMs).unref();

  function showLife(): void {
    for (const stream of each()) stream.showLife();
  }

  function remove(conversation: string, stream: Stream): void {
    const streams = all.get(conversation);
    if (!streams?.delete(stream)) return;
    total -= 1;
    if (streams.size === 0) all.delete(conversation);
  }

  return {
    open(conversation, after) {
      const streams = all.get(conversation) ?? new Set();
      if (streams.size >= mostPerConversation || total >= mostTogether) return null;
      const stream = createStream({
        conversation,
        after,
        replies,
        onEnd: () => remove(conversation, stream),
      });
      all.set(conversation, streams.add(stream));
      total += 1;
      void stream.refresh();
      return stream.body;
    },
    async wake(conversation) {
      await Promise.all([...(all.get(conversation) ?? [])].map((stream) => stream.refresh()));
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of each()) stream.end();
    },
  };
}

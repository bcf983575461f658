import type { PlatformHost, StoredReply } from '../../message.ts';
import { replyJson } from './reply-json.ts';

/** Bytes that a reader may leave unread before it is cut off; it reconnects and resumes. */
const mostUnread = 256 * 1024;
/** Milliseconds after which a browser reconnects. */
const retryMs = 2_000;

const encoder = new TextEncoder();

export interface StreamOptions {
  readonly conversation: string;
  /** The last reply that the reader already has; 0 = none. */
  readonly after: number;
  readonly replies: PlatformHost['replies'];
  /** Called once, whoever ended it. */
  readonly onEnd: () => void;
}

/** One reader of a conversation's replies. */
export interface Stream {
  readonly body: ReadableStream<Uint8Array>;
  /** There may be something new: fetches and writes all that is stored after the last written reply. */
  refresh(): Promise<void>;
  /** A comment, so that nobody in between takes the connection for dead. */
  showLife(): void;
  end(): void;
}

/**
 * An event stream that fetches what it writes: being woken only says that there is something new. So every reply is
 * written once and in order, whoever woke it how often.
 */
export function createStream({ conversation, after, replies, onEnd }: StreamOptions): Stream {
  let sequence = after;
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let fetching = false;
  let again = false;

  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => {
        controller = null;
        onEnd();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );

  function write(text: string): void {
    controller?.enqueue(encoder.encode(text));
    if ((controller?.desiredSize ?? 0) < -mostUnread) end();
  }

  function end(): void {
    if (controller === null) return;
    controller.close();
    controller = null;
    onEnd();
  }

  function deliver(stored: StoredReply): void {
    if (stored.sequence <= sequence) return;
    sequence = stored.sequence;
    // A store may give a part of a long list only.
    again = true;
    write(`id: ${sequence}\ndata: ${JSON.stringify(replyJson(stored.reply))}\n\n`);
  }

  async function refresh(): Promise<void> {
    again = true;
    if (fetching) return;
    fetching = true;
    try {
      while (again && controller !== null) {
        again = false;
        for (const stored of await replies(conversation, sequence)) deliver(stored);
      }
    } catch {
      // The store said no. The reader reconnects, and finds everything that is stored by then.
      end();
    } finally {
      fetching = false;
    }
  }

  write(`retry: ${retryMs}\n\n`);
  return { body, refresh, end, showLife: () => write(': still here\n\n') };
}

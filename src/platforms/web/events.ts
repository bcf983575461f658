import type { PlatformHost } from '../../message.ts';
import { conversationKey } from './conversation-id.ts';
import { isKnown } from './messages.ts';
import { refusalResponse, unknownConversation } from './refusal.ts';
import type { Streams } from './streams.ts';

export interface EventsOptions {
  readonly host: PlatformHost;
  readonly streams: Streams;
}

/**
 * `GET /api/v1/conversations/:conversation/events`: the replies after `Last-Event-ID`, and all that follow. A page that
 * was reloaded cannot set that header and says `?after=` instead; the header, which a reconnecting browser sends, is newer.
 */
export async function getEvents(
  request: Request,
  conversation: string,
  options: EventsOptions,
): Promise<Response> {
  const { host, streams } = options;
  if (!(await isKnown(request, conversation, host))) return refusalResponse(unknownConversation);
  const stream = streams.open(conversationKey(conversation), lastSequence(request));
  if (stream === null) return refusalResponse(tooManyStreams);
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}

/** 0 = from the beginning, also for what is no number: a reader drops what it already has. */
function lastSequence(request: Request): number {
  const said = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '';
  return /^\d{1,15}$/.test(said) ? Number(said) : 0;
}

const tooManyStreams = {
  status: 429,
  code: 'too_many_streams',
  message: 'Too many event streams are open. Close other tabs of this conversation and try again.',
};

import type { Incoming, PlatformHost } from '../../message.ts';
import { cookieFor, isBrowser, mayUse } from './browser.ts';
import {
  conversationKey,
  conversationOfFirstMessage,
  isConversationId,
  newConversationId,
  type RandomBytes,
} from './conversation-id.ts';
import { type MessageRequest, readMessageRequest } from './message-request.ts';
import { type Refusal, refusalResponse, unknownConversation } from './refusal.ts';
import { replyJson } from './reply-json.ts';
import type { Tarpit } from './tarpit.ts';

export interface MessagesOptions {
  readonly host: PlatformHost;
  readonly randomBytes: RandomBytes;
  /** Milliseconds; after them the answer is 202, and the replies come by the event stream. */
  readonly answerWithinMs: number;
  /** Delays what somebody hears who sends too much. */
  readonly tarpit: Tarpit;
}

/** `POST /api/v1/messages`: one message in, its replies out. */
export async function postMessage(request: Request, options: MessagesOptions): Promise<Response> {
  const message = await readMessageRequest(request);
  if ('status' in message) return refusalResponse(message);
  const conversation = await conversationOf(request, message, options);
  if (typeof conversation !== 'string') return refusalResponse(conversation);

  const incoming = toIncoming(conversation, message, options.randomBytes);
  const acceptance = await options.host.receive(incoming);
  if (acceptance.status === 'refused') {
    return refusalResponse({ status: 503, code: 'refused', message: acceptance.sentence });
  }
  if (acceptance.status === 'limited') {
    await options.tarpit();
    return tooMany(acceptance.retryAfterMs);
  }
  const stored = await options.host.answered(
    incoming.conversation,
    incoming.eventKey,
    options.answerWithinMs,
  );
  const replies = (stored ?? []).map(({ reply }) => replyJson(reply));
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (message.conversation === undefined && isBrowser(request))
    headers['set-cookie'] = cookieFor(request, conversation);
  return Response.json({ conversation, replies }, { status: stored === null ? 202 : 200, headers });
}

/** Nothing of it was kept; the one polite notice was a reply like any other. */
function tooMany(retryAfterMs: number): Response {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const message = `Too many messages in this conversation. Wait ${seconds} s before the next one; answers to an open question are always taken.`;
  return refusalResponse({ status: 429, code: 'too_many_messages', message }, seconds);
}

async function conversationOf(
  request: Request,
  message: MessageRequest,
  options: MessagesOptions,
): Promise<string | Refusal> {
  const { conversation, id } = message;
  if (conversation === undefined) return conversationOfFirstMessage(id, options.randomBytes);
  return (await isKnown(request, conversation, options.host)) ? conversation : unknownConversation;
}

/** Whether this request may use the conversation, and anything was ever said in it. */
export async function isKnown(request: Request, conversation: string, host: PlatformHost): Promise<boolean> {
  if (!isConversationId(conversation) || !mayUse(request, conversation)) return false;
  return host.knows(conversationKey(conversation));
}

function toIncoming(conversation: string, message: MessageRequest, randomBytes: RandomBytes): Incoming {
  const key = conversationKey(conversation);
  const { text, choice, language, id } = message;
  return {
    platform: 'web',
    conversation: key,
    person: key,
    // Within the conversation only: another client may count its messages the same way.
    eventKey: `${key}/${id ?? newConversationId(randomBytes)}`,
    kind: choice === undefined ? 'text' : 'choice',
    text: text ?? '',
    ...(choice === undefined ? {} : { choice }),
    ...(language === undefined ? {} : { language }),
    addressed: 'direct',
    address: { to: key },
  };
}

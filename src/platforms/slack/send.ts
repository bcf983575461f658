import type { Call, Receipt } from '../../message.ts';
import { metadataType } from './address.ts';
import type { ApiCall } from './api-call.ts';
import type { SlackCall } from './encode.ts';
import { platformError, SlackRefusal, sendProblem } from './failure.ts';
import { isFeedback, withPlainButtons } from './feedback.ts';
import { fieldsOf, listOf, textOf } from './fields.ts';

/** Where the bot may not write: then the person gets the reply as a direct message. */
const closedChannel = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action']);
/** Blocks that Slack does not take after all: the plain text says the same. */
const brokenBlocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);
/** Pages of 200 messages that are searched for a message that may have arrived. */
const mostPages = 5;

/** Sends one call. @throws SlackRefusal, or the client's own error when nobody knows whether it arrived */
export async function sendCall(api: ApiCall, { body }: Call): Promise<Receipt> {
  const call = body as SlackCall;
  let { fields } = call;
  for (;;) {
    try {
      return await attempt(api, call, fields);
    } catch (error) {
      const others = secondBest({ ...call, fields }, platformError(error));
      if (!others) throw sendProblem(error);
      fields = others;
    }
  }
}

async function attempt(api: ApiCall, call: SlackCall, fields: SlackCall['fields']): Promise<Receipt> {
  const answer = await api(call.method, { ...fields });
  const ts = textOf(answer.ts);
  return ts === '' ? {} : { messageId: ts };
}

/** Other arguments that say the same where Slack refused these; null when there are none left. */
function secondBest({ method, fields, owner }: SlackCall, refusal: string): SlackCall['fields'] | null {
  if (brokenBlocks.has(refusal)) {
    const { blocks, ...plain } = fields;
    if (blocks === undefined) return null;
    return blocks.some(isFeedback) ? { ...fields, blocks: blocks.map(withPlainButtons) } : plain;
  }
  if (method !== 'chat.postMessage' || owner === '' || !closedChannel.has(refusal)) return null;
  if (fields.channel === owner) return null;
  const { thread_ts: _thread, ...whole } = fields;
  return { ...whole, channel: owner };
}

/** Whether a message with the call's key stands in its thread or channel. An update is always safe to repeat. */
export async function findCall(api: ApiCall, { body }: Call): Promise<'sent' | 'missing' | 'unknown'> {
  const call = body as SlackCall;
  if (call.method === 'chat.update') return 'missing';
  try {
    return (await isThere(api, call)) ? 'sent' : 'missing';
  } catch (error) {
    if (error instanceof SlackRefusal) return 'unknown';
    if (platformError(error) === '' || platformError(error) === 'ratelimited') throw error;
    return 'unknown';
  }
}

async function isThere(api: ApiCall, { fields, after, key }: SlackCall): Promise<boolean> {
  const { channel, thread_ts: ts } = fields;
  const method = ts === undefined ? 'conversations.history' : 'conversations.replies';
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await api(method, {
      channel,
      ...(ts === undefined ? {} : { ts }),
      oldest: after,
      inclusive: true,
      limit: 200,
      include_all_metadata: true,
      ...(cursor === '' ? {} : { cursor }),
    });
    if (listOf(answer.messages).some((message) => keyOf(message) === key)) return true;
    cursor = textOf(fieldsOf(answer.response_metadata).next_cursor);
    if (cursor === '') return false;
  }
  return false;
}

function keyOf(message: unknown): string {
  const metadata = fieldsOf(fieldsOf(message).metadata);
  return metadata.event_type === metadataType ? textOf(fieldsOf(metadata.event_payload).key) : '';
}

import { createHash } from 'node:crypto';

/** 128 bits: whoever knows a conversation's id may read and continue it, so nobody may guess it. */
const idBytes = 16;
const idPattern = /^[A-Za-z0-9_-]{22}$/;
/** 122 random bits, chosen by the client. */
const randomUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export type RandomBytes = (count: number) => Uint8Array;

/** A new secret id: 22 characters of base64url. */
export function newConversationId(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(idBytes)).toString('base64url');
}

/**
 * The conversation that a first message opens. When its own id is a random UUID, the conversation follows from it: a
 * client that lost the response may send the message again and is led to the same talk instead of a second one.
 * Any other id could be guessed, and gets a conversation by chance.
 */
export function conversationOfFirstMessage(messageId: string | undefined, randomBytes: RandomBytes): string {
  if (messageId === undefined || !randomUuid.test(messageId)) return newConversationId(randomBytes);
  const digest = createHash('sha256').update(`first message ${messageId.toLowerCase()}`).digest();
  return digest.subarray(0, idBytes).toString('base64url');
}

/** Whether `text` can be a conversation's id at all. */
export function isConversationId(text: string): boolean {
  return idPattern.test(text);
}

/** What the rest of the house calls the conversation: a hash, so that neither store nor log can open it. */
export function conversationKey(id: string): string {
  return `web:${createHash('sha256').update(id).digest('base64url')}`;
}

import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  conversationKey,
  conversationOfFirstMessage,
  isConversationId,
  newConversationId,
} from '../../../src/platforms/web/conversation-id.ts';

describe('conversation ids', () => {
  it('are 128 random bits', () => {
    const asked: number[] = [];
    const id = newConversationId((count) => {
      asked.push(count);
      return randomBytes(count);
    });
    expect(asked).toEqual([16]);
    expect(isConversationId(id)).toBe(true);
    expect(Buffer.from(id, 'base64url')).toHaveLength(16);
  });

  it('follow from a random UUID only', () => {
    const uuid = randomUUID();
    expect(conversationOfFirstMessage(uuid, randomBytes)).toBe(conversationOfFirstMessage(uuid, randomBytes));
    expect(isConversationId(conversationOfFirstMessage(uuid, randomBytes))).toBe(true);
    for (const guessable of ['1', undefined, `${uuid}x`, uuid.replace(/^(.{14})./, '$11')]) {
      expect(conversationOfFirstMessage(guessable, randomBytes)).not.toBe(
        conversationOfFirstMessage(guessable, randomBytes),
      );
    }
  });

  it('are known to the house as a hash', () => {
    const id = newConversationId(randomBytes);
    expect(conversationKey(id)).toMatch(/^web:[A-Za-z0-9_-]{43}$/);
    expect(conversationKey(id)).toBe(conversationKey(id));
    expect(conversationKey(id)).not.toContain(id);
  });
});

import type { CompletedStep, OutboxCall } from './store.ts';

/** The calls of a step as they enter the outbox, still without the id that the database gives them. */
export function newCalls(step: CompletedStep): readonly Omit<OutboxCall, 'id'>[] {
  const { platform, conversation, eventKey, address } = step.message.incoming;
  return step.calls.map((call, place) => ({
    platform,
    conversation,
    idempotencyKey: `${platform}:${eventKey}:${place}`,
    call,
    status: 'pending',
    attempts: 0,
    notBefore: step.at,
    expiresAt: address.expiresAt ?? null,
  }));
}

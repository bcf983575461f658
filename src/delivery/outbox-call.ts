import type { Call } from '../message.ts';
import type { CompletedStep, OutboxCall } from './store.ts';

type NewCall = Omit<OutboxCall, 'id'>;

/**
 * The calls of a step as they enter the outbox, still without the id that the database gives them. What is posted
 * elsewhere stays part of the talk, so that whoever forgets the talk forgets it too.
 */
export function newCalls(step: CompletedStep): readonly NewCall[] {
  const { platform, address } = step.message.incoming;
  const expiresAt = address.expiresAt ?? null;
  return [
    ...step.calls.map((call, place) => newCall(step, call, { platform, name: `${place}`, expiresAt })),
    ...(step.posts ?? []).flatMap((post, index) =>
      post.calls.map((call, place) =>
        newCall(step, call, { platform: post.platform, name: `post.${index}.${place}`, expiresAt: null }),
      ),
    ),
  ];
}

function newCall(
  { message: { incoming }, at }: CompletedStep,
  call: Call,
  { name, ...where }: Pick<NewCall, 'platform' | 'expiresAt'> & { readonly name: string },
): NewCall {
  const { platform, eventKey, conversation } = incoming;
  const idempotencyKey = `${platform}:${eventKey}:${name}`;
  return { ...where, conversation, idempotencyKey, call, status: 'pending', attempts: 0, notBefore: at };
}

/** Calls of one line are sent in order. A post has a line of its own: a busy operators' channel holds up no talk. */
export function lineOf({ conversation, idempotencyKey }: OutboxCall): string {
  const [, post] = /:post\.(\d+)\.\d+$/.exec(idempotencyKey) ?? [];
  return post === undefined ? conversation : `${conversation} post ${post}`;
}

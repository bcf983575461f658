import type { Conversation } from '../../src/conversation/state.ts';
import type { CompletedStep, InboxMessage } from '../../src/delivery/store.ts';
import type { Incoming, Reply } from '../../src/message.ts';

/** A message as a platform would hand it over. */
export function incoming(given: Partial<Incoming> = {}): Incoming {
  const platform = given.platform ?? 'fake';
  return {
    platform,
    conversation: `${platform}:room`,
    person: 'person-1',
    eventKey: 'event-1',
    kind: 'text',
    text: 'QQ won’t send my file',
    addressed: 'direct',
    address: { to: 'room' },
    ...given,
  };
}

export function reply(given: Partial<Reply> = {}): Reply {
  return {
    id: 'reply-1',
    kind: 'answer',
    language: 'en',
    blocks: [{ type: 'text', text: 'hello' }],
    choices: [],
    about: {},
    ...given,
  };
}

/** A state that remembers what was said, in order. */
export function state(...said: readonly string[]): Conversation {
  return {
    version: 1,
    talk: 'abc123',
    language: 'en',
    turn: said.length,
    lastAt: 0,
    knowledgeVersion: 'test',
    events: said.map((text, turn) => ({ type: 'said', text, turn })),
    open: null,
  };
}

export function message(sequence: number, given: Partial<Incoming> = {}): InboxMessage {
  return { sequence, incoming: incoming(given), receivedAt: 0, attempts: 0 };
}

/** The step that answers `message` with one reply and one call. */
export function step(message: InboxMessage, given: Partial<CompletedStep> = {}): CompletedStep {
  return {
    message,
    status: 'done',
    expectedVersion: null,
    state: state(message.incoming.text),
    effects: [],
    reply: reply({ id: `reply-to-${message.incoming.eventKey}` }),
    calls: [{ body: { say: message.incoming.text } }],
    at: 1_000,
    ...given,
  };
}

import type { StoredReply } from '../message.ts';
import type { Clock } from './clock.ts';
import type { DeliveryStore, EventName } from './store.ts';

type Replies = readonly StoredReply[] | null;

export interface Answers {
  /** A message was accepted and will be answered. */
  expect(event: EventName): void;
  /** Whether an accepted message of this name is on its way to an answer. */
  expects(event: EventName): boolean;
  /** It was answered, or will not be by this process (null). */
  settle(event: EventName, replies: Replies): void;
  /**
   * The replies to an event of this conversation, as soon as there are any; null when that takes longer than
   * `timeoutMs`, and at once when nobody knows the event.
   */
  wait(event: EventName, timeoutMs: number): Promise<Replies>;
}

interface Expected {
  readonly conversation: string;
  readonly waiters: Set<(replies: Replies) => void>;
}

/** Who waits for an answer, so that the web chat hears of it without asking the database again and again. */
export function createAnswers(clock: Clock, store: Pick<DeliveryStore, 'repliesTo'>): Answers {
  const expected = new Map<string, Expected>();

  function waitFor({ waiters }: Expected, timeoutMs: number): Promise<Replies> {
    return new Promise((resolve) => {
      const waiter = (replies: Replies) => {
        cancel();
        waiters.delete(waiter);
        resolve(replies);
      };
      const cancel = clock.after(timeoutMs, () => waiter(null));
      waiters.add(waiter);
    });
  }

  return {
    expect(event) {
      expected.set(keyOf(event), { conversation: event.conversation, waiters: new Set() });
    },
    expects: (event) => expected.get(keyOf(event))?.conversation === event.conversation,
    settle(event, replies) {
      const key = keyOf(event);
      const waiters = expected.get(key)?.waiters ?? [];
      expected.delete(key);
      for (const waiter of waiters) waiter(replies);
    },
    async wait(event, timeoutMs) {
      const found = expected.get(keyOf(event));
      if (!found) return store.repliesTo(event);
      return found.conversation === event.conversation ? waitFor(found, timeoutMs) : null;
    },
  };
}

function keyOf({ platform, eventKey }: EventName): string {
  return `${platform}:${eventKey}`;
}

import type { Persist } from './persistence.ts';
import type { DeliveryStore, InboxMessage } from './store.ts';

export interface LeftOversParts {
  readonly store: Pick<DeliveryStore, 'countAttempt'>;
  readonly persist: Persist;
  /** Answers the message; or only apologises for it, when there is a reason why answering is too dangerous. Never rejects. */
  readonly answer: (message: InboxMessage, danger: string | null) => Promise<void>;
}

/** A message that was left over at this many starts is held to be what ends the process. */
const maximumAttempts = 5;

/**
 * Answers messages that a process left over when it died, counting first: one of them may be what killed it. Those left
 * over before are worked one at a time, so that at the next death only the guilty one has been counted again.
 */
export function createLeftOvers({
  store,
  persist,
  answer,
}: LeftOversParts): (message: InboxMessage) => Promise<void> {
  let suspects = Promise.resolve();

  async function countAndAnswer(message: InboxMessage): Promise<void> {
    const counted = await persist(() => store.countAttempt(message.sequence));
    if (!counted) return;
    const attempts = counted.value;
    const danger = `It was in work when the process died, ${attempts} times.`;
    await answer({ ...message, attempts }, attempts < maximumAttempts ? null : danger);
  }

  return (message) => {
    if (message.attempts === 0) return countAndAnswer(message);
    suspects = suspects.then(() => countAndAnswer(message));
    return suspects;
  };
}

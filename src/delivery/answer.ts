import type { Clock } from './clock.ts';
import type { DeliveryLog } from './log.ts';
import type { Persist } from './persistence.ts';
import type { Occasion, Plan } from './plan.ts';
import type { Completed, DeliveryStore, InboxMessage } from './store.ts';
import { VersionConflict } from './store-errors.ts';
import type { TurnBudget } from './turn-budget.ts';

export interface AnswererParts {
  readonly store: Pick<DeliveryStore, 'conversation' | 'complete' | 'countAttempt'>;
  readonly clock: Clock;
  readonly persist: Persist;
  readonly budget: TurnBudget;
  readonly plans: readonly Plan[];
  readonly log: DeliveryLog;
  /** The step is durable. */
  readonly completed: (message: InboxMessage, completed: Completed) => void;
}

export interface Answerer {
  /** Answers a message that this process received. Never rejects. */
  answer(message: InboxMessage): Promise<void>;
  /** Answers a message that a process left over when it died, and counts that. Never rejects. */
  answerLeftOver(message: InboxMessage): Promise<void>;
}

/** A message that was left over at this many starts is held to be what ends the process. */
const maximumAttempts = 5;
const maximumConflicts = 5;

/** One message, one step, whatever goes wrong: thinking it out, writing it down, telling who waits. */
export function createAnswerer(parts: AnswererParts): Answerer {
  const { store, clock, persist, budget, plans, log } = parts;
  /** Messages that were left over before are worked one at a time, so that only the guilty one is counted again. */
  let suspects = Promise.resolve();

  async function follow(plan: Plan, message: InboxMessage, reason: string): Promise<Completed | null> {
    const stored = await persist(() => store.conversation(message.incoming.conversation));
    if (!stored) return null;
    const occasion: Occasion = { message, stored: stored.value, now: clock.now(), reason };
    const step = await budget(() => plan(occasion));
    const completed = await persist(() => store.complete(step));
    return completed?.value ?? null;
  }

  /** Reads and computes anew when somebody else wrote the conversation meanwhile. */
  async function insist(plan: Plan, message: InboxMessage, reason: string): Promise<Completed | null> {
    for (let conflicts = 1; ; conflicts += 1) {
      try {
        return await follow(plan, message, reason);
      } catch (error) {
        if (!(error instanceof VersionConflict) || conflicts >= maximumConflicts) throw error;
      }
    }
  }

  async function answerFrom(first: number, message: InboxMessage, why: string): Promise<void> {
    let reason = why;
    for (const plan of plans.slice(first)) {
      try {
        const completed = await insist(plan, message, reason);
        if (completed) parts.completed(message, completed);
        return;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
        const { sequence, incoming } = message;
        log.error(
          { sequence, conversation: incoming.conversation, err: error },
          'A message could not be processed.',
        );
      }
    }
  }

  async function count(message: InboxMessage): Promise<void> {
    const counted = await persist(() => store.countAttempt(message.sequence));
    if (!counted) return;
    const attempts = counted.value;
    if (attempts < maximumAttempts) await answerFrom(0, { ...message, attempts }, '');
    else
      await answerFrom(
        1,
        { ...message, attempts },
        `It was in work when the process died, ${attempts} times.`,
      );
  }

  return {
    answer: (message) => answerFrom(0, message, ''),
    answerLeftOver(message) {
      if (message.attempts === 0) return count(message);
      suspects = suspects.then(() => count(message));
      return suspects;
    },
  };
}

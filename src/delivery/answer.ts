import type { PersonRecord } from '../conversation/state.ts';
import type { Clock } from './clock.ts';
import type { DeliveryLog } from './log.ts';
import type { Persist } from './persistence.ts';
import type { Occasion, Plan } from './plan.ts';
import type { Completed, CompletedStep, DeliveryStore, InboxMessage } from './store.ts';
import { VersionConflict } from './store-errors.ts';
import type { TurnBudget } from './turn-budget.ts';

export interface AnswererParts {
  readonly store: Pick<DeliveryStore, 'conversation' | 'complete'>;
  readonly clock: Clock;
  readonly persist: Persist;
  readonly budget: TurnBudget;
  readonly plans: readonly Plan[];
  /** Does ahead, in pieces, what would take a plan too long at one go. */
  readonly prepare?: (incoming: InboxMessage['incoming']) => Promise<void>;
  /** What is kept of the person, where answering the message needs it; null where it does not. */
  readonly recordFor?: (incoming: InboxMessage['incoming']) => Promise<PersonRecord | null>;
  readonly log: DeliveryLog;
  /** The step is durable. */
  readonly completed: (message: InboxMessage, completed: Completed, step: CompletedStep) => void;
}

/**
 * Answers a message, or only apologises for it when there is a `danger` in answering: why, for the operator. Never
 * rejects.
 */
export type Answerer = (message: InboxMessage, danger: string | null) => Promise<void>;

const maximumConflicts = 5;

/** One message, one step, whatever goes wrong: thinking it out, writing it down, telling who waits. */
export function createAnswerer(parts: AnswererParts): Answerer {
  const { store, clock, persist, budget, plans, log } = parts;
  async function follow(plan: Plan, message: InboxMessage, reason: string): Promise<void> {
    const stored = await persist(() => store.conversation(message.incoming.conversation));
    if (!stored) return;
    await parts.prepare?.(message.incoming);
    const record =
      (await persist(async () => (await parts.recordFor?.(message.incoming)) ?? null))?.value ?? null;
    const occasion: Occasion = { message, stored: stored.value, record, now: clock.now(), reason };
    const step = await budget(() => plan(occasion));
    const completed = await persist(() => store.complete(step));
    if (completed) parts.completed(message, completed.value, step);
  }

  /** Reads and computes anew when somebody else wrote the conversation meanwhile. */
  async function insist(plan: Plan, message: InboxMessage, reason: string): Promise<void> {
    for (let conflicts = 1; ; conflicts += 1) {
      try {
        return await follow(plan, message, reason);
      } catch (error) {
        if (!(error instanceof VersionConflict) || conflicts >= maximumConflicts) throw error;
      }
    }
  }

  return async (message, danger) => {
    let reason = danger ?? '';
    for (const plan of danger === null ? plans : plans.slice(1)) {
      try {
        return await insist(plan, message, reason);
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
        const { sequence, incoming } = message;
        log.error(
          { sequence, conversation: incoming.conversation, err: error },
          'A message could not be processed.',
        );
      }
    }
  };
}

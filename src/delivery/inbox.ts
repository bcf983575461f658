import type { Admission } from './admission.ts';
import { type AnswererParts, createAnswerer } from './answer.ts';
import type { Answers } from './answers.ts';
import type { Backlog } from './backlog.ts';
import { createLanes } from './lanes.ts';
import { createLeftOvers, type LeftOversParts } from './left-overs.ts';
import type { Outbox } from './outbox.ts';
import { createPlans, type PlanParts } from './plan.ts';
import type { CompletedStep, InboxMessage } from './store.ts';
import { createTurnBudget } from './turn-budget.ts';

export interface InboxParts
  extends PlanParts,
    Pick<AnswererParts, 'clock' | 'persist' | 'log' | 'prepare' | 'recordFor'> {
  readonly store: AnswererParts['store'] & LeftOversParts['store'];
  readonly limits: { readonly turnMs: number };
  readonly backlog: Backlog;
  readonly admission: Pick<Admission, 'answered'>;
  /** Told of a step's effects when they are durable. */
  readonly noted?: (effects: CompletedStep['effects']) => void;
  readonly answers: Answers;
  readonly outbox: Outbox;
}

export interface Inbox {
  /** Answers a message that was just received, after those before it in its conversation. */
  add(message: InboxMessage): void;
  /** The same for one that an earlier process left over. */
  addLeftOver(message: InboxMessage): void;
  /** Finishes the messages in work; the rest stays in the database. */
  stop(): Promise<void>;
}

interface Work {
  readonly message: InboxMessage;
  readonly leftOver: boolean;
}

/** Messages on their way to an answer: in order per conversation, conversations side by side. */
export function createInbox(parts: InboxParts): Inbox {
  const { platforms, backlog, answers, outbox, log } = parts;
  const answer = createAnswerer({
    ...parts,
    budget: createTurnBudget(parts.clock, parts.limits.turnMs),
    plans: createPlans(parts),
    completed(message, { replies, calls }, step) {
      parts.admission.answered(message.incoming, step.reply, step.state);
      parts.noted?.(step.effects);
      answers.settle(message.incoming, replies);
      for (const call of calls) outbox.add(call);
    },
  });
  const answerLeftOver = createLeftOvers({ ...parts, answer });
  const lanes = createLanes<Work>({
    laneOf: ({ message }) => message.incoming.conversation,
    work: ({ message, leftOver }) => (leftOver ? answerLeftOver(message) : answer(message, null)),
    done({ message }) {
      backlog.leave(message.incoming);
      answers.settle(message.incoming, null);
    },
  });

  function add(message: InboxMessage, leftOver: boolean): void {
    backlog.enter(message.incoming);
    answers.expect(message.incoming);
    lanes.add({ message, leftOver });
  }

  return {
    add: (message) => add(message, false),
    addLeftOver(message) {
      const { sequence, incoming } = message;
      if (platforms.has(incoming.platform)) add(message, true);
      else
        log.warn(
          { sequence, platform: incoming.platform },
          'A message waits for a platform that is not running.',
        );
    },
    stop: lanes.stop,
  };
}

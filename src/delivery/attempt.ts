import type { Platform, Receipt, SendFailure } from '../message.ts';
import type { Clock } from './clock.ts';
import type { OutboxCall } from './store.ts';

/** What became of one try. */
export type Outcome =
  | { readonly end: 'sent'; readonly receipt: Receipt }
  | { readonly end: 'dead' | 'unknown'; readonly reason: string }
  /** To be tried again. `uncertain`: it may have arrived, so ask the platform before sending anew. */
  | {
      readonly end: 'again';
      readonly uncertain: boolean;
      readonly reason: string;
      readonly afterMs?: number;
    };

export interface AttemptOptions {
  readonly clock: Clock;
  /** Milliseconds after which a platform that does not answer counts as failed. */
  readonly timeoutMs: number;
}

export interface Attempts {
  send(platform: Platform, call: OutboxCall): Promise<Outcome>;
  /** After a try of which nobody knows the end. */
  reconcile(platform: Platform, call: OutboxCall): Promise<Outcome>;
}

/** One request to a platform, and what its answer means. Never rejects. */
export function createAttempts({ clock, timeoutMs }: AttemptOptions): Attempts {
  function inTime<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(timeoutMs, () => reject(new Error(`No answer within ${timeoutMs} ms.`)));
      answer.then(resolve, reject).finally(cancel);
    });
  }

  return {
    async send(platform, { call }) {
      try {
        return { end: 'sent', receipt: await inTime(platform.send(call)) };
      } catch (error) {
        return afterFailure(error, platform);
      }
    },
    async reconcile(platform, { call }) {
      if (!platform.reconcile) return { end: 'unknown', reason: 'The process died while it was being sent.' };
      try {
        const found = await inTime(platform.reconcile(call));
        if (found === 'sent') return { end: 'sent', receipt: {} };
        if (found === 'unknown')
          return { end: 'unknown', reason: 'The platform cannot tell whether it arrived.' };
        return { end: 'again', uncertain: false, reason: 'It had not arrived.', afterMs: 0 };
      } catch (error) {
        return { end: 'again', uncertain: true, reason: reasonOf(error) };
      }
    },
  };
}

/** A platform that said nothing about its failure may have taken the call: ask it, where it can be asked and it matters. */
function afterFailure(error: unknown, platform: Platform): Outcome {
  const reason = reasonOf(error);
  if (!isSendFailure(error)) {
    return {
      end: 'again',
      uncertain: platform.repeat === 'visible' && platform.reconcile !== undefined,
      reason,
    };
  }
  if (!error.retryable) return { end: 'dead', reason };
  return {
    end: 'again',
    uncertain: false,
    reason,
    ...(error.retryAfterMs === undefined ? {} : { afterMs: error.retryAfterMs }),
  };
}

function isSendFailure(error: unknown): error is SendFailure {
  return (
    typeof error === 'object' &&
    error !== null &&
    'retryable' in error &&
    typeof error.retryable === 'boolean'
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'The platform refused it.';
}

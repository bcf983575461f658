import type { Platform } from '../message.ts';
import type { Attempts, Outcome } from './attempt.ts';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { DeliveryLog } from './log.ts';
import type { Pauses } from './pauses.ts';
import type { Persist } from './persistence.ts';
import { createSettlement } from './settlement.ts';
import { createSlots } from './slots.ts';
import type { DeliveryStore, OutboxCall } from './store.ts';

export interface SenderParts {
  readonly store: Pick<DeliveryStore, 'markSending' | 'markSent' | 'markRetry' | 'markDead'>;
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pauses: Pauses;
  readonly persist: Persist;
  readonly attempts: Attempts;
  readonly log: DeliveryLog;
  readonly limits: {
    /** How many calls are under way at once, over all conversations. */
    readonly sendsAtOnce: number;
    /** How often a call is tried before it is given up. */
    readonly maximumSends: number;
  };
}

export interface Sender {
  /** Sends a call, again after a failure, until it is settled or a shutdown leaves it to the next process. Never rejects. */
  send(call: OutboxCall): Promise<void>;
  /** Resolves when everything sent is marked. */
  flush(): Promise<void>;
}

/** Where one call stands between two tries. */
interface Progress {
  readonly attempts: number;
  readonly notBefore: number;
  /** It may have arrived. */
  readonly uncertain: boolean;
}

/** One call's way to its platform: never twice where that would be seen, and never given up without a reason kept. */
export function createSender(parts: SenderParts): Sender {
  const { store, clock, persist, log } = parts;
  const slots = createSlots(parts.limits.sendsAtOnce);
  const settlement = createSettlement(parts);

  async function send(call: OutboxCall): Promise<void> {
    const platform = parts.platforms.get(call.platform);
    if (!platform) return;
    let progress: Progress | null = {
      attempts: call.attempts,
      notBefore: call.notBefore,
      uncertain: call.status === 'sending' && platform.repeat === 'visible',
    };
    try {
      while (progress) progress = await advance(platform, call, progress);
    } catch (error) {
      log.error({ call: call.id, err: error }, 'A call could not be marked; the next start tries it again.');
    }
  }

  /** One try; null when the call is settled or left to the next process. */
  async function advance(platform: Platform, call: OutboxCall, progress: Progress): Promise<Progress | null> {
    const wait = progress.notBefore - clock.now();
    if (wait > 0 && !(await parts.pauses.wait(wait))) return null;
    if (call.expiresAt !== null && clock.now() >= call.expiresAt && !progress.uncertain)
      return giveUp(call, 'dead', 'It expired before it could be sent.');
    const outcome = await slots(() => attempt(platform, call, progress));
    return outcome && conclude(call, progress, outcome);
  }

  async function attempt(platform: Platform, call: OutboxCall, progress: Progress): Promise<Outcome | null> {
    if (progress.uncertain) return parts.attempts.reconcile(platform, call);
    if (platform.repeat === 'visible' && !(await persist(() => store.markSending(call.id)))) return null;
    return parts.attempts.send(platform, call);
  }

  async function conclude(call: OutboxCall, before: Progress, outcome: Outcome): Promise<Progress | null> {
    if (outcome.end === 'sent') {
      settlement.sent(call, outcome.receipt.messageId);
      return null;
    }
    if (outcome.end !== 'again') return giveUp(call, outcome.end, outcome.reason);
    // A platform that says when to come back has not failed; a busy channel must not cost its talks their replies.
    const isFailure = !(before.uncertain && !outcome.uncertain) && outcome.afterMs === undefined;
    const attempts = before.attempts + (isFailure ? 1 : 0);
    if (isFailure && attempts >= parts.limits.maximumSends)
      return giveUp(
        call,
        outcome.uncertain ? 'unknown' : 'dead',
        `Tried ${attempts} times, last: ${outcome.reason}`,
      );
    const notBefore = clock.now() + (outcome.afterMs ?? backoffMs(Math.max(1, attempts), parts.random));
    log.warn(
      { call: call.id, platform: call.platform, attempts, reason: outcome.reason },
      'A call is tried again.',
    );
    // An uncertain call stays `sending` in the database, so that the next process asks before it sends.
    if (!outcome.uncertain && !(await persist(() => store.markRetry(call.id, notBefore)))) return null;
    return { attempts, notBefore, uncertain: outcome.uncertain };
  }

  async function giveUp(call: OutboxCall, status: 'dead' | 'unknown', reason: string): Promise<null> {
    await settlement.givenUp(call, status, reason);
    return null;
  }

  return { send, flush: settlement.flush };
}

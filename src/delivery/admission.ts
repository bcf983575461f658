import type { Conversation } from '../conversation/state.ts';
import type { Incoming, Reply } from '../message.ts';
import { createBuckets } from './buckets.ts';
import type { Clock } from './clock.ts';
import { createLoopGuard } from './loop-guard.ts';
import { createRecentlyUsed } from './recently-used.ts';

/** How many messages are answered. */
export interface MessageLimits {
  /** At once for one person; a quarter of it comes back each minute. A talk of several people gets twice that. 0 = no limit. */
  readonly perPerson: number;
  /** Each minute, over all platforms. What is above gets a brief answer. 0 = no limit. */
  readonly total: number;
}

export const noLimits: MessageLimits = { perPerson: 0, total: 0 };

/** A message is let in, with how much of an answer it gets; or it is not, and may be tried again after a while. */
export type Verdict =
  | { readonly isIn: true; readonly care?: NonNullable<Incoming['care']>; readonly isAnswer: boolean }
  | { readonly isIn: false; readonly retryAfterMs: number };

export interface Admission {
  /** Judges a message that nobody kept yet, and counts it. */
  judge(incoming: Incoming): Verdict;
  /** It had been counted before: the same event came again. */
  forgive(incoming: Incoming, verdict: Verdict): void;
  /** It is kept and will be answered. */
  kept(incoming: Incoming, verdict: Verdict): void;
  /** It was answered; with its talk's state, null when that stayed as it was. */
  answered(incoming: Incoming, reply: Reply | null, state: Conversation | null): void;
}

export interface AdmissionParts {
  readonly limits: MessageLimits;
  readonly clock: Clock;
  /** How many platforms share the total. */
  readonly platforms: number;
  /** Where programs may talk at their own pace, repetition is no sign of a loop. */
  readonly speaksWithPrograms: (platform: string) => boolean;
  /** Whether a message answers what the talk's last reply asked. */
  readonly answersOpen: (state: Conversation, incoming: Incoming) => boolean;
}

/** One platform alone cannot use up what all of them share. */
const platformShare = 0.75;
const mostTalks = 5_000;

/** The limits at the entrance. All of it is in memory and bounded; after a restart everybody begins with a full bucket. */
export function createAdmission(parts: AdmissionParts): Admission {
  const { limits, clock } = parts;
  const person = createBuckets({ capacity: limits.perPerson, refillPerMinute: limits.perPerson / 4 });
  const talk = createBuckets({ capacity: limits.perPerson * 2, refillPerMinute: limits.perPerson / 2 });
  // Reading whether words answer a question is dear: who keeps saying what answers none is not read each time.
  const readings = createBuckets({ capacity: limits.perPerson, refillPerMinute: limits.perPerson * 3 });
  const total = createBuckets({ capacity: limits.total, refillPerMinute: limits.total });
  const share = Math.ceil(limits.total * (parts.platforms > 1 ? platformShare : 1));
  const platform = createBuckets({ capacity: share, refillPerMinute: share });
  const loops = limits.perPerson === 0 ? null : createLoopGuard();
  const states = createRecentlyUsed<Conversation>(mostTalks);
  /** Messages of a talk that wait for their answer: an answer given twice is not free twice. */
  const waiting = new Map<string, number>();

  const wait = (by: number, conversation: string) => {
    const count = (waiting.get(conversation) ?? 0) + by;
    if (count > 0) waiting.set(conversation, count);
    else waiting.delete(conversation);
  };

  function isAnswer(incoming: Incoming, now: number): boolean {
    if (limits.perPerson === 0 || waiting.has(incoming.conversation)) return false;
    const state = states.get(incoming.conversation);
    if (state?.open == null) return false;
    const name = namesOf(incoming).person;
    // A press is a comparison; only words must be read.
    const mustRead = incoming.kind !== 'choice';
    if (mustRead && !readings.has(name, now)) return false;
    const isOne = parts.answersOpen(state, incoming);
    if (mustRead && !isOne) readings.take(name, now);
    return isOne;
  }

  function own(incoming: Incoming, now: number): Verdict {
    const isFree = isAnswer(incoming, now);
    const letIn = { isIn: true, isAnswer: isFree } as const;
    if (isFree || incoming.admin || incoming.addressed === 'overheard') return letIn;
    const names = namesOf(incoming);
    if (person.has(names.person, now) && talk.has(incoming.conversation, now)) {
      const sign = parts.speaksWithPrograms(incoming.platform)
        ? 'none'
        : (loops?.look(incoming, now) ?? 'none');
      if (sign === 'loop') {
        loops?.dropped(incoming, now);
        return { isIn: false, retryAfterMs: 60_000 };
      }
      person.take(names.person, now);
      talk.take(incoming.conversation, now);
      return sign === 'last' ? { ...letIn, care: 'loop' } : letIn;
    }
    if (person.mayNotify(names.person, now)) return { ...letIn, care: 'slowDown' };
    const retryAfterMs = Math.max(person.wait(names.person, now), talk.wait(incoming.conversation, now));
    return { isIn: false, retryAfterMs };
  }

  /** What everybody shares: above it the cheapest useful answer, so that nobody is left without any. */
  function shared(verdict: Verdict, incoming: Incoming, now: number): Verdict {
    if (!verdict.isIn || verdict.care) return verdict;
    const isRoom = total.has('', now) && platform.has(incoming.platform, now);
    if (isRoom) {
      total.take('', now);
      platform.take(incoming.platform, now);
      return verdict;
    }
    return incoming.addressed === 'overheard'
      ? { isIn: false, retryAfterMs: total.wait('', now) }
      : { ...verdict, care: 'brief' };
  }

  return {
    judge(incoming) {
      const now = clock.elapsed();
      return shared(own(incoming, now), incoming, now);
    },
    forgive(incoming, verdict) {
      if (!verdict.isIn || verdict.isAnswer || verdict.care === 'slowDown') return;
      const now = clock.elapsed();
      person.giveBack(namesOf(incoming).person, now);
      talk.giveBack(incoming.conversation, now);
    },
    kept(incoming, verdict) {
      wait(1, incoming.conversation);
      if (verdict.isIn) loops?.kept(incoming, { now: clock.elapsed(), isAnswer: verdict.isAnswer });
    },
    answered(incoming, reply, state) {
      wait(-1, incoming.conversation);
      if (state) states.set(incoming.conversation, state);
      if (reply) loops?.replied(incoming.conversation, reply, clock.elapsed());
    },
  };
}

function namesOf({ platform, person }: Incoming): { readonly person: string } {
  return { person: `${platform}:${person}` };
}

import type { Incoming, Platform, PlatformHost } from '../message.ts';
import type { Identities } from '../privacy/identities.ts';
import { type AdmissionParts, createAdmission, type MessageLimits, noLimits } from './admission.ts';
import type { AnswererParts } from './answer.ts';
import { createAnswers } from './answers.ts';
import { createBacklog } from './backlog.ts';
import type { Clock } from './clock.ts';
import { concealed } from './conceal.ts';
import { createHide } from './hide.ts';
import { createInbox, type InboxParts } from './inbox.ts';
import { type DeliveryLog, silentLog } from './log.ts';
import { markingAdmins } from './mark-admins.ts';
import { createOutbox } from './outbox.ts';
import { createPauses } from './pauses.ts';
import type { PlaceholderStore } from './people.ts';
import { createPersist } from './persistence.ts';
import type { Advance, Announce, Apologise, PlanParts } from './plan.ts';
import { createReceiver, type Refuse } from './receive.ts';
import type { DeliveryStore } from './store.ts';
import { takeUp } from './take-up.ts';
import { within } from './within.ts';

export interface DeliveryOptions {
  readonly store: DeliveryStore;
  readonly platforms: readonly Platform[];
  /** Gives everybody and everything the name that is kept. */
  readonly identities: Identities;
  readonly advance: Advance;
  readonly apologise: Apologise;
  readonly refuse: Refuse;
  readonly world: PlanParts['world'];
  /** Absent: nobody is told anything. */
  readonly announce?: Announce;
  /** Does ahead, in pieces, what would take `advance` too long at one go; it may never fail. */
  readonly prepare?: NonNullable<AnswererParts['prepare']>;
  /** Absent: hidden values are numbered within a message, not within the talk. */
  readonly placeholders?: PlaceholderStore;
  /** What is kept of the person, where answering the message needs it. */
  readonly recordFor?: NonNullable<AnswererParts['recordFor']>;
  readonly clock: Clock;
  /** Gives a number from 0 up to 1; for the jitter of retries. */
  readonly random: () => number;
  readonly log?: DeliveryLog;
  readonly limits?: Partial<Limits>;
  /** What is said where nobody called the bot; absent = the bot hears nothing there. */
  readonly listening?: {
    /** @param channel its keyed hash */
    readonly listens: (channel: string) => boolean;
    readonly overhears: (incoming: Incoming) => boolean;
  };
  /** Told of a step's effects when they are durable. */
  readonly noted?: NonNullable<InboxParts['noted']>;
  /** Who is an admin, such as `slack:U1`; absent = nobody. */
  readonly admins?: readonly string[];
  /** Absent = everybody may say as much as they like. */
  readonly messages?: MessageLimits;
  /** Absent = no message counts as an answer that is free. */
  readonly answersOpen?: AdmissionParts['answersOpen'];
}

interface Limits {
  /** Messages not answered plus calls not sent, per platform, before new messages are refused. */
  readonly backlog: number;
  /** Calls under way at once. */
  readonly sendsAtOnce: number;
  /** Tries before a call is given up. */
  readonly maximumSends: number;
  /** Milliseconds a platform may take for one call. */
  readonly sendTimeoutMs: number;
  /** Milliseconds of thinking per turn of the event loop. */
  readonly turnMs: number;
  /** Milliseconds that a shutdown waits for what is under way. */
  readonly graceMs: number;
}

const usualLimits: Limits = {
  backlog: 10_000,
  sendsAtOnce: 64,
  maximumSends: 8,
  sendTimeoutMs: 30_000,
  turnMs: 8,
  graceMs: 10_000,
};

export interface Delivery {
  /** What a platform is started with. It may receive before `start`; that waits. */
  host(platform: Platform, route: PlatformHost['route']): PlatformHost;
  /** Takes up what an earlier process left over, then lets new messages in. Call it when the platforms have started. */
  start(): Promise<void>;
  /** Refuses new messages, finishes what is under way, leaves the rest to the next start. The store stays open. */
  stop(): Promise<void>;
}

/** How many replies a platform is given at once; it asks again from the last. */
const repliesAtOnce = 200;

/** Keeps every accepted message until it is answered, and every reply until it is sent. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, clock, log = silentLog } = options;
  const limits = { ...usualLimits, ...options.limits };
  const platforms = new Map(options.platforms.map((platform) => [platform.name, platform]));
  const pauses = createPauses(clock);
  const persist = createPersist({ pauses, random: options.random, log });
  const shared = { ...options, log, limits, platforms, pauses, persist };
  const backlog = createBacklog(limits.backlog);
  const answers = createAnswers(clock, store);
  const { promise: ready, resolve: open } = Promise.withResolvers<void>();
  const outbox = createOutbox({ ...shared, backlog });
  const speaksWithPrograms = (name: string) => platforms.get(name)?.speaksWithPrograms === true;
  const admission = createAdmission({
    limits: options.messages ?? noLimits,
    clock,
    platforms: platforms.size,
    speaksWithPrograms,
    answersOpen: options.answersOpen ?? (() => false),
  });
  const inbox = createInbox({ ...shared, backlog, answers, outbox, admission });
  const receiver = createReceiver({
    ...shared,
    hide: createHide(options.placeholders, options.identities),
    backlog,
    answers,
    admission,
    speaksWithPrograms,
    overhears: options.listening?.overhears ?? (() => false),
    ready,
    accepted: inbox.add,
  });
  let stopped: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    receiver.stop();
    pauses.stop();
    open();
    await inbox.stop();
    await outbox.stop();
  }

  return {
    host: (platform, route) => {
      const host: PlatformHost = {
        receive: receiver.receive,
        route,
        answered: (conversation, eventKey, timeoutMs) =>
          answers.wait({ platform: platform.name, conversation, eventKey }, timeoutMs),
        replies: (conversation, sequence) => store.repliesAfter(conversation, sequence, repliesAtOnce),
        listens: (channel) => options.listening?.listens(channel) ?? false,
        knows: store.knows,
        addresses: (limit) => store.newestAddresses(platform.name, limit),
      };
      return markingAdmins(concealed(host, platform, options.identities), options.admins ?? []);
    },
    async start() {
      // Calls before messages: what is to be sent first must stand first in its conversation's lane.
      await takeUp(store.openCalls, (call) => call.id, outbox.add);
      await takeUp(store.unanswered, (message) => message.sequence, inbox.addLeftOver);
      open();
    },
    stop() {
      stopped ??= within(clock, limits.graceMs, stopAll()).then((inTime) => {
        if (!inTime) log.warn({ graceMs: limits.graceMs }, 'Some work is left to the next start.');
      });
      return stopped;
    },
  };
}

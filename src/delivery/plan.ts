import type { Conversation, PersonRecord, Step, World } from '../conversation/state.ts';
import type { Incoming, LanguageCode, Platform, Reply } from '../message.ts';
import type { CompletedStep, InboxMessage, Post, StoredConversation } from './store.ts';

export type Advance = (state: Conversation | null, incoming: Incoming, world: World) => Step;

/** Says that the bot could not make anything of a message, and that the talk goes on. */
export type Apologise = (language: LanguageCode, incoming: Incoming) => Reply;

/** Something for a channel that is not the talk's. */
interface PostOrder {
  readonly platform: string;
  /** The platform's own name of it. */
  readonly channel: string;
  readonly reply: Reply;
}

/** What a step's effects are to tell others, such as operators. Must be pure, so that a replay posts the same. */
export type Announce = (step: {
  readonly effects: Step['effects'];
  readonly incoming: Incoming;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Where the talk is found; null where nobody can be sent there. */
  readonly link: string | null;
}) => readonly PostOrder[];

interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly seed: string;
  readonly incoming: Incoming;
}

export interface PlanParts {
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly advance: Advance;
  readonly apologise: Apologise;
  /** The same seed gives the same world and so the same step. */
  readonly world: (moment: Moment) => World;
  /** Absent: nobody is told anything. */
  readonly announce?: Announce;
}

export interface Occasion {
  readonly message: InboxMessage;
  readonly stored: StoredConversation | null;
  /** What is kept of the person, where the message asks for it. */
  readonly record: PersonRecord | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Why the plan before this one failed; '' for the first. */
  readonly reason: string;
}

/** Turns a message into what is to be written. May throw: then the next plan's turn has come. */
export type Plan = (occasion: Occasion) => CompletedStep;

/** What to do with a message, the next when one fails: answer it, apologise for it, let it rest. */
export function createPlans(parts: PlanParts): readonly Plan[] {
  const encode = (reply: Reply | undefined, incoming: Incoming) =>
    reply ? (parts.platforms.get(incoming.platform)?.encode(reply, incoming.address) ?? []) : [];

  function postsOf(effects: Step['effects'], incoming: Incoming, at: number): readonly Post[] {
    if (!parts.announce || effects.length === 0) return [];
    const link = parts.platforms.get(incoming.platform)?.linkTo?.(incoming.address) ?? null;
    return parts.announce({ effects, incoming, at, link }).flatMap(({ platform, channel, reply }) => {
      const there = parts.platforms.get(platform);
      const address = there?.channelAddress?.(channel);
      return there && address ? [{ platform, calls: there.encode(reply, address) }] : [];
    });
  }

  const answer: Plan = ({ message, stored, record, now }) => {
    const { incoming } = message;
    const moment = parts.world({ now, seed: `${incoming.platform}:${incoming.eventKey}`, incoming });
    const world = record ? { ...moment, record } : moment;
    const { state, reply, effects } = parts.advance(stored?.state ?? null, incoming, world);
    const calls = encode(reply, incoming);
    const expectedVersion = stored?.version ?? null;
    const posts = postsOf(effects, incoming, now);
    return {
      message,
      status: 'done',
      expectedVersion,
      state,
      effects,
      reply: reply ?? null,
      calls,
      posts,
      at: now,
    };
  };

  const rest: Plan = ({ message, now, reason }) => ({
    message,
    status: 'dead',
    reason,
    expectedVersion: null,
    state: null,
    effects: [],
    reply: null,
    calls: [],
    at: now,
  });

  const apologise: Plan = (occasion) => {
    const { incoming } = occasion.message;
    const reply = parts.apologise(languageOf(occasion), incoming);
    return { ...rest(occasion), reply, calls: encode(reply, incoming) };
  };

  return [answer, apologise, rest];
}

/** The talk's language, else the client's, else what the letters say. */
function languageOf({ stored, message }: Occasion): LanguageCode {
  const guess = /\p{Script=Han}/u.test(message.incoming.text) ? 'zh' : 'en';
  return stored?.state.language ?? message.incoming.language ?? guess;
}

import type { Conversation, Step, World } from '../conversation/state.ts';
import type { Incoming, LanguageCode, Platform, Reply } from '../message.ts';
import type { CompletedStep, InboxMessage, StoredConversation } from './store.ts';

export type Advance = (state: Conversation | null, incoming: Incoming, world: World) => Step;

/** Says that the bot could not make anything of a message, and that the talk goes on. */
export type Apologise = (language: LanguageCode, incoming: Incoming) => Reply;

export interface PlanParts {
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly advance: Advance;
  readonly apologise: Apologise;
  /** The same seed gives the same world and so the same step. */
  readonly world: (moment: { readonly now: number; readonly seed: string }) => World;
}

export interface Occasion {
  readonly message: InboxMessage;
  readonly stored: StoredConversation | null;
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

  const answer: Plan = ({ message, stored, now }) => {
    const { incoming } = message;
    const world = parts.world({ now, seed: `${incoming.platform}:${incoming.eventKey}` });
    const { state, reply, effects } = parts.advance(stored?.state ?? null, incoming, world);
    const calls = encode(reply, incoming);
    const expectedVersion = stored?.version ?? null;
    return { message, status: 'done', expectedVersion, state, effects, reply: reply ?? null, calls, at: now };
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

import type { Language, Sentences } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';
import type { Incoming } from '../message.ts';
import type { Conversation, TalkEvent, TalkFact, World } from './state.ts';
import { readTalk, type Talk } from './talk.ts';

/** One message being answered: everything a step of the path needs. */
export interface Turn {
  readonly state: Conversation;
  readonly incoming: Incoming;
  readonly world: World;
  readonly language: Language;
  readonly sentences: Sentences;
  readonly talk: Talk;
  readonly replyId: string;
}

/** The same turn with more facts known, as the rest of the path should see it. */
export function withFacts(turn: Turn, facts: readonly TalkFact[]): Turn {
  return withEvents(turn, [...turn.state.events, ...stamped(turn, facts)]);
}

/** The same turn over another list of events. */
export function withEvents(turn: Turn, events: readonly TalkEvent[]): Turn {
  return { ...turn, state: { ...turn.state, events }, talk: readTalk(events, turn.talk.parameters) };
}

/** Facts as events of this turn. */
export function stamped(turn: Turn, facts: readonly TalkFact[]): TalkEvent[] {
  return facts.map((fact) => ({ ...fact, turn: turn.state.turn }));
}

/** The same turn in another language. */
export function inLanguage(turn: Turn, code: 'en' | 'zh'): Turn {
  const language = languages[code];
  return { ...turn, state: { ...turn.state, language: code }, language, sentences: language.sentences };
}

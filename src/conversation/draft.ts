import type { About, Block, LanguageCode, ReplyKind } from '../message.ts';
import type { Effect, Kept, Open, Option, TalkEvent, TalkFact } from './state.ts';

/** A reply before it has a turn, an id and choice ids. */
export interface Draft {
  readonly kind: ReplyKind;
  readonly blocks: readonly Block[];
  readonly about: About;
  /** What the bot waits for then; absent = anything. */
  readonly wait?: Wait;
}

interface Wait {
  readonly kind: Open['kind'];
  readonly options: readonly Option[];
  readonly observation?: string;
  readonly together?: readonly string[];
  readonly fix?: string;
  readonly aside?: true;
  readonly unanswered?: true;
}

/** What a turn changes: facts to append, or a whole new list, the reply, and effects. */
export interface Outcome {
  readonly facts?: readonly TalkFact[];
  /** Replaces the list of events instead of appending to it. */
  readonly events?: readonly TalkEvent[];
  readonly draft: Draft;
  /** Replaces the problems that wait. */
  readonly kept?: readonly Kept[];
  readonly effects?: readonly Effect[];
  /** From now on the talk is in this language. */
  readonly language?: LanguageCode;
  /** Leaves what the bot waits for as it is, so that older buttons of the same question go on working. */
  readonly keepOpen?: true;
  /** The pressed choice that counted. */
  readonly chosen?: string;
}

/** The draft with blocks in front of its own. */
export function withLead(draft: Draft, lead: readonly Block[]): Draft {
  return lead.length === 0 ? draft : { ...draft, blocks: [...lead, ...draft.blocks] };
}

/** A text block. */
export function text(words: string): Block {
  return { type: 'text', text: words };
}

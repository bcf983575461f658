import type { Evidence } from '../diagnosis/evidence.ts';
import type { ParameterSet } from '../diagnosis/parameters.ts';
import type { Knowledge, System } from '../knowledge/knowledge.ts';
import type { Address, LanguageCode, Reply } from '../message.ts';
import type { EncodedText } from '../recognition/encoder.ts';
import type { Place, PlaceChange } from './place.ts';

/**
 * What is remembered of a conversation: the list of what happened. Belief, what is known and what was tried are
 * computed from that list, so "back", "that answer was wrong" and replay come free. Survives JSON.
 */
export interface Conversation {
  readonly version: 1;
  /** Short name of this talk (6 characters of a–z0–9); part of every choice id, so that a press from another talk is told apart. */
  readonly talk: string;
  readonly language: LanguageCode;
  /** Grows by one with every reply; part of every choice id, so that a stale press is a comparison. */
  readonly turn: number;
  /** Epoch milliseconds of the last thing the person did. */
  readonly lastAt: number;
  /** Which knowledge the talk was last advanced with. */
  readonly knowledgeVersion: string;
  /** Version of the learnt numbers that the talk goes by; absent = the author's. */
  readonly parameters?: string;
  readonly events: readonly TalkEvent[];
  /** What the bot waits for; null = anything. */
  readonly open: Open | null;
  /** Events of the talk before the six idle hours, while the person may still pick it up. */
  readonly previous?: readonly TalkEvent[];
  /** Problems that wait while another one is worked on; the last is the next to be offered. */
  readonly kept?: readonly Kept[];
}

/** A problem that was left for another, or mentioned beside it. Its events open it only if it was begun. */
export interface Kept {
  readonly pack: string;
  readonly problem: string;
  readonly code?: string;
  readonly events: readonly TalkEvent[];
}

/** How an answer came about: the bot asked, or the person said it unasked. */
type Source = 'asked' | 'volunteered';

export type TalkEvent = TalkFact & {
  /** The turn that the event answers; "back" takes away all events of the newest one. */
  readonly turn: number;
};

export type TalkFact =
  /** The person's own words (redacted), kept for the hand-over's trail. */
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'opened'; readonly pack: string; readonly problem: string; readonly code?: string }
  | {
      readonly type: 'answered';
      readonly observation: string;
      readonly answer: string | 'unknown';
      readonly source: Source;
      /** P(it is this answer), where the person hedged; absent = 1. */
      readonly share?: number;
    }
  /** A built-in fact that no question of the pack is about, such as `did/restarted-device`; for whoever takes over. */
  | { readonly type: 'told'; readonly fact: string }
  /** The version of the person's system in words for showing, such as `Windows 11 23H2`. */
  | { readonly type: 'version'; readonly system: System; readonly label: string }
  | { readonly type: 'consented'; readonly fix: string }
  | {
      readonly type: 'tried';
      readonly fix: string;
      readonly outcome: 'worked' | 'failed' | 'skipped' | 'declined';
    }
  | { readonly type: 'handedOver'; readonly ticket: string }
  | { readonly type: 'solved' };

/** One option of a question: what it is, and its label at the time of asking. */
export interface Option {
  readonly label: string;
  readonly action: Action;
}

/** What picking an option does. Data, so that it survives JSON and a press is a look-up. */
export type Action =
  | {
      readonly do: 'answer';
      readonly observation: string;
      readonly answer: string;
      /** P(it is this answer), where the words hedged; absent = 1. */
      readonly share?: number;
    }
  | {
      readonly do: 'open';
      readonly pack: string;
      readonly problem: string;
      readonly code?: string;
      /** The family of that code. */
      readonly family?: string;
    }
  /** Goes to another problem and keeps the present one for later. */
  | { readonly do: 'switch'; readonly pack: string; readonly problem: string; readonly code?: string }
  /** Comes back to the problem that was kept last, or lets it go. */
  | { readonly do: 'takeUp' }
  | { readonly do: 'dropKept' }
  /** Says what the table knows about a code that no problem is about. */
  | { readonly do: 'code'; readonly family: string; readonly code: string }
  | { readonly do: 'article'; readonly pack: string; readonly article: string }
  | { readonly do: 'consent'; readonly fix: string }
  | {
      readonly do: 'tried';
      readonly fix: string;
      readonly outcome: 'worked' | 'failed' | 'skipped' | 'declined';
    }
  | { readonly do: 'handOver' }
  | { readonly do: 'sendTicket' }
  | { readonly do: 'resume' }
  | { readonly do: 'continue' }
  | { readonly do: 'noneOfThese' }
  | { readonly do: 'startOver' }
  /** Takes away everything that is kept of the person. */
  | { readonly do: 'forgetMe' };

/** What the bot's last reply waits for. */
export interface Open {
  readonly kind: 'question' | 'choose' | 'consent' | 'fix' | 'handover' | 'resume';
  /** The turn in which it was asked: the middle part of its choices' ids. */
  readonly turn: number;
  readonly options: readonly Option[];
  readonly observation?: string;
  /** Observations that were asked along with it, to be answered in words. */
  readonly together?: readonly string[];
  readonly fix?: string;
  /** The words that led here were kept for the operator already. */
  readonly unanswered?: true;
  /** Shown beside the path (a preview that the person asked for): "back" returns to the path and takes nothing away. */
  readonly aside?: true;
}

/** Everything `advance` may know besides the state and the message. */
export interface World {
  readonly knowledge: Knowledge;
  /** Epoch milliseconds. */
  readonly now: number;
  /** For whatever must look random and still replay: the same seed gives the same step. */
  readonly seed: string;
  /** What is kept of the person; only where the message asks for it. */
  readonly record?: PersonRecord;
  /** Days after which talks and records of what happened go by themselves; absent = the operator did not say. */
  readonly retention?: { readonly talks: number; readonly log: number };
  /** Absent = nothing is learnt from this talk, and it goes by the author's numbers. */
  readonly learning?: Learning;
  /** What admins set where the message was said; absent = nothing. */
  readonly place?: Place;
  /** In which the bot speaks, whatever the message is in; absent = the asker's. */
  readonly language?: LanguageCode;
  /** What an encoder made of the message; absent = it was not asked. */
  readonly encoded?: EncodedText;
}

/** What learning gives to talks, and that it takes from them. */
interface Learning {
  /** The promoted numbers, newest last; empty while talks go by the author's. */
  readonly sets: readonly ParameterSet[];
}

/** Something for operations, written in the same transaction as the state. */
export type Effect =
  | {
      readonly kind: 'outcome';
      readonly pack: string;
      readonly problem: string;
      readonly outcome: 'solved' | 'handedOver' | 'unknown';
      readonly fix?: string;
      readonly events: readonly TalkEvent[];
      /** What the talk can teach; absent when nothing is to be learnt from it. */
      readonly evidence?: readonly Evidence[];
    }
  | {
      readonly kind: 'unanswered';
      readonly text: string;
      readonly language: LanguageCode;
      readonly nearest: readonly string[];
    }
  | { readonly kind: 'sighting'; readonly family: string; readonly code: string }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  /** The person wants nothing kept of them. */
  | { readonly kind: 'forget' }
  /** The person agreed, or agrees no more; `version` is that of the question. */
  | { readonly kind: 'consent'; readonly learning: boolean; readonly version: number }
  /** An admin set something for a channel or thread. */
  | { readonly kind: 'place'; readonly id: string; readonly change: PlaceChange }
  /** Something for the audit; `detail` holds ids and words of our own only. */
  | {
      readonly kind: 'audit';
      readonly action: 'administered' | 'refused' | 'consented' | 'withdrawn' | 'exported' | 'forgotten';
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** A talk handed to a person: readable by itself, in the asker's language. */
export interface Ticket {
  readonly id: string;
  readonly language: LanguageCode;
  readonly pack?: string;
  readonly problem?: string;
  readonly system?: System;
  /** Of the system, where it was told: `Windows 11 23H2`. */
  readonly version?: string;
  /** The whole trail as lines of text, as previewed and agreed to. */
  readonly lines: readonly string[];
}

export interface Step {
  readonly state: Conversation;
  readonly reply?: Reply;
  readonly effects: readonly Effect[];
}

/** What a person agreed to. */
export interface Consent {
  /** Whether talks may be learnt from. */
  readonly learning: boolean;
  /** Of the question that was answered. */
  readonly version: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Everything that is kept of one person; times are epoch milliseconds. Survives JSON. */
export interface PersonRecord {
  /** As `Identities.person` names them. */
  readonly person: string;
  readonly consent: Consent | null;
  /** The one that they chose for themselves; absent when they did not. */
  readonly language?: LanguageCode;
  /** Oldest first. `address` is how the platform is told where to answer. */
  readonly talks: readonly {
    readonly conversation: string;
    readonly at: number;
    readonly address: Address;
    /** Null where nothing of the talk is left. */
    readonly state: Conversation | null;
  }[];
  /** Of each message when it came; `text` only while it is not answered, or could not be. */
  readonly messages: readonly {
    readonly at: number;
    readonly conversation: string;
    readonly text?: string;
  }[];
  readonly replies: readonly { readonly conversation: string; readonly reply: Reply }[];
  /** Tickets, how talks ended, codes named, words that nothing was known about. */
  readonly effects: readonly {
    readonly at: number;
    readonly conversation: string;
    readonly effect: Effect;
  }[];
  /** What talks taught: answers by id, no words. */
  readonly learnt: readonly {
    readonly at: number;
    readonly pack: string;
    readonly problem: string;
    readonly outcome: string;
    readonly fix?: string;
    readonly evidence: readonly Evidence[];
  }[];
}

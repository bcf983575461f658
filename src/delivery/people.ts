import type { PersonRecord } from '../conversation/state.ts';
import type { LanguageCode } from '../message.ts';

/** What is kept of people, to be shown to them. Forgetting is a step's effect, so that it is one transaction with its answer. */
export interface PeopleStore {
  /** Everything kept of one person; empty for a stranger. */
  record(person: string): Promise<PersonRecord>;
  /** The language that somebody chose for themselves; null when they did not. */
  language(person: string): Promise<LanguageCode | null>;
  chooseLanguage(person: string, language: LanguageCode): Promise<void>;
}

/** A value that was hidden in a talk, by its keyed hash. */
export interface HiddenValue {
  readonly kind: string;
  readonly digest: string;
  /** From 1, per kind and talk. */
  readonly number: number;
}

/** Remembers which number a hidden value has in its talk, without the value. */
export interface PlaceholderStore {
  hidden(conversation: string): Promise<readonly HiddenValue[]>;
  hide(conversation: string, value: HiddenValue): Promise<void>;
}

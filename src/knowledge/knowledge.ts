import type { Phrases, Text } from '../languages/text.ts';
import type { CodeData } from './codes/code-data.ts';

/**
 * Knowledge as the engine reads it: wildcards resolved, weights turned into probabilities, procedures put into the
 * steps that use them. Plain data that survives JSON, because the compiled index is exactly this.
 */

export type System = 'windows' | 'macos' | 'linux' | 'android' | 'ios';

interface Facts {
  readonly sources?: readonly string[];
  readonly asOf?: string;
  readonly confidence?: 'high' | 'medium' | 'low';
}

export interface Knowledge {
  /** Content hash over every file; two equal versions hold equal knowledge. */
  readonly version: string;
  /** By pack id, in the order in which packs outrank one another (first = strongest). */
  readonly packs: Readonly<Record<string, Pack>>;
  /** `family/code` → the problems that it opens. */
  readonly codes: Readonly<Record<string, readonly ProblemReference[]>>;
  /** Only in knowledge that was narrowed to some packs: all of it, from which everything heavy is computed once. */
  readonly whole?: Knowledge;
  /** The table of codes and the owner's own; missing = no `codes` folder anywhere. */
  readonly table?: CodeData;
}

export interface ProblemReference {
  readonly pack: string;
  readonly problem: string;
}

export interface Pack {
  readonly id: string;
  readonly title: Text;
  readonly owner: string;
  readonly languages: readonly ('en' | 'zh')[];
  readonly handOver: Text;
  readonly handOverMinutes: number;
  readonly reviewDays: number;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly causes: Readonly<Record<string, Cause>>;
  readonly observations: Readonly<Record<string, Observation>>;
  readonly fixes: Readonly<Record<string, Fix>>;
  readonly articles: Readonly<Record<string, Article>>;
}

export interface Problem extends Facts {
  readonly id: string;
  readonly title: Text;
  readonly meaning?: Text;
  readonly says: Phrases;
  /** Messages that programs print, word for word, with `…` for what differs. */
  readonly prints: readonly string[];
  readonly unlike: Phrases;
  readonly codes: readonly string[];
  /** Prior per cause id; sums to 1. May be empty: then the meaning is the whole answer. */
  readonly causes: Readonly<Record<string, number>>;
  /** Observation ids that may be asked or heard here. */
  readonly observations: readonly string[];
  readonly implies: Readonly<Record<string, string>>;
  readonly examples: Examples;
}

interface Examples {
  readonly match: readonly string[];
  readonly noMatch: readonly string[];
  readonly dialogues: readonly Dialogue[];
}

export interface Dialogue {
  readonly says: string;
  readonly language?: 'en' | 'zh';
  readonly system?: System;
  readonly answers: Readonly<Record<string, string>>;
  readonly fix: string;
}

export interface Cause extends Facts {
  readonly id: string;
  readonly title: Text;
  readonly because: Text;
  readonly layer: string;
  readonly systems?: readonly System[];
  /** Fix id → P(fixed | this cause). */
  readonly fixes: Readonly<Record<string, number>>;
}

export interface Observation {
  readonly id: string;
  readonly title: Text;
  readonly ask?: Text;
  readonly why?: Text;
  readonly minutes: number;
  readonly dontKnow: number;
  readonly askIf?: Readonly<Record<string, readonly string[]>>;
  readonly systems?: readonly System[];
  readonly answers: readonly Answer[];
  /** Cause id → P(answer | cause) in the order of `answers`; a cause that is missing here answers as `usual`. */
  readonly likelihood: Readonly<Record<string, readonly number[]>>;
}

export interface Answer {
  readonly id: string;
  readonly label: Text;
  readonly heard: Phrases;
  /** Built-in facts that mean this answer, as `topic/value` of `languages/facts`. */
  readonly facts?: readonly string[];
  /** The file sizes that mean this answer, in megabytes: from (included) to below. */
  readonly megabytes?: { readonly from: number; readonly below: number };
  /** P(answer) for people in general; over an observation's answers they sum to 1. */
  readonly usual: number;
  readonly opens?: string;
}

export interface FixStep {
  readonly text: Text;
  readonly command?: string;
  /** The versions of the system that it is for, by their number; absent = all. */
  readonly versions?: { readonly from?: number; readonly below?: number };
}

/** The steps on one system, with everything that procedures add. */
export interface FixVariant {
  readonly steps: readonly FixStep[];
  readonly needs: readonly ('admin' | 'restart')[];
  readonly sideEffects: readonly Text[];
  readonly undo: readonly Text[];
}

export interface Fix extends Facts {
  readonly id: string;
  readonly title: Text;
  readonly tier: 1 | 2 | 3;
  /** Minutes of work. */
  readonly minutes: number;
  /** Minutes of waiting after it. */
  readonly wait?: number;
  readonly risk: 'low' | 'medium' | 'high';
  readonly warning?: Text;
  /** `any` is for every system that has no entry of its own. */
  readonly variants: Readonly<Partial<Record<System | 'any', FixVariant>>>;
  readonly verify: Text;
  /** Whoever says they did one of these (built-in facts `did/…`) has tried this fix. */
  readonly did?: readonly string[];
  readonly judgement: boolean;
}

export interface Article extends Facts {
  readonly id: string;
  readonly title: Text;
  readonly says: Phrases;
  readonly unlike: Phrases;
  readonly status: 'speculative' | 'wrong' | 'not-yours' | 'background';
  readonly text: Text;
}

/**
 * The observation that every pack has without writing it: which system the person is on. Its answers are the
 * `System` names; the compiler derives its likelihoods from the causes' `systems`, and words it from `languages/`.
 */
export const systemObservation = 'system';

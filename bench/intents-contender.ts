import type { IntentSet } from './intents-set.ts';

/** What is made of a text: a label, and a number that is higher the more certain it is that the text has any label. */
export interface Guess {
  readonly label: string;
  readonly confidence: number;
}

export type Guesser = (text: string) => Guess | Promise<Guess>;

export interface Conditions {
  readonly seed: number;
  /** Where peers were installed. */
  readonly folder: string;
}

/** Learns from `train`, and may look at `dev` to set itself up. */
export type Contender = (set: IntentSet, conditions: Conditions) => Guesser | Promise<Guesser>;

let segmenter: Intl.Segmenter | undefined;

/** The words of a text, for peers that cannot split Chinese. */
export function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text.toLowerCase()))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

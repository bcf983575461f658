import type { Text } from '../text.ts';

/** One thing that people tell about their case, and how they say it. English and Chinese stand together: people mix them. */
export interface FactValue {
  readonly label: Text;
  /** Patterns that say it wherever they stand; `…` and `(one|other)` as in a pack's `heard`. */
  readonly says: readonly string[];
  /** Patterns that say it only as an answer to a question about it: by themselves they could mean anything. */
  readonly answers?: readonly string[];
}

/** A kind of fact. Its values are named `topic/value` in knowledge. */
export interface FactTopic {
  readonly title: Text;
  /** Several of them can be true at once, as with what somebody has done already. */
  readonly several?: true;
  readonly values: Readonly<Record<string, FactValue>>;
}

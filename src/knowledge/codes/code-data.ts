import type { Text } from '../../languages/text.ts';

/** A family of codes as the compiled index keeps it. Plain data that survives JSON. */
export interface CodeFamily {
  readonly id: string;
  readonly title: Text;
  readonly vendor: string;
  /** How its codes stand in a text: 0x + 8 digits, a number, as they are, or only a name. */
  readonly printed: 'hex' | 'decimal' | 'literal' | 'name';
  /** Letters in front of the number: `TS2304`, `NJS-090`. */
  readonly prefix?: string;
  /** Families that share a group and a symbol are one candidate, never a question. */
  readonly group?: string;
  /**
   * When a symbol counts without a word of its family beside it: `sure` always, `camel` when it is two words or more,
   * `caps` when it has capitals and an underscore, `context` only beside such a word, `none` never.
   */
  readonly names: 'sure' | 'camel' | 'caps' | 'context' | 'none';
  /** Symbols that count alone whatever `names` says, because nobody writes them for anything else. */
  readonly alone?: readonly string[];
  /** Whether its symbols are the vendor's own names; labels are never shown as names. */
  readonly official: boolean;
  /** How often people ask about it compared to others, as log-odds: 0 seldom … 4 daily. */
  readonly rank: number;
  /** Whether the owner said that their people use it (`CODE_FAMILIES`). */
  readonly preferred?: boolean;
  /** Chats in which it is the likelier reading. */
  readonly platforms: readonly string[];
  /** Words that speak for this family when they stand near a number; `_` stands for a space. */
  readonly words: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /** What helps with most of its codes; never the meaning of one code. */
  readonly advice: Text;
  /** Its codes as one text, `code,symbol` per line: 37,000 objects would take far longer to load. */
  readonly rows: string;
}

/** A code of the owner's own, from `<KNOWLEDGE_DIR>/codes/<family>.csv`. */
export interface OwnCode {
  readonly family: string;
  readonly code: string;
  readonly symbol?: string;
  readonly title: string;
  readonly text?: string;
  readonly steps: readonly string[];
  readonly aliases: readonly string[];
}

/** Everything that `codes/` folders hold. */
export interface CodeData {
  readonly families: readonly CodeFamily[];
  readonly own: readonly OwnCode[];
}

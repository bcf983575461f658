import type { Command, CommandWords } from './commands.ts';
import type { en } from './en.ts';

/** Every sentence the bot can say; English is the pattern, so a missing phrase elsewhere does not compile. */
export type Sentences = typeof en.sentences;

export interface Language {
  readonly code: 'en' | 'zh';
  readonly commands: Readonly<Record<Command, CommandWords>>;
  readonly sentences: Sentences;
  /** How people answer the bot's own questions, besides pressing a button. */
  readonly heard: Readonly<Record<keyof typeof en.heard, readonly string[]>>;
}

/** What a person can say to the bot itself, whatever the knowledge. */
export type Command =
  | 'help'
  | 'startOver'
  | 'back'
  | 'why'
  | 'opinion'
  | 'duration'
  | 'human'
  | 'thanks'
  | 'greeting'
  | 'resume'
  /** Goes to the problem that waits, and lets the present one wait. */
  | 'other'
  | 'giveUp'
  | 'worked'
  | 'privacy'
  | 'export'
  | 'forget'
  | 'learningYes'
  | 'learningNo'
  | 'about'
  | 'howAreYou'
  | 'bye'
  | 'praise'
  | 'insult'
  | 'chat'
  | 'english'
  | 'chinese';

export interface CommandWords {
  /** Folded messages that are this command and nothing else. */
  readonly whole: readonly string[];
  /** Words that make any short message this command. */
  readonly within?: readonly string[];
}

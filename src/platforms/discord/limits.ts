/**
 * What Discord takes, in UTF-16 units where it is about text (Discord counts characters, which are never more).
 * Source: Discord's documentation of messages, components and application commands, API v10.
 */
export const limits = {
  /** `content` of a message. */
  content: 2000,
  /** All text displays of a Components V2 message together. */
  display: 4000,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  selectOptions: 25,
  optionLabel: 100,
  customId: 100,
  threadName: 100,
  nonce: 25,
  /** Suggestions for an option, and the length of each. */
  suggestions: 25,
  suggestion: 100,
  /** What the text field of a form holds. */
  form: 4000,
  /** An interaction's token lives for 15 minutes; a minute is left for the way there. */
  tokenMs: 14 * 60_000,
} as const;

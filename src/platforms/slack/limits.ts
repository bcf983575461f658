/** What Slack takes, from its Block Kit and chat.postMessage references. Lengths are counted in UTF-16 units. */
export const limits = {
  /** Blocks of a message. */
  blocks: 50,
  /** A section's text. */
  section: 3_000,
  /** A header block's text. */
  header: 150,
  /** Elements of a context block. */
  contextElements: 10,
  /** A button's or option's label. */
  label: 75,
  /** Options of a select. */
  options: 100,
  /** From this many choices on, a select is easier to read than buttons. */
  buttons: 5,
  /** The plain text beside blocks; 40,000 are possible, 4,000 advised. */
  text: 4_000,
  /** All blocks together: undocumented, refused as `msg_blocks_too_long` at about 13,200. */
  allBlocks: 10_000,
} as const;

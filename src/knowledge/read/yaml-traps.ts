import type { YAMLError } from 'yaml';

/** What an author of a YAML file may have stumbled over, in words that tell what to type instead. */
export interface Trap {
  readonly rule: string;
  readonly expected: string;
  readonly tip: string;
}

const quoteIt = 'Put the whole text in quotes: "…".';

/** Error code of the yaml package → our words. Codes that are not here get the package's own sentence. */
const byCode: Partial<Record<YAMLError['code'], Trap>> = {
  TAB_AS_INDENT: {
    rule: 'yaml-tab',
    expected: 'spaces at the beginning of the line',
    tip: 'Replace each tab by two spaces; most editors can do it for you ("convert indentation to spaces").',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: 'yaml-colon',
    expected: 'one key and one value on the line',
    tip: `A colon followed by a space begins a value, so a text that holds one needs quotes. ${quoteIt}`,
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: 'yaml-key',
    expected: 'a key, a colon, a space, a value',
    tip: 'Write "key: value" with an English colon and a space; a Chinese colon (：) does not count.',
  },
  MULTIPLE_DOCS: {
    rule: 'yaml-documents',
    expected: 'one entry per file',
    tip: 'Remove the line "---" (or "...") and give what follows a file of its own.',
  },
  BAD_SCALAR_START: {
    rule: 'yaml-first-character',
    expected: 'a text that begins with an ordinary character',
    tip: `A text may not begin with @, \` or % unless it stands in quotes. ${quoteIt}`,
  },
  BAD_DQ_ESCAPE: {
    rule: 'yaml-backslash',
    expected: 'a text without a lone backslash',
    tip: "Inside double quotes a backslash is special. Use single quotes: 'C:\\Users\\…'.",
  },
  BAD_INDENT: {
    rule: 'yaml-indent',
    expected: 'keys of one level in the same column',
    tip: 'Compare the number of spaces with the line above; close every [ and {.',
  },
  MISSING_CHAR: {
    rule: 'yaml-unclosed',
    expected: 'every quote, [ and { closed, and "key: value" on each line',
    tip: 'Look for a quote that is opened and never closed, or a line without its colon.',
  },
  BAD_ALIAS: {
    rule: 'yaml-alias',
    expected: 'the text itself',
    tip: `A text may not begin with * or & unless it stands in quotes. ${quoteIt}`,
  },
  UNEXPECTED_TOKEN: {
    rule: 'yaml-leftover',
    expected: 'nothing after the closing quote',
    tip: "A quote inside a text of the same quotes ends it: double it ('it''s') or use the other kind.",
  },
  RESOURCE_EXHAUSTION: {
    rule: 'yaml-depth',
    expected: 'at most 20 levels of nesting',
    tip: 'Knowledge files never need more than eight levels; look for brackets that open again and again.',
  },
};

const other: Trap = {
  rule: 'yaml',
  expected: 'YAML that can be read',
  tip: 'Compare the line with an entry that works, or start from `askfix new`.',
};

/** The trap behind an error of the yaml package. */
export function trapOf(error: YAMLError): Trap {
  return byCode[error.code] ?? other;
}

/** Traps that are legal YAML and still refused here, because they surprise the next reader or the loader. */
export const ownTraps = {
  duplicateKey: {
    rule: 'yaml-duplicate-key',
    expected: 'each key once',
    tip: 'Only one of the two would count. Join them, or rename one.',
  },
  alias: {
    rule: 'yaml-alias',
    expected: 'the text itself',
    tip: 'Anchors (&) and aliases (*) are not read: write the text out, or put it in quotes if it begins with one of them.',
  },
  tag: {
    rule: 'yaml-tag',
    expected: 'a plain value',
    tip: 'Tags such as !!int are not needed: every value is read as typed. A text that begins with ! needs quotes.',
  },
  parts: {
    rule: 'file-size',
    expected: 'at most 10000 of them',
    tip: 'One file is one entry; divide it. (It was not parsed.)',
  },
  depth: {
    rule: 'yaml-depth',
    expected: 'at most 20 levels of nesting',
    tip: 'Knowledge files never need more than eight levels; look for brackets that open again and again.',
  },
  key: {
    rule: 'yaml-key',
    expected: 'a short word as key',
    tip: 'A key is one word before a colon; lists, mappings, and the names __proto__, constructor and prototype cannot be keys.',
  },
  empty: {
    rule: 'yaml-empty',
    expected: 'an entry',
    tip: 'Start from `askfix new`, or remove the file.',
  },
  notMapping: {
    rule: 'yaml-key',
    expected: 'lines of the form "key: value"',
    tip: 'Write an English colon and a space after each key; a Chinese colon (：) or "key:value" makes one long text.',
  },
  lostComment: {
    rule: 'yaml-comment',
    expected: 'the whole text',
    tip: 'A # after a space begins a comment, so the rest of this text would be lost. Put the text in quotes, or the comment on its own line.',
  },
} as const satisfies Record<string, Trap>;

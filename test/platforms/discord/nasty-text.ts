import fc from 'fast-check';

/** Pieces of everything that means something to Discord. */
const pieces = [
  '`',
  '``',
  '```',
  '~~~',
  '*',
  '**',
  '_',
  '__',
  '||',
  '~~',
  '\\',
  '>',
  '>>> ',
  '#',
  '-# ',
  '- ',
  '1. ',
  '\n',
  '\r\n',
  '<',
  '@',
  '<@1>',
  '<@!1>',
  '<@&1>',
  '<#1>',
  '</fix:1>',
  '<:a:1>',
  '<a:b:1>',
  '<t:1>',
  '<id:guide>',
  '@everyone',
  '@here',
  ':smile:',
  '[',
  '](',
  ')',
  'https://example.com/a_b',
  'http://',
  'mailto:',
  '://',
  '\u200b',
  '\u202e',
  '\u0000',
  '😀',
  '中文',
  'word',
  ' ',
];

/** Text by somebody who tries to break out. */
export const nastyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

/** What Discord's server would take for a mention, a channel, a command, an emoji or a time. */
export function liveMentions(content: string): string[] {
  return content.match(/<(?:@[!&]?|#|\/|a?:|t:|id:)[^>]*>|@everyone|@here/gi) ?? [];
}

/** Without the invisible character that takes mentions apart. */
export function withoutGaps(text: string): string {
  return text.replaceAll('\u200b', '');
}

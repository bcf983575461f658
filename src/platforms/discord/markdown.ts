import { printable } from '../text.ts';

/** Stands between the characters of what would otherwise be a mention; nobody sees it. */
const gap = '\u200b';

/** A web address whose characters cannot begin any formatting; Discord makes a link of it by itself. */
const link = /https?:\/\/[A-Za-z0-9][A-Za-z0-9./_%=&?#-]*/g;

/**
 * Plain text as Discord markdown that shows exactly this text: nothing in it formats, mentions, pings or ends a frame
 * around it. Web addresses stay links.
 *
 * Discord's escape is a backslash before any character but letters, digits and spaces. It does not stop the server from
 * reading `<@1>` or `@everyone` as mentions, so these are taken apart as well, besides `allowed_mentions`.
 */
export function escaped(text: string): string {
  let result = '';
  let end = 0;
  const plain = printable(text);
  for (const match of plain.matchAll(link)) {
    result += escapedPart(plain.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return escapedLineStarts(result + escapedPart(plain.slice(end)));
}

function escapedPart(text: string): string {
  return apart(text)
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:');
}

/** What makes a list, heading, quotation or small print only at the start of a line. */
function escapedLineStarts(text: string): string {
  return text.replace(/^(\s*)([#+-])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

/**
 * The text with its mentions of people, roles, channels, commands, emoji, times and everybody taken apart; also those
 * that would be one without the backslashes in them.
 */
export function apart(text: string): string {
  return text
    .replace(/<(?=\\{0,20}(?:a?[@#:/]|t:|id:))/g, `<${gap}`)
    .replace(/@(?=everyone|here)/gi, `@${gap}`);
}

/** A frame around text to copy; '' for empty text. Nothing in it can end the frame. */
export function codeBlock(text: string): string {
  const inside = apart(printable(text)).replace(/`{3,}/g, (ticks) => [...ticks].join(gap));
  return inside.trim() === '' ? '' : `\`\`\`\n${inside}\n\`\`\``;
}

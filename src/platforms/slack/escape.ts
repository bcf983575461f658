import { printable } from '../text.ts';

/** How Slack wants its three control characters written; nothing else can begin a mention, a link or a broadcast. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Any text as it may stand in a Slack text object: shown as it is, live nowhere. */
function escapeText(text: string): string {
  return printable(text.toWellFormed()).replace(/[&<>]/g, (character) => entities[character] as string);
}

/**
 * Any text in pieces that are at most `longest` UTF-16 units when escaped. Breaks between lines where it can, never
 * inside a character or an entity.
 */
export function escapedPieces(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const line of printable(text.toWellFormed()).split(/(?<=\n)/)) {
    const escaped = escapeText(line);
    if (piece.length + escaped.length > longest && piece !== '') {
      pieces.push(piece);
      piece = '';
    }
    if (escaped.length <= longest) piece += escaped;
    else {
      const parts = characterPieces(line, longest);
      piece = parts.pop() ?? '';
      pieces.push(...parts);
    }
  }
  return [...pieces, piece].map((part) => part.replace(/^\n+|\s+$/g, '')).filter((part) => part !== '');
}

function characterPieces(line: string, longest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    const escaped = entities[character] ?? character;
    if (piece.length + escaped.length > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += escaped;
  }
  return [...pieces, piece];
}

/** The beginning of a text, escaped, at most `longest` UTF-16 units; what was cut off shows as an ellipsis. */
export function escapedStart(text: string, longest: number): string {
  const whole = escapeText(text);
  if (whole.length <= longest) return whole;
  return `${characterPieces(printable(text.toWellFormed()), longest - 1)[0] ?? ''}…`;
}

/** Text of a Slack event as the person saw it: entities, links and mentions turned back into words. */
export function unescapeText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_whole, inner: string) => wordsOf(inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\0', '')
    .trim();
}

/** `https://x|label` → the label; `#C1|general` → #general; a mention of somebody says nothing about the problem. */
function wordsOf(inner: string): string {
  const [target = '', label] = inner.split('|', 2);
  if (/^[@!]/.test(target)) return '';
  if (target.startsWith('#')) return label ? `#${label}` : '';
  return label ?? target.replace(/^mailto:/, '');
}

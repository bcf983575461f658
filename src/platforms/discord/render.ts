import type { Block } from '../../message.ts';
import { pieces } from './graphemes.ts';
import { codeBlock, escaped } from './markdown.ts';

/** A stretch of plain text and how it is dressed; may be cut anywhere, each cut dressed by itself. */
interface Stretch {
  readonly text: string;
  readonly dress: (plain: string) => string;
}

const marks = { warning: '⚠️', verify: '✅', undo: '↩️', info: 'ℹ️' } as const;

/** Dressing makes a text longer at most this many times: `<@` becomes `\<`, a gap and `@`, and a line break `\n> `. */
const growth = 3;
/** Units that a dress itself takes at most: frames, stars, numbers, marks. */
const dressUnits = 40;

/**
 * Blocks as Discord markdown, in pieces of at most `most` UTF-16 units each (at least 400). Cuts are at borders of
 * blocks, steps and items where possible, else between characters; every piece is whole markdown by itself.
 */
export function renderPieces(blocks: readonly Block[], colon: string, most: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const { text, startsBlock } of dressed(blocks, colon, most)) {
    const joint = piece === '' ? '' : startsBlock ? '\n\n' : '\n';
    if (piece.length + joint.length + text.length > most) {
      found.push(piece);
      piece = text;
    } else piece += joint + text;
  }
  return piece === '' ? found : [...found, piece];
}

function* dressed(
  blocks: readonly Block[],
  colon: string,
  most: number,
): Generator<{ readonly text: string; readonly startsBlock: boolean }> {
  for (const block of blocks) {
    let startsBlock = true;
    for (const { text, dress } of stretchesOf(block, colon)) {
      for (const plain of cut(text, dress, most)) {
        const whole = dress(plain);
        if (whole.trim() === '') continue;
        yield { text: whole, startsBlock };
        startsBlock = false;
      }
    }
  }
}

function cut(text: string, dress: Stretch['dress'], most: number): string[] {
  if (text.length * growth + dressUnits <= most || dress(text).length <= most) return [text];
  return pieces(text, Math.floor((most - dressUnits) / growth));
}

function stretchesOf(block: Block, colon: string): Stretch[] {
  switch (block.type) {
    case 'text':
      return [{ text: block.text, dress: escaped }];
    case 'heading':
      return [{ text: block.text, dress: heading }];
    case 'list':
      return block.items.map((text) => ({ text, dress: item }));
    case 'steps':
      return block.items.flatMap(step);
    case 'badges':
      return [{ text: block.items.map(({ text }) => text).join(' · '), dress: small }];
    case 'note': {
      const mark = marks[block.tone];
      return [
        { text: block.title, dress: (plain) => quoted(bold(`${mark} `, plain)) },
        { text: block.text, dress: (plain) => quoted(escaped(plain)) },
      ];
    }
    case 'rows':
      return block.rows.flatMap(({ label, value }) => row(label, value, colon));
  }
}

/** A line of text without breaks. */
function line(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

function bold(before: string, text: string): string {
  const inside = line(text);
  return inside === '' ? '' : `${before}**${inside}**`;
}

function heading(text: string): string {
  const inside = line(text);
  return inside === '' ? '' : `### ${inside}`;
}

function small(text: string): string {
  const inside = line(text);
  return inside === '' ? '' : `-# ${inside}`;
}

function item(text: string): string {
  const inside = escaped(text);
  return inside.trim() === '' ? '' : `- ${inside.replaceAll('\n', '\n  ')}`;
}

function quoted(markdown: string): string {
  return markdown.trim() === '' ? '' : `> ${markdown.replaceAll('\n', '\n> ')}`;
}

function step(
  { text, command }: { readonly text: string; readonly command?: string },
  index: number,
): Stretch[] {
  const words = { text, dress: (plain: string) => `**${index + 1}.** ${escaped(plain)}` };
  return command === undefined ? [words] : [words, { text: command, dress: codeBlock }];
}

function row(label: string, value: string, colon: string): Stretch[] {
  if (label.trim() === '') return [{ text: value, dress: escaped }];
  if (`${label}${value}`.length < 300)
    return [{ text: value, dress: (plain) => `${bold('', label + colon.trimEnd())} ${escaped(plain)}` }];
  return [
    { text: label, dress: (plain) => bold('', plain) },
    { text: value, dress: escaped },
  ];
}

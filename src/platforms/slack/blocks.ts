import type { Block } from '../../message.ts';
import { escapedPieces, escapedStart } from './escape.ts';
import { limits } from './limits.ts';

/** A Block Kit block. Only what this file and `choices.ts` make is ever sent. */
export interface KitBlock {
  readonly type: string;
  readonly [field: string]: unknown;
}

const noteSigns = { warning: '⚠️', verify: '✅', undo: '↩️', info: 'ℹ️' } as const;

/** A platform-neutral block as Block Kit blocks within Slack's limits; none where there is nothing to show. */
export function kitBlocks(block: Block, colon: string): KitBlock[] {
  switch (block.type) {
    case 'text':
      return sections(block.text);
    case 'heading':
      return heading(block.text);
    case 'list':
      return sections(block.items.map((item) => `• ${indented(item)}`).join('\n'));
    case 'steps':
      return steps(block.items);
    case 'badges':
      return context(block.items.map(({ text }) => text));
    case 'note':
      return sections(`${noteSigns[block.tone]} ${block.title}${colon}${block.text}`);
    case 'rows':
      return sections(block.rows.map(({ label, value }) => `${label}${colon}${value}`).join('\n'));
  }
}

/** Plain text, in which Slack formats nothing: neither `*` nor `_` nor a list's `>` of a user can break out. */
function sections(text: string): KitBlock[] {
  return escapedPieces(text, limits.section).map((piece) => ({
    type: 'section',
    text: { type: 'plain_text', text: piece, emoji: false },
  }));
}

function heading(text: string): KitBlock[] {
  const pieces = escapedPieces(text.replaceAll('\n', ' '), limits.header);
  const [only] = pieces;
  if (pieces.length !== 1 || only === undefined) return sections(text);
  return [{ type: 'header', text: { type: 'plain_text', text: only, emoji: false } }];
}

/** Small grey text, such as a fix's minutes and risk, or the choice that was made. */
export function context(texts: readonly string[]): KitBlock[] {
  const elements = texts
    .filter((text) => escapedPieces(text, limits.section).length > 0)
    .map((text) => ({ type: 'plain_text', text: escapedStart(text, 300), emoji: false }))
    .slice(0, limits.contextElements);
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** Steps as numbered text; a command stands alone, preformatted, ready to be copied. */
function steps(items: Extract<Block, { type: 'steps' }>['items']): KitBlock[] {
  const blocks: KitBlock[] = [];
  let lines: string[] = [];
  const flush = () => {
    blocks.push(...sections(lines.join('\n')));
    lines = [];
  };
  items.forEach((step, index) => {
    lines.push(`${index + 1}) ${indented(step.text)}`);
    if (step.command === undefined) return;
    flush();
    blocks.push(...preformatted(step.command));
  });
  flush();
  return blocks;
}

/** `verbatim`: Slack turns no address or name inside into a link. A fence inside is broken, so that it cannot end ours. */
function preformatted(command: string): KitBlock[] {
  const fenced = command.replace(/`{3,}/g, (fence) => [...fence].join('\u200b'));
  return escapedPieces(fenced, limits.section - 10).map((piece) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: `\`\`\`\n${piece}\n\`\`\``, verbatim: true },
  }));
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n   ');
}

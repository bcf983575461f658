import type { Block, Choice, Reply } from '../message.ts';

/** The parts of a rendering that a terminal may colour. */
export type TextPart = 'heading' | 'command' | 'badges' | 'warning' | 'number';

export interface TextOptions {
  /** Wraps a part in colours; without it the text stays plain. */
  readonly paint?: (part: TextPart, text: string) => string;
}

type Paint = NonNullable<TextOptions['paint']>;

/**
 * The whole reply as plain text: blocks separated by empty lines, then the choices as `1. label`, to be answered by
 * number. Steps are numbered `1)`, so that nobody takes them for choices; a command stands alone on an indented line,
 * ready to be copied. Control characters are gone, so that no text can drive a terminal.
 */
export function renderText(
  reply: Pick<Reply, 'language' | 'blocks' | 'choices'>,
  options: TextOptions = {},
): string {
  const paint: Paint = (part, text) => (options.paint ? options.paint(part, text) : text);
  const colon = reply.language === 'zh' ? '：' : ': ';
  const parts = reply.blocks.map((block) => renderBlock(block, paint, colon));
  return [...parts, renderChoices(reply.choices, paint)].filter((part) => part !== '').join('\n\n');
}

function renderBlock(block: Block, paint: Paint, colon: string): string {
  switch (block.type) {
    case 'text':
      return printable(block.text);
    case 'heading':
      return paint('heading', printable(block.text));
    case 'list':
      return block.items.map((item) => `- ${indented(printable(item), 2)}`).join('\n');
    case 'steps':
      return block.items.map((step, index) => renderStep(step, index + 1, paint)).join('\n');
    case 'badges':
      return block.items.length === 0
        ? ''
        : paint('badges', `[${block.items.map(({ text }) => printable(text)).join(' · ')}]`);
    case 'note': {
      const text = `${printable(block.title)}${colon}${printable(block.text)}`;
      return block.tone === 'warning' ? paint('warning', text) : text;
    }
    case 'rows':
      return block.rows
        .map(({ label, value }) => `${printable(label)}${colon}${printable(value)}`)
        .join('\n');
  }
}

function renderStep(
  step: { readonly text: string; readonly command?: string },
  number: number,
  paint: Paint,
): string {
  const head = `${number}) `;
  const text = `${head}${indented(printable(step.text), head.length)}`;
  if (step.command === undefined) return text;
  const command = printable(step.command)
    .split('\n')
    .map((line) => paint('command', line));
  return [text, ...command.map((line) => `    ${line}`)].join('\n');
}

function renderChoices(choices: readonly Choice[], paint: Paint): string {
  return choices
    .map(({ label }, index) => `${paint('number', `${index + 1}.`)} ${printable(label)}`)
    .join('\n');
}

/** Later lines of an item stand under its first one. */
function indented(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`);
}

/**
 * Without characters that act instead of being seen: C0 and C1 controls except line feed and tab, and the marks that
 * turn the direction of everything after them (Unicode Standard Annex 9, explicit formatting).
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

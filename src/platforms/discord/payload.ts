import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Row } from './choices.ts';
import type { MessageCall } from './encode.ts';
import { pieces, shortened } from './graphemes.ts';
import { limits } from './limits.ts';

/** Nothing that is sent ever pings anybody. */
export const noMentions = { parse: [] as never[] };

/** A message as the API takes it, without what belongs to a place. */
export type Payload = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'components' | 'flags'> & {
  readonly allowed_mentions: { readonly parse: never[] };
};

/** The message as a framed card (Components V2). */
export function cardOf({ text, rows, colour }: Pick<MessageCall, 'text' | 'rows' | 'colour'>): Payload {
  const card: APIMessageTopLevelComponent = {
    type: ComponentType.Container,
    accent_color: colour,
    components: [{ type: ComponentType.TextDisplay, content: text }, ...rows],
  };
  return { flags: MessageFlags.IsComponentsV2, components: [card], allowed_mentions: noMentions };
}

/** The message as plain ones; several where the text is longer than a plain message. The last has the buttons. */
export function plainOf({ text, rows }: Pick<MessageCall, 'text' | 'rows'>): readonly Payload[] {
  const texts = linesTogether(text, limits.content);
  return texts.map((content, index) => ({
    content,
    components: index === texts.length - 1 ? [...rows] : [],
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: noMentions,
  }));
}

/** A sentence alone, as a plain message. */
export function sentenceOf(markdown: string): Payload {
  return {
    content: shortened(markdown, limits.content),
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: noMentions,
  };
}

const frame = '```';

/** Cuts between lines; a line that is too long by itself is cut between characters. A cut frame is whole on both sides. */
function linesTogether(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const room = most - 2 * (frame.length + 1);
  return framed(cut(text, room));
}

function cut(text: string, most: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const line of text.split('\n').flatMap((whole) => pieces(whole, most - 1))) {
    if (piece !== '' && piece.length + 1 + line.length > most) {
      found.push(piece);
      piece = line;
    } else piece += piece === '' ? line : `\n${line}`;
  }
  return [...found, piece].filter((one) => one.trim() !== '');
}

/** Ends the frame that a piece leaves open, and begins it anew in the next. */
function framed(texts: readonly string[]): string[] {
  let isOpen = false;
  const whole = texts.map((text) => {
    const rest = isOpen && text.startsWith(frame) ? text.slice(frame.length).trimStart() : text;
    const begun = isOpen && rest === text ? `${frame}\n${text}` : rest;
    isOpen = (begun.split(frame).length - 1) % 2 === 1;
    return isOpen ? `${begun}\n${frame}` : begun;
  });
  return whole.filter((text) => text.trim() !== '');
}

/** All the text a message shows, of whatever kind it is. */
export function textOf(message: Pick<APIMessage, 'content' | 'components'>): string {
  const shown = (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
  const displays = shown.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  return [message.content, ...displays].filter((part) => part !== '').join('\n');
}

/** The `custom_id`s of what can be pressed below a message. */
export function pressablesOf(message: Pick<APIMessage, 'components'>): string[] {
  return rowsIn(message).flatMap((row) =>
    row.components.flatMap((component) => ('custom_id' in component ? [component.custom_id] : [])),
  );
}

/** The label of the choice that a press meant, as it stands on the message. */
export function labelOf(message: Pick<APIMessage, 'components'>, customId: string, value?: string): string {
  for (const component of rowsIn(message).flatMap((row) => row.components)) {
    if (!('custom_id' in component) || component.custom_id !== customId) continue;
    if (component.type === ComponentType.StringSelect)
      return component.options.find((option) => option.value === value)?.label ?? '';
    if (component.type === ComponentType.Button && 'label' in component) return component.label ?? '';
  }
  return '';
}

function rowsIn({ components = [] }: Pick<APIMessage, 'components'>): Row[] {
  return components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .filter((component) => component.type === ComponentType.ActionRow);
}

/** The message without anything to press, and with what was chosen said below it. */
export function settled(message: APIMessage, markdown: string): Payload {
  const said = textOf(message);
  const chosen = markdown === '' ? '' : `-# ✓ ${markdown}`;
  if ((Number(message.flags ?? 0) & MessageFlags.IsComponentsV2) === 0) {
    const content = [said, chosen].filter((part) => part !== '').join('\n');
    return {
      content: content.length > limits.content ? said : content,
      components: [],
      allowed_mentions: noMentions,
    };
  }
  const text = said.length + chosen.length + 1 > limits.display ? said : `${said}\n${chosen}`.trimEnd();
  const frame = message.components?.find((component) => component.type === ComponentType.Container);
  return cardOf({ text, rows: [], colour: frame?.accent_color ?? 0 });
}

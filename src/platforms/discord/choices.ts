import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Choice, LanguageCode, ReplyKind } from '../../message.ts';
import { printable } from '../text.ts';
import { shortened } from './graphemes.ts';
import { limits } from './limits.ts';
import { apart } from './markdown.ts';
import { customIdOf, type TalkName } from './names.ts';
import { words } from './words.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A row below the choices is kept free for what Discord adds. */
const choiceRows = limits.rows - 1;
const mostButtons = choiceRows * limits.buttonsPerRow;

/** What can be pressed below a reply. */
export interface Pressable {
  readonly talk: TalkName;
  readonly kind: ReplyKind;
  readonly language: LanguageCode;
  readonly choices: readonly Choice[];
  readonly withMore: boolean;
  readonly withPost: boolean;
}

/** Rows of buttons, or of selects where there are more choices than buttons fit; at most five rows, no id twice. */
export function rowsOf(pressable: Pressable): Row[] {
  const choices = distinct(pressable.choices);
  const rows = choices.length > mostButtons ? selects(pressable, choices) : buttons(pressable, choices);
  const extras = extraButtons(pressable);
  return extras.length === 0 ? rows : [...rows, { type: ComponentType.ActionRow, components: extras }];
}

/** Whether a label is longer than a button shows, so that the text must say it. */
export function isLong(label: string): boolean {
  return printable(label).trim().length > limits.buttonLabel;
}

function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()];
}

function groups<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** Discord refuses labels without anything to see. */
function labelOf(label: string, index: number, most: number): string {
  const seen = apart(printable(label)).replace(/\s+/g, ' ').trim();
  return shortened(/[^\p{Cf}\p{M}\s]/u.test(seen) ? seen : `${index + 1}`, most);
}

function buttons({ talk, kind }: Pressable, choices: readonly Choice[]): Row[] {
  const all = choices.map(({ id, label }, index) => ({
    type: ComponentType.Button as const,
    style: kind === 'fix' && index === 0 ? (ButtonStyle.Success as const) : (ButtonStyle.Secondary as const),
    label: labelOf(label, index, limits.buttonLabel),
    custom_id: customIdOf({ kind: 'pick', talk, choice: id }),
  }));
  return groups(all, limits.buttonsPerRow).map((components) => ({
    type: ComponentType.ActionRow,
    components,
  }));
}

function selects({ talk, language }: Pressable, choices: readonly Choice[]): Row[] {
  const options = choices.map(({ id, label }, index) => ({
    value: id,
    label: labelOf(label, index, limits.optionLabel),
  }));
  return groups(options, limits.selectOptions)
    .slice(0, choiceRows)
    .map((group, index) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customIdOf({ kind: 'pick', talk, choice: `s${index}` }),
          placeholder: words[language].choose,
          options: group,
        },
      ],
    }));
}

function extraButtons({ talk, language, withMore, withPost }: Pressable): APIComponentInMessageActionRow[] {
  const button = (kind: 'more' | 'post', label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label,
    custom_id: customIdOf({ kind, talk, choice: '' }),
  });
  return [
    ...(withMore ? [button('more', words[language].more)] : []),
    ...(withPost ? [button('post', words[language].post)] : []),
  ];
}

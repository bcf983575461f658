import type { Choice } from '../../message.ts';
import { blockIdOf, type Talk } from './address.ts';
import type { KitBlock } from './blocks.ts';
import { escapedPieces, escapedStart } from './escape.ts';
import { limits } from './limits.ts';
import type { SlackWords } from './words.ts';

/** Every action id of ours begins so; a message's action ids must differ from each other. */
const actionId = 'choice';

/**
 * Choices as something to press: up to five buttons, a select above. Labels that Slack would cut are written out in
 * full above, by number, so that nobody picks between two equal beginnings.
 */
export function choiceBlocks(
  choices: readonly Choice[],
  talk: Talk,
  { pick }: Pick<SlackWords, 'pick'>,
): KitBlock[] {
  const shown = choices.slice(0, limits.options);
  if (shown.length === 0) return [];
  const elements = shown.length <= limits.buttons ? shown.map(button) : [select(shown, pick)];
  return [...longLabels(shown), { type: 'actions', block_id: blockIdOf('ask', talk), elements }];
}

function button(choice: Choice, index: number): object {
  return {
    type: 'button',
    action_id: `${actionId}:${index}`,
    text: { type: 'plain_text', text: label(choice, index), emoji: false },
    value: choice.id,
  };
}

function select(choices: readonly Choice[], pick: string): object {
  return {
    type: 'static_select',
    action_id: `${actionId}:any`,
    placeholder: { type: 'plain_text', text: escapedStart(pick, limits.label), emoji: false },
    options: choices.map((choice, index) => ({
      text: { type: 'plain_text', text: label(choice, index), emoji: false },
      value: choice.id,
    })),
  };
}

/** Slack refuses an empty label. */
function label({ label: words }: Choice, index: number): string {
  const start = escapedStart(words.replace(/\s+/g, ' ').trim(), limits.label);
  return escapedPieces(start, limits.section).length === 0 ? String(index + 1) : start;
}

function longLabels(choices: readonly Choice[]): KitBlock[] {
  if (choices.every(({ label: words }) => escapedPieces(words, limits.label).length <= 1)) return [];
  const lines = choices.map(({ label: words }, index) => `${index + 1}. ${words}`).join('\n');
  return escapedPieces(lines, limits.section).map((piece) => ({
    type: 'section',
    text: { type: 'plain_text', text: piece, emoji: false },
  }));
}

/** A button that says `words` for the person, such as "why" under a question. */
export function sayingBlock(talk: Talk, { label: shown, says }: SlackWords['why']): KitBlock {
  const text = { type: 'plain_text', text: shown, emoji: false };
  const elements = [{ type: 'button', action_id: 'say:why', text, value: says }];
  return { type: 'actions', block_id: blockIdOf('say', talk), elements };
}

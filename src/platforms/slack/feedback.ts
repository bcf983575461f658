import { blockIdOf, type Talk } from './address.ts';
import type { KitBlock } from './blocks.ts';
import { type Fields, fieldsOf, listOf } from './fields.ts';
import type { SlackWords } from './words.ts';

/** Under an answer: whether it was enough. What each button says goes into the talk like the person's own words. */
export function feedbackBlock(talk: Talk, { good, bad }: SlackWords['feedback']): KitBlock {
  const buttonOf = ({ label: shown, says }: SlackWords['why']) => ({
    text: { type: 'plain_text', text: shown, emoji: false },
    accessibility_label: shown,
    value: says,
  });
  const element = {
    type: 'feedback_buttons',
    action_id: 'say:feedback',
    positive_button: buttonOf(good),
    negative_button: buttonOf(bad),
  };
  return { type: 'context_actions', block_id: blockIdOf('say', talk), elements: [element] };
}

/** Whether a block needs a Slack that has feedback buttons. */
export function isFeedback(block: unknown): boolean {
  return fieldsOf(block).type === 'context_actions';
}

/** The same as buttons that every Slack has. */
export function withPlainButtons(block: unknown): unknown {
  if (!isFeedback(block)) return block;
  const { block_id, elements } = fieldsOf(block);
  const { positive_button, negative_button } = fieldsOf(listOf(elements)[0]);
  const buttons = [positive_button, negative_button].map(fieldsOf);
  return { type: 'actions', block_id, elements: buttons.map(plainButton) };
}

function plainButton({ text, value }: Fields, index: number): object {
  return { type: 'button', action_id: `say:feedback:${index}`, text, value };
}

import type { Call } from '../../../src/message.ts';
import type { SlackCall } from '../../../src/platforms/slack/encode.ts';

/** What of a call Slack would refuse, or take for a mention, a broadcast, a link or formatting. */
export function faultsOf({ body }: Call): readonly string[] {
  const call = body as SlackCall;
  const live = textsIn(call.fields).filter((text) => /[<>]|&(?!amp;|lt;|gt;)/.test(text));
  const broken = mrkdwnIn(call.fields.blocks).filter((text) => !/^```\n(?:(?!```)[\s\S])*\n```$/.test(text));
  const loud = 'reply_broadcast' in call.fields ? ['reply_broadcast'] : [];
  return [...limitsPassed(call), ...live, ...broken, ...loud];
}

/** Texts that Slack formats; ours are framed from end to end. */
function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnIn);
}

/** Every text that Slack would interpret: the fallback, and each text object. Choice ids are ours and not shown. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** What of a payload Slack would refuse. Written from its reference, not from our encoder. */
export function limitsPassed({ fields }: SlackCall): string[] {
  const wrong: string[] = [];
  const check = (isRight: boolean, what: string) => {
    if (!isRight) wrong.push(what);
  };
  check(fields.text.length > 0 && fields.text.length <= 4_000, `text ${fields.text.length}`);
  const { blocks = [] } = fields;
  check(blocks.length <= 50, `${blocks.length} blocks`);
  check(JSON.stringify(blocks).length <= 13_000, 'all blocks');
  // biome-ignore lint/suspicious/noExplicitAny: blocks as Slack gets them
  for (const block of blocks as any[]) {
    if (block.type === 'section') check(fits(block.text.text, 3_000), 'section');
    if (block.type === 'header') check(fits(block.text.text, 150), 'header');
    if (block.type === 'context') check(block.elements.length >= 1 && block.elements.length <= 10, 'context');
    if (block.type === 'actions') wrong.push(...actionLimitsPassed(block));
    if (block.type === 'context_actions') wrong.push(...feedbackLimitsPassed(block));
  }
  return wrong;
}

// biome-ignore lint/suspicious/noExplicitAny: a block as Slack gets it
function actionLimitsPassed({ block_id, elements }: any): string[] {
  const wrong = block_id.length > 255 || elements.length > 25 ? ['actions'] : [];
  for (const element of elements) {
    const options = element.options ?? [element];
    if (element.action_id.length > 255 || options.length > 100) wrong.push('options');
    for (const { text, value } of options)
      if (!fits(text.text, 75) || value.length > 150) wrong.push(`label ${JSON.stringify(text.text)}`);
  }
  return wrong;
}

// biome-ignore lint/suspicious/noExplicitAny: a block as Slack gets it
function feedbackLimitsPassed({ block_id, elements }: any): string[] {
  const wrong = block_id.length > 255 || elements.length > 5 ? ['context_actions'] : [];
  for (const { action_id, positive_button, negative_button } of elements) {
    if (action_id.length > 255) wrong.push('action_id');
    for (const { text, value, accessibility_label: label } of [positive_button, negative_button])
      if (!fits(text.text, 75) || !fits(label, 75) || value.length > 2_000) wrong.push('feedback');
  }
  return wrong;
}

function fits(text: string, longest: number): boolean {
  return text.length <= longest && text.trim() !== '';
}

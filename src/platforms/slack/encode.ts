import type { Address, Call, Reply } from '../../message.ts';
import { renderText } from '../text.ts';
import { fromAddress, metadataType, type SlackAddress } from './address.ts';
import { context, type KitBlock, kitBlocks } from './blocks.ts';
import { choiceBlocks, sayingBlock } from './choices.ts';
import { escapedStart } from './escape.ts';
import { feedbackBlock } from './feedback.ts';
import { limits } from './limits.ts';
import { type SlackWords, wordsIn } from './words.ts';

/** A request to the Slack Web API, as it lies in the outbox. */
export interface SlackCall {
  readonly method: 'chat.postMessage' | 'chat.update';
  readonly team: string;
  /** The arguments as Slack's reference names them. */
  readonly fields: {
    readonly channel: string;
    readonly text: string;
    /** Left out only where Slack does not take them. */
    readonly blocks?: readonly unknown[];
    readonly thread_ts?: string;
    readonly [field: string]: unknown;
  };
  /** Slack's time of what is answered; where to look for the message later. */
  readonly after: string;
  /** Idempotency key, in the message's metadata. */
  readonly key: string;
  /** Who gets it as a direct message when the channel does not take it; '' = nobody. */
  readonly owner: string;
}

/**
 * A reply as calls: one message in the thread (more when it is longer than Slack takes), and the message whose button
 * was pressed, updated to show the choice made. Pure.
 */
export function encodeReply(reply: Reply, address: Address): readonly Call[] {
  const where = fromAddress(address);
  const colon = reply.language === 'zh' ? '：' : ': ';
  const words = wordsIn(reply.language);
  const pages = paged([
    ...reply.blocks.flatMap((block) => kitBlocks(block, colon)),
    ...choiceBlocks(reply.choices, where.talk, words),
    ...underneath(reply, where, words),
  ]);
  const text = fallbackText(renderText(reply));
  const posts = pages.map((blocks, page) => post(where, { key: `${reply.id}.${page}`, text, blocks }));
  return [...posts, ...(where.pressed && reply.chosen ? [update(where, reply)] : [])].map((body) => ({
    body,
  }));
}

/** "Why" under a question, feedback under an answer that asks nothing; posts that answer nobody have neither. */
function underneath({ kind, about, choices }: Reply, { talk }: SlackAddress, words: SlackWords): KitBlock[] {
  if (talk.owner === '') return [];
  if (about.question !== undefined) return [sayingBlock(talk, words.why)];
  return kind === 'answer' && choices.length === 0 ? [feedbackBlock(talk, words.feedback)] : [];
}

function post(
  where: SlackAddress,
  { key, text, blocks }: { key: string; text: string; blocks: readonly KitBlock[] },
): SlackCall {
  return {
    method: 'chat.postMessage',
    team: where.team,
    fields: {
      channel: where.channel,
      ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
      text,
      blocks,
      ...quiet,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: metadataType, event_payload: { key, ...where.talk } },
    },
    after: where.after,
    key,
    owner: where.talk.owner,
  };
}

/** Slack looks neither for names nor for links nor for formatting in the plain text. */
const quiet = { parse: 'none', link_names: false, mrkdwn: false } as const;

/** The pressed message without its buttons, and with what was chosen. */
function update(where: SlackAddress, reply: Reply): SlackCall {
  const { ts, text, blocks, label } = where.pressed as NonNullable<SlackAddress['pressed']>;
  const chosen = `✓ ${label}`;
  const shown = [...blocks, ...context([chosen])];
  const whole = fallbackText(`${text}\n${chosen}`);
  return {
    method: 'chat.update',
    team: where.team,
    fields: { channel: where.channel, ts, text: whole, blocks: shown.slice(-limits.blocks), ...quiet },
    after: where.after,
    key: `${reply.id}.chosen`,
    owner: where.talk.owner,
  };
}

/** Read out by notifications and screen readers, so never empty. */
function fallbackText(text: string): string {
  return escapedStart(text.trim(), limits.text) || '…';
}

/** Messages that Slack takes: at most 50 blocks and 10,000 characters each. At least one, even when nothing is to show. */
function paged(blocks: readonly KitBlock[]): readonly (readonly KitBlock[])[] {
  const pages: KitBlock[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    const length = JSON.stringify(block).length;
    const page = pages.at(-1) as KitBlock[];
    if (page.length > 0 && (page.length >= limits.blocks || size + length > limits.allBlocks)) {
      pages.push([block]);
      size = length;
    } else {
      page.push(block);
      size += length;
    }
  }
  return pages;
}

import type { Incoming } from '../message.ts';
import { findCodes } from '../recognition/codes/find-codes.ts';
import { orderCodes } from '../recognition/codes/order-codes.ts';
import { type Draft, text } from './draft.ts';
import type { Turn } from './turn.ts';
import { codeCard } from './wording/code-card.ts';

/**
 * What is said to a message that does not get a whole answer. Under load a code is still looked up, because that costs
 * little and helps; what would open a diagnosis waits.
 */
export function spareDraft(turn: Turn, care: NonNullable<Incoming['care']>): Draft {
  const { sentences } = turn;
  switch (care) {
    case 'slowDown':
      return { kind: 'notice', blocks: [text(sentences.slowDown)], about: {} };
    case 'loop':
      return { kind: 'notice', blocks: [text(sentences.loop)], about: {} };
    case 'brief':
      return briefDraft(turn);
  }
}

function briefDraft(turn: Turn): Draft {
  const { incoming, sentences, world } = turn;
  const found = findCodes(incoming.text, world.knowledge, { platform: incoming.platform });
  const [named] = orderCodes(found, incoming.text).filter((code) => code.named);
  if (!named) return { kind: 'notice', blocks: [text(sentences.busy)], about: {} };
  const { blocks, about } = codeCard(turn, named);
  return { kind: 'answer', blocks: [...blocks, text(sentences.busyAfterCode)], about };
}

import { createHash } from 'node:crypto';

/** The id of the reply to an event: a replay of the event gives the same, so that it can be told to be the same. */
export function replyIdOf(conversation: string, eventKey: string): string {
  return `r${digest(`${conversation}\n${eventKey}`).slice(0, 20)}`;
}

/** The short name of a talk: 6 characters of a–z0–9. */
export function talkNameOf(conversation: string, seed: string): string {
  return Number.parseInt(digest(`${conversation}\n${seed}`).slice(0, 12), 16)
    .toString(36)
    .padStart(6, '0')
    .slice(-6);
}

/** A ticket's id, short enough to be read out on the phone. */
export function ticketIdOf(replyId: string): string {
  return `T-${digest(replyId).slice(0, 8).toUpperCase()}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

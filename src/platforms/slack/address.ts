import type { Address } from '../../message.ts';

/** The metadata type of every message of ours. */
export const metadataType = 'askfix_reply';

/** Which talk of a workspace it is. It may go on elsewhere: in direct messages, when the channel takes nothing from us. */
export interface Talk {
  /** Where it began. */
  readonly channel: string;
  /** Names it inside its channel: the root message's `ts`, or the command's own key. */
  readonly root: string;
  /** Whose talk it is: the user's id. */
  readonly owner: string;
}

/** Where a reply goes in Slack, carried as JSON in `Address.to`. */
export interface SlackAddress {
  readonly team: string;
  readonly channel: string;
  /** The thread that the reply belongs to; absent for a command, which has no message to answer. */
  readonly thread?: string;
  readonly talk: Talk;
  /** Slack's time of what is answered: its answer can only come later. */
  readonly after: string;
  /** The message whose button was pressed, to be shown with the choice made. */
  readonly pressed?: PressedMessage;
}

interface PressedMessage {
  readonly ts: string;
  readonly text: string;
  /** Blocks as Slack gave them back, those to press left out. */
  readonly blocks: readonly unknown[];
  readonly label: string;
}

/** For `Incoming.address`. */
export function toAddress(address: SlackAddress): Address {
  return { to: JSON.stringify(address), ...(address.team === '' ? {} : { workspace: address.team }) };
}

/** Where a post goes that answers nobody. @param place a channel of the settings' own workspace, or `T…:C…` of any */
export function channelAddress(place: string): Address {
  const [channel = '', team = ''] = place.split(':').reverse();
  return toAddress({ team, channel, talk: { channel, root: '', owner: '' }, after: '0' });
}

/** Where somebody who helps meets the talk: its thread, or its person where nobody else sees it. Mentions nobody. */
export function linkOf({ team, channel, thread, talk }: SlackAddress): string {
  if (thread === undefined || channel.startsWith('D')) return `slack://user?team=${team}&id=${talk.owner}`;
  return `https://app.slack.com/client/${team}/${channel}/thread/${channel}-${thread}`;
}

/** @throws SyntaxError for an address that another platform made */
export function fromAddress({ to }: Address): SlackAddress {
  return JSON.parse(to) as SlackAddress;
}

/** One talk: a workspace, a channel, a thread (or command), and the person whose talk it is. */
export function conversationOf(team: string, { channel, root, owner }: Talk): string {
  return `slack:${team}:${channel}:${root}:${owner}`;
}

/** How somebody is named at the entrance (`Incoming.person`). */
export function personOf(team: string, user: string): string {
  return `${team}:${user}`;
}

/** The channel and thread that a talk is in; neither in direct messages, which nobody else reads. */
export function placeOf({ team, channel, thread, talk }: SlackAddress): {
  channel?: string;
  thread?: string;
} {
  if (channel.startsWith('D')) return {};
  return { channel: `${team}:${channel}`, thread: `${team}:${channel}:${thread ?? talk.root}` };
}

/** `ask`: the choices of a question; `say`: words that a button says for the person. */
export type BlockKind = 'ask' | 'say';

/** A block id that names the talk of its buttons (Slack allows 255 characters). */
export function blockIdOf(kind: BlockKind, { channel, root, owner }: Talk): string {
  return `${kind}|${channel}|${root}|${owner}`;
}

/** The talk that a pressed button belongs to; null when the button is none of ours. */
export function talkOfBlock(blockId: string): { readonly kind: BlockKind; readonly talk: Talk } | null {
  const [kind, channel, root, owner] = blockId.split('|');
  if ((kind !== 'ask' && kind !== 'say') || !channel || !root || !owner) return null;
  return { kind, talk: { channel, root, owner } };
}

import type { Address } from '../../message.ts';
import type { TalkName } from './names.ts';

/** An interaction that can still be answered. */
export interface Answerable {
  readonly application: string;
  readonly token: string;
  /** Epoch milliseconds until which the token is good. */
  readonly until: number;
  /** Whether only the person sees the answer; fixed by Discord when the interaction is acknowledged. */
  readonly isPrivate: boolean;
  /** It is a press on a message, which gives way only to what acts on the press. */
  readonly isPress?: true;
}

/** Where a reply goes on Discord. */
export interface Target {
  readonly talk: TalkName;
  /** Where the bot writes when there is no interaction (any more); null where it may not. */
  readonly channel: string | null;
  /** The server it is in; absent in direct channels and in groups of people. */
  readonly server?: string;
  /** `channel` is the direct one with the bot. */
  readonly isDirect?: true;
  /** The message that is answered, where the reader would not see by the place alone. */
  readonly reference?: string;
  /** Id of the event that is answered: everything sent for it is younger. '0' where nothing is answered. */
  readonly since: string;
  readonly interaction?: Answerable;
  /** The person can write here so that the bot reads it. */
  readonly canType: boolean;
  /** A forum post, which is marked when its problem is solved. */
  readonly post?: string;
}

/** The opaque address that delivery keeps. It expires only where nothing is left but an interaction's token. */
export function addressOf(target: Target): Address {
  const to = JSON.stringify(target);
  return target.channel === null && target.interaction ? { to, expiresAt: target.interaction.until } : { to };
}

/** Only `addressOf` makes these. */
export function targetOf({ to }: Address): Target {
  return JSON.parse(to) as Target;
}

/** Where a post goes that answers nobody. @param channel its id */
export function channelTarget(channel: string): Target {
  return { talk: { owner: '0', place: channel }, channel, since: '0', canType: true };
}

/**
 * Where somebody who helps meets the talk: its thread or message, or its person where nobody else sees it. Such links
 * mention nobody.
 */
export function linkOf({ talk, channel, server, reference, interaction }: Target): string {
  if (server === undefined || channel === null || interaction?.isPrivate === true)
    return `https://discord.com/users/${talk.owner}`;
  const message = reference === undefined ? '' : `/${reference}`;
  return `https://discord.com/channels/${server}/${channel}${message}`;
}

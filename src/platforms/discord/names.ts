/**
 * A talk on Discord: who owns it, and the place it is in. The place is a thread, a direct channel, a channel where no
 * thread can be, or the command that opened it (then it lives on one private message).
 */
export interface TalkName {
  /** User id. */
  readonly owner: string;
  /** Id of a channel, thread or interaction. */
  readonly place: string;
}

/** What a press asks for: a choice of the conversation, a form for more words, or the answer shown to everybody. */
type PressKind = 'pick' | 'more' | 'post';

export interface Press {
  readonly kind: PressKind;
  readonly talk: TalkName;
  /** The choice's id; '' where there is none. */
  readonly choice: string;
}

const codes: Readonly<Record<PressKind, string>> = { pick: 'p', more: 'm', post: 'c' };
const pattern = /^([pmc])([0-9a-z]{1,13})\.([0-9a-z]{1,13})\.(.{0,64})$/;

/** The conversation's name for the rest of the house. */
export function conversationOf({ owner, place }: TalkName): string {
  return `discord:${place}:${owner}`;
}

/**
 * A `custom_id`: at most 1 + 13 + 1 + 13 + 1 + 64 = 93 of the 100 characters that Discord carries. It names the talk and
 * its owner, so that a press needs nothing that a restart could have lost.
 */
export function customIdOf({ kind, talk, choice }: Press): string {
  return `${codes[kind]}${short(talk.owner)}.${short(talk.place)}.${choice}`;
}

/** What a `custom_id` says; null when it is none of ours. */
export function pressOf(customId: string): Press | null {
  const match = pattern.exec(customId);
  if (!match) return null;
  const [, code, owner = '', place = '', choice = ''] = match;
  const kind = (Object.keys(codes) as PressKind[]).find((name) => codes[name] === code);
  return kind ? { kind, talk: { owner: long(owner), place: long(place) }, choice } : null;
}

/** A snowflake (64 bits) in at most 13 characters. */
function short(snowflake: string): string {
  return BigInt(snowflake).toString(36);
}

function long(text: string): string {
  return [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}

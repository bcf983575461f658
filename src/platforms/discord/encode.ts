import { createHash } from 'node:crypto';
import type { Address, Block, Call, Reply } from '../../message.ts';
import { isLong, type Row, rowsOf } from './choices.ts';
import { limits } from './limits.ts';
import { renderPieces } from './render.ts';
import { type Target, targetOf } from './target.ts';
import { words } from './words.ts';

/** One message to be sent: a whole reply, or a piece of a long one. */
export interface MessageCall {
  readonly type: 'message';
  readonly target: Target;
  /** Discord markdown. */
  readonly text: string;
  readonly rows: readonly Row[];
  /** RGB of the card's edge. */
  readonly colour: number;
  /** The same for every try: Discord gives back the first message instead of making a second. */
  readonly nonce: string;
  /** 0 = the reply's first message. */
  readonly place: number;
  /** It takes the place of what an interaction promised or pressed, rather than standing below. */
  readonly inPlace: boolean;
}

/** A forum post whose problem is solved. */
interface SolvedCall {
  readonly type: 'solved';
  readonly post: string;
}

export type DiscordCall = MessageCall | SolvedCall;

const colours = {
  answer: 0x3b82c4,
  question: 0x3b82c4,
  choose: 0x3b82c4,
  fix: 0x2f9e62,
  notice: 0x8a929c,
  handover: 0xc77d1e,
} as const;

/** Room for "…" and for what a plain message says besides. */
const spare = 60;

/** A reply as messages to Discord, in order. Pure; works for cards and for plain messages alike. */
export function encode(reply: Reply, address: Address, isCard: boolean): readonly Call[] {
  const target = targetOf(address);
  const most = (isCard ? limits.display : limits.content) - spare;
  const texts = renderPieces([...reply.blocks, ...longChoices(reply)], words[reply.language].colon, most);
  const all = texts.length === 0 ? ['…'] : texts;
  const calls = all.map((text, place): DiscordCall => {
    const isLast = place === all.length - 1;
    const rows = isLast ? rowsFor(reply, target) : [];
    return {
      type: 'message',
      target,
      text,
      rows,
      colour: colours[reply.kind],
      nonce: nonceOf(reply, place),
      place,
      inPlace: place === 0 && (target.interaction?.isPress !== true || reply.chosen !== undefined),
    };
  });
  const solved: DiscordCall[] =
    target.post !== undefined && reply.about.outcome === 'solved'
      ? [{ type: 'solved', post: target.post }]
      : [];
  return [...calls, ...solved].map((body) => ({ body }));
}

function rowsFor({ kind, language, choices }: Reply, { talk, interaction, canType }: Target): Row[] {
  const isPrivate = interaction?.isPrivate === true;
  const withPost = isPrivate && (kind === 'fix' || kind === 'answer');
  return rowsOf({ talk, kind, language, choices, withMore: !canType, withPost });
}

/** Choices that do not fit on buttons, in full and with the numbers by which they may be answered. */
function longChoices({ choices }: Reply): Block[] {
  if (!choices.some(({ label }) => isLong(label))) return [];
  const lines = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  return lines.map((text) => ({ type: 'text', text }));
}

/** Base64url of 16 bytes: 22 characters, which leaves three for the parts of a fallback. */
function nonceOf({ id }: Reply, place: number): string {
  return createHash('sha256').update(`${place} ${id}`).digest().subarray(0, 16).toString('base64url');
}

import type { APIMessage, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Call, Receipt } from '../../message.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Api } from './api.ts';
import type { DiscordCall, MessageCall } from './encode.ts';
import { failureOf, isBadBody, isInteractionGone, noWay } from './failure.ts';
import { limits } from './limits.ts';
import { markSolved } from './mark-solved.ts';
import { cardOf, type Payload, plainOf, pressablesOf, textOf } from './payload.ts';

export interface SendingParts {
  readonly api: Api;
  readonly acknowledgements: Acknowledgements;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The bot's user id; undefined until it is known. */
  readonly self: () => string | undefined;
  /** Whether cards are wanted, and what to do when Discord does not take them. */
  readonly cards: { use(): boolean; refused(reason: string): void };
}

export interface Sending {
  send(call: Call): Promise<Receipt>;
  reconcile(call: Call): Promise<'sent' | 'missing' | 'unknown'>;
}

/** One way of delivering a payload; the number is its place among the parts of the message. */
type Way = (payload: Payload, part: number) => Promise<APIMessage>;

/** Calls on their way to Discord: to the interaction while it lives, else into the channel. */
export function createSending({ api, acknowledgements, now, self, cards }: SendingParts): Sending {
  async function send(call: MessageCall): Promise<Receipt> {
    const { target } = call;
    const answered = target.interaction ? await answer(call) : null;
    if (answered) return answered;
    if (target.channel === null) throw noWay();
    return deliver(call, intoChannel(call, target.channel));
  }

  /** Null when the interaction cannot be answered any more. */
  async function answer(call: MessageCall): Promise<Receipt | null> {
    const { interaction } = call.target;
    if (!interaction || now() >= interaction.until) return null;
    if (!(await acknowledgements.settled(interaction.token))) return null;
    try {
      return await deliver(call, (payload, part) =>
        call.inPlace && part === 0 ? api.edit(interaction, payload) : api.follow(interaction, payload),
      );
    } catch (error) {
      if (isInteractionGone(error)) return null;
      throw error;
    }
  }

  function intoChannel({ nonce, target }: MessageCall, channel: string): Way {
    const reference = target.reference && { message_id: target.reference, fail_if_not_exists: false };
    return (payload, part) => {
      const body: RESTPostAPIChannelMessageJSONBody = {
        ...payload,
        nonce: part === 0 ? nonce : `${nonce}.${part}`,
        enforce_nonce: true,
        ...(reference && part === 0 ? { message_reference: reference } : {}),
      };
      return api.post(channel, body);
    };
  }

  async function deliver(call: MessageCall, way: Way): Promise<Receipt> {
    if (cards.use()) {
      try {
        return { messageId: (await way(cardOf(call), 0)).id };
      } catch (error) {
        if (!isBadBody(error)) throw error;
        cards.refused(String(error));
      }
    }
    let receipt: Receipt = {};
    for (const [part, payload] of plainOf(call).entries()) {
      const { id } = await way(payload, part);
      if (part === 0) receipt = { messageId: id };
    }
    return receipt;
  }

  async function reconcile(call: MessageCall): Promise<'sent' | 'missing' | 'unknown'> {
    const { interaction, channel } = call.target;
    // An interaction's answer is an edit: doing it again changes nothing.
    if (interaction && now() < interaction.until) return call.inPlace ? 'missing' : 'unknown';
    if (channel === null) return 'unknown';
    const me = self();
    if (me === undefined) throw new Error('The bot does not know its own id yet.');
    const found = (await api.recent(channel)).some(
      ({ author, ...message }) => author.id === me && isSame(message, call),
    );
    return found ? 'sent' : 'missing';
  }

  return {
    async send({ body }) {
      const call = body as DiscordCall;
      try {
        if (call.type === 'message') return await send(call);
        await markSolved(api, call.post);
        return {};
      } catch (error) {
        throw failureOf(error);
      }
    },
    reconcile: async ({ body }) => {
      const call = body as DiscordCall;
      return call.type === 'message' ? reconcile(call) : 'missing';
    },
  };
}

/** By its nonce, which Discord tells for a short time only; else younger than the question, with the same text and buttons. */
function isSame(message: Omit<APIMessage, 'author'>, { nonce, text, rows, target }: MessageCall): boolean {
  if (message.nonce !== undefined) return message.nonce === nonce;
  if (BigInt(message.id) <= BigInt(target.since)) return false;
  const shown = normal(textOf(message));
  const isText = shown === normal(text) || (text.length > limits.content && normal(text).startsWith(shown));
  const pressable = pressablesOf(message);
  return (
    isText && (pressable.length === 0 || pressable.join() === pressablesOf({ components: [...rows] }).join())
  );
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

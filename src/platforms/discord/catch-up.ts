import {
  type APIChannel,
  type APIMessage,
  ChannelType,
  type GatewayGuildCreateDispatchData,
} from 'discord.js';
import type { Log } from '../../log.ts';
import type { Api } from './api.ts';
import type { HearMessage } from './hear-messages.ts';
import { isThread } from './heard-interaction.ts';
import type { HeardMessage, Self } from './heard-message.ts';

/** What was written while the bot was away, as far back as its inbox surely remembers what it has seen. */
const windowMs = 24 * 60 * 60_000;
/** The channels of a server in which something was written last. */
const mostChannels = 50;

/** Text and announcement channels, and the text chats of voice and stage channels. */
const written: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
];

export interface CatchUpParts {
  readonly api: Api;
  readonly hear: HearMessage;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

export interface CatchUp {
  /** Reads what was missed in a server. Discord describes it whenever a session begins; repeats are told by the inbox. */
  server(server: GatewayGuildCreateDispatchData, self: Self): Promise<void>;
  /** The same for direct channels. */
  direct(channels: readonly string[], self: Self): Promise<void>;
}

/**
 * A new session gets nothing of what was sent before it began, so the last 50 messages of each channel are read over
 * REST and heard as if they came now. What was heard before is a duplicate by its id.
 */
export function createCatchUp({ api, hear, now, log }: CatchUpParts): CatchUp {
  async function channel(id: string, server: string | undefined, self: Self): Promise<void> {
    try {
      const messages = [...(await api.recent(id))].sort(byAge);
      for (const message of messages) {
        if (now() - Date.parse(message.timestamp) > windowMs || isAnswered(message, messages, self)) continue;
        await hear({ ...message, ...(server === undefined ? {} : { guild_id: server }) }, self);
      }
    } catch (error) {
      log.debug({ channel: id, reason: String(error) }, 'a Discord channel cannot be read back');
    }
  }

  return {
    async direct(channels, self) {
      for (const one of channels) await channel(one, undefined, self);
    },
    // A server that is out of service is described by its id alone.
    async server({ id, channels = [], threads = [] }, self) {
      const all: readonly APIChannel[] = [...channels, ...threads];
      const candidates = all
        .filter((one) => isThread(one.type) || written.includes(one.type))
        .sort(byLastMessage);
      for (const one of candidates.slice(0, mostChannels))
        if (lastMessageOf(one) !== null) await channel(one.id, id, self);
    },
  };
}

/** An answer that is there although the inbox knows nothing of it: the data folder is a new one. */
function isAnswered(message: HeardMessage, messages: readonly APIMessage[], self: Self): boolean {
  const { thread } = message;
  const isOwnThread = thread !== undefined && 'owner_id' in thread && thread.owner_id === self.user;
  if (isOwnThread && 'message_count' in thread && (thread.message_count ?? 0) > 0) return true;
  return messages.some(
    ({ author, message_reference: reference }) =>
      author.id === self.user && reference?.message_id === message.id,
  );
}

/** Undefined where Discord does not say, null where nothing was ever written. */
function lastMessageOf(channel: APIChannel): string | null | undefined {
  return 'last_message_id' in channel ? channel.last_message_id : undefined;
}

function byLastMessage(one: APIChannel, other: APIChannel): number {
  return compare(lastMessageOf(other) ?? '0', lastMessageOf(one) ?? '0');
}

function byAge(one: APIMessage, other: APIMessage): number {
  return compare(one.id, other.id);
}

/** Ids grow with time; as numbers they are too big. */
function compare(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

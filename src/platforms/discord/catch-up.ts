import {
  type APIChannel,
  type APIMessage,
  ChannelType,
  type GatewayGuildCreateDispatchData,
} from 'discord.js';
import type { Log } from '../../log.ts';
import type { HearMessage } from './hear-messages.ts';
import { isThread } from './heard-interaction.ts';
import type { HeardMessage, Self } from './heard-message.ts';
import { byId, type ReadBack } from './read-back.ts';

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
  readonly read: ReadBack;
  readonly hear: HearMessage;
  readonly log: Log;
}

export interface CatchUp {
  /**
   * Reads what was missed in a server. Discord describes it whenever a session begins; repeats are told by the inbox.
   * @param since id of the last message that was heard there
   */
  server(server: GatewayGuildCreateDispatchData, self: Self, since: string | undefined): Promise<void>;
  /** The same for direct channels. */
  direct(channels: readonly string[], self: Self, since: string | undefined): Promise<void>;
}

interface Place {
  readonly id: string;
  readonly server?: string;
  readonly since: string | undefined;
}

/**
 * A new session gets nothing of what was sent before it began, so the newest messages of each channel are read over
 * REST and heard as if they came now. What was heard before is a duplicate by its id.
 */
export function createCatchUp({ read, hear, log }: CatchUpParts): CatchUp {
  let last = Promise.resolve();

  /** One channel at a time over all servers: what is sent meanwhile must not wait for what is read. */
  function inTurn(place: Place, self: Self): Promise<void> {
    last = last.then(() => channel(place, self));
    return last;
  }

  async function channel({ id, server, since }: Place, self: Self): Promise<void> {
    try {
      const messages = [...(await read(id, since))].sort((one, other) => byId(one.id, other.id));
      for (const message of messages)
        if (!isAnswered(message, messages, self))
          await hear({ ...message, ...(server === undefined ? {} : { guild_id: server }) }, self);
    } catch (error) {
      log.debug({ channel: id, reason: String(error) }, 'a Discord channel cannot be read back');
    }
  }

  return {
    async direct(channels, self, since) {
      for (const id of channels) await inTurn({ id, since }, self);
    },
    // A server that is out of service is described by its id alone.
    async server({ id: server, channels = [], threads = [] }, self, since) {
      const all: readonly APIChannel[] = [...channels, ...threads];
      const candidates = all
        .filter((one) => isThread(one.type) || written.includes(one.type))
        .sort(byLastMessage);
      for (const one of candidates.slice(0, mostChannels))
        if (lastMessageOf(one) !== null) await inTurn({ id: one.id, server, since }, self);
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
  return byId(lastMessageOf(other) ?? '0', lastMessageOf(one) ?? '0');
}

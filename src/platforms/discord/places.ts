import { type APIThreadChannel, ChannelType } from 'discord.js';
import type { Log } from '../../log.ts';
import { printable } from '../text.ts';
import type { Api } from './api.ts';
import { hasThreadAlready } from './failure.ts';
import type { Gateway, ToldPlace } from './gateway.ts';
import { shortened } from './graphemes.ts';
import { isThread } from './heard-interaction.ts';
import type { HeardMessage } from './heard-message.ts';
import { limits } from './limits.ts';
import { apart } from './markdown.ts';
import { words } from './words.ts';

/** What matters about a channel. */
export interface Place {
  readonly id: string;
  readonly name?: string | undefined;
  /** What a thread is in. */
  readonly parent?: string | undefined;
  /** User id of who opened a thread. */
  readonly owner?: string | undefined;
  readonly isThread: boolean;
  /** A forum post is a thread in a forum. */
  readonly isPost: boolean;
  readonly takesThreads: boolean;
}

export interface Places {
  /** The channel of a message. */
  find(id: string): Promise<Place>;
  /** The thread of a message, opened where there is none; null where none can be. */
  thread(message: HeardMessage): Promise<string | null>;
}

/** Places are asked for once each; a place where nothing can be found out is an ordinary channel. */
const mostRemembered = 20_000;

export interface PlacesParts {
  readonly api: Api;
  readonly log: Log;
  /** What the session told of a channel. */
  readonly kindOf: Gateway['kindOf'];
}

/** Channels and threads, as far as they matter for where a reply goes. */
export function createPlaces({ api, log, kindOf }: PlacesParts): Places {
  const known = new Map<string, Promise<Place>>();

  async function look(id: string): Promise<Place> {
    try {
      const told = kindOf(id);
      if (told && (told.above !== undefined || !isThread(told.type))) return placeOf(id, told);
      const channel = await api.channel(id);
      if (!isThread(channel.type)) return placeOf(id, { type: channel.type });
      const { parent_id: parent, owner_id: owner, name } = channel as APIThreadChannel;
      const above = parent ? (await api.channel(parent).catch(() => null))?.type : undefined;
      return placeOf(id, { type: channel.type, above, parent: parent ?? undefined, owner, name });
    } catch (error) {
      log.warn({ channel: id, err: error }, 'Discord does not tell what kind of channel this is');
      known.delete(id);
      return { id, isThread: false, isPost: false, takesThreads: false };
    }
  }

  return {
    find(id) {
      const place = known.get(id) ?? look(id);
      if (known.size >= mostRemembered) known.clear();
      known.set(id, place);
      return place;
    },
    async thread(message) {
      if (message.thread) return message.thread.id;
      try {
        return (await api.openThread(message.channel_id, message.id, threadName(message))).id;
      } catch (error) {
        // A message and the thread that was opened from it share their id.
        if (hasThreadAlready(error)) return message.id;
        log.info(
          { channel: message.channel_id, reason: String(error) },
          'no thread can be opened; answering in the channel',
        );
        return null;
      }
    },
  };
}

function placeOf(id: string, { type, above, name, parent, owner }: ToldPlace): Place {
  return {
    id,
    ...(isThread(type) ? { name, parent, owner } : {}),
    isThread: isThread(type),
    isPost: above === ChannelType.GuildForum || above === ChannelType.GuildMedia,
    takesThreads: type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement,
  };
}

/** Neutral on purpose: what the person wrote may be private, and a thread's name stays when the message is deleted. */
function threadName({ author, content }: HeardMessage): string {
  const language = /\p{Script=Han}/u.test(content) ? 'zh' : 'en';
  const person = apart(printable(author.global_name ?? author.username))
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(words[language].threadName(person), limits.threadName);
}

import type { Address } from '../../message.ts';
import type { HeardMessage } from './heard-message.ts';
import { byId } from './read-back.ts';
import { targetOf } from './target.ts';

/** Where people last spoke, so that what was missed there can be read back. */
export interface LastHeard {
  /** Takes over what an earlier process knew. @param addresses of talks, newest first */
  recall(addresses: readonly Address[]): void;
  note(message: Pick<HeardMessage, 'id' | 'channel_id' | 'guild_id'>): void;
  /** The direct channels in which something was said last, at most 100. Discord lists none to a bot. */
  directs(): readonly string[];
  /** Id of the newest message of a server, of direct channels without one; undefined where none was heard. */
  since(server?: string): string | undefined;
}

const mostDirects = 100;
/** The place of all direct channels together. */
const direct = '';

/** Nothing heard yet. */
export function createLastHeard(): LastHeard {
  const directs = new Set<string>();
  const newest = new Map<string, string>();

  function addDirect(channel: string): void {
    directs.delete(channel);
    directs.add(channel);
    const [oldest] = directs;
    if (directs.size > mostDirects && oldest !== undefined) directs.delete(oldest);
  }

  function advance(place: string, id: string): void {
    if (byId(id, newest.get(place) ?? '0') > 0) newest.set(place, id);
  }

  return {
    recall(addresses) {
      for (const { isDirect, channel, server, since } of addresses.map(targetOf).reverse()) {
        if (isDirect && channel) addDirect(channel);
        if (isDirect || server !== undefined) advance(server ?? direct, since);
      }
    },
    note({ id, channel_id: channel, guild_id: server }) {
      if (!server) addDirect(channel);
      advance(server || direct, id);
    },
    directs: () => [...directs],
    since: (server = direct) => newest.get(server),
  };
}

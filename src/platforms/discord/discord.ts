import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Address, Platform, PlatformHost } from '../../message.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { createApi } from './api.ts';
import { createCatchUp } from './catch-up.ts';
import { encode } from './encode.ts';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
import { createInteractions, type Suggest } from './hear-interactions.ts';
import { createHearing } from './hear-messages.ts';
import type { Self } from './heard-message.ts';
import { limits } from './limits.ts';
import { createNewest } from './newest.ts';
import { createPlaces } from './places.ts';
import { createSending } from './sending.ts';
import { stayConnected } from './stay-connected.ts';
import { addressOf, channelTarget, linkOf, targetOf } from './target.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Of the REST API, without version. */
  readonly apiUrl: string;
  /** Whether the Message Content Intent is switched on. */
  readonly messageContent: boolean;
  /** 0 = as many as Discord advises. */
  readonly shards: number;
  /** Whether replies are cards (Components V2) rather than plain messages. */
  readonly componentsV2: boolean;
  /** Ids of the forums whose posts are answered without a mention. */
  readonly forums: readonly string[];
  readonly suggest: Suggest;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds that `start` waits for the first session; it goes on trying afterwards. */
  readonly startWithinMs?: number;
}

/** Direct channels that are read back when a session begins. */
const mostDirects = 100;
/** The newest talks, among which the direct ones are looked for. */
const mostTalks = 1_000;

/** The direct channels among the addresses of talks, oldest first. @param addresses newest first */
function directChannels(addresses: readonly Address[]): readonly string[] {
  const channels = addresses
    .map(targetOf)
    .flatMap(({ isDirect, channel }) => (isDirect && channel ? [channel] : []));
  return [...new Set(channels)].slice(0, mostDirects).reverse();
}

/** Discord: direct messages, mentions, threads, forum posts, commands, buttons and forms. */
export function createDiscord(options: DiscordOptions): Platform {
  const { token, log, now, startWithinMs = 1_000 } = options;
  const api = createApi({ token, url: options.apiUrl });
  const acknowledgements = createAcknowledgements(limits.tokenMs);
  const leaving = new AbortController();
  let useCards = options.componentsV2;
  let me: string | undefined;
  let gateway: Gateway | undefined;

  const cards = {
    use: () => useCards,
    refused(reason: string) {
      if (useCards) log.warn({ reason }, 'Discord refused a card; plain messages from here on');
      useCards = false;
    },
  };
  const sending = createSending({ api, acknowledgements, now, self: () => me, cards });

  function selfIn(server: string | undefined): Self {
    return { user: me ?? '', role: server ? gateway?.roleIn(server) : undefined };
  }

  async function start(host: PlatformHost): Promise<void> {
    const places = createPlaces({ api, log, kindOf: (channel) => gateway?.kindOf(channel) });
    const hear = createHearing({ ...options, host, api, places });
    const interact = createInteractions({ ...options, host, api, acknowledgements, useCards: cards.use });
    const catchUp = createCatchUp({ api, hear, now, log });
    const directs = createNewest(mostDirects);
    // Discord lists the direct channels of people, not those of bots.
    const knownDirects = host.addresses(mostTalks).then(
      (addresses) => {
        for (const channel of directChannels(addresses)) directs.add(channel);
      },
      (error) => log.warn({ err: error }, 'direct messages that were missed are not caught up'),
    );
    const on: GatewayOptions['on'] = {
      ready({ user }) {
        me = user.id;
        void knownDirects.then(() => catchUp.direct(directs.all(), selfIn(undefined)));
      },
      server: (server) => void catchUp.server(server, selfIn(server.id)),
      message(message) {
        if (!message.guild_id) directs.add(message.channel_id);
        void hear(message, selfIn(message.guild_id));
      },
      interaction: (interaction) => void interact(interaction),
    };
    const open = () => {
      gateway = createGateway({ ...options, on });
      return gateway;
    };
    const connected = stayConnected({ log, signal: leaving.signal, open });
    await Promise.race([
      connected,
      pause(startWithinMs, undefined, { ref: false, signal: leaving.signal }),
    ]).catch(() => {});
  }

  return {
    name: 'discord',
    repeat: 'visible',
    start,
    encode: (reply, address) => encode(reply, address, options.componentsV2),
    send: sending.send,
    reconcile: sending.reconcile,
    channelAddress: (channel) => addressOf(channelTarget(channel)),
    linkTo: (address) => linkOf(targetOf(address)),
    async stop() {
      leaving.abort();
      api.close();
      await gateway?.close();
      gateway = undefined;
    },
  };
}

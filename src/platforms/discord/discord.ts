import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Platform, PlatformHost } from '../../message.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { createApi } from './api.ts';
import { createCatchUp } from './catch-up.ts';
import { encode } from './encode.ts';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
import { createInteractions, type Suggest } from './hear-interactions.ts';
import { createHearing } from './hear-messages.ts';
import type { Self } from './heard-message.ts';
import { createLastHeard } from './last-heard.ts';
import { limits } from './limits.ts';
import { createPlaces } from './places.ts';
import { createReadBack } from './read-back.ts';
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

/** The newest talks, among which the places are looked for where something may have been missed. */
const mostTalks = 1_000;

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
    const wait = (ms: number) => pause(ms, undefined, { ref: false, signal: leaving.signal });
    const catchUp = createCatchUp({ read: createReadBack({ api, now, pause: wait }), hear, log });
    const heard = createLastHeard();
    const recalled = host
      .addresses(mostTalks)
      .then(heard.recall, (error) =>
        log.warn({ err: error }, 'nobody knows which direct channels to catch up on'),
      );
    const on: GatewayOptions['on'] = {
      ready({ user }) {
        me = user.id;
        void recalled.then(() => catchUp.direct(heard.directs(), selfIn(undefined), heard.since()));
      },
      server: (server) =>
        void recalled.then(() => catchUp.server(server, selfIn(server.id), heard.since(server.id))),
      message(message) {
        heard.note(message);
        void hear(message, selfIn(message.guild_id));
      },
      interaction: (interaction) => void interact(interaction),
      stuck() {
        gateway
          ?.close()
          .catch((error) => log.debug({ reason: String(error) }, 'the old session did not close'));
        void connect();
      },
    };
    const open = () => {
      gateway = createGateway({ ...options, on });
      return gateway;
    };
    const connect = () => stayConnected({ log, signal: leaving.signal, open });
    await Promise.race([connect(), wait(startWithinMs)]).catch(() => {});
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

import {
  type APIInteraction,
  type ChannelType,
  Client,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  Options,
  Status,
} from 'discord.js';
import type { Log } from '../../log.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Of the REST API, without version; it tells where the gateway is. */
  readonly apiUrl: string;
  readonly messageContent: boolean;
  /** 0 = as many as Discord advises. */
  readonly shards: number;
  readonly log: Log;
  /** What happens; the events come as Discord sent them. */
  readonly on: {
    ready(data: GatewayReadyDispatchData): void;
    server(data: GatewayGuildCreateDispatchData): void;
    message(data: GatewayMessageCreateDispatchData): void;
    interaction(data: APIInteraction): void;
    /** Discord does not take up the old session and says nothing at all; only a new connection helps. Said once. */
    stuck(): void;
  };
}

/** What a session tells of a channel or thread. */
export interface ToldPlace {
  readonly type: ChannelType;
  /** The kind of what a thread is in. */
  readonly above?: ChannelType | undefined;
  /** Of a thread: its title, the id of what it is in, and who opened it. */
  readonly name?: string | undefined;
  readonly parent?: string | undefined;
  readonly owner?: string | undefined;
}

export interface Gateway {
  /** Settles when the first session began. @throws what discord.js throws, such as for a wrong token */
  connect(): Promise<void>;
  /** Id of the bot's own role in a server. */
  roleIn(server: string): string | undefined;
  /** A channel, as far as the session told. */
  kindOf(channel: string): ToldPlace | undefined;
  close(): Promise<void>;
}

/** Nothing is looked up in discord.js's own memory but servers, channels and roles. */
const cache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  GuildEmojiManager: 0,
  GuildMemberManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
});

/** The connection to Discord by discord.js: heartbeats, resuming, sharding and reconnecting are its work. */
export function createGateway({ token, apiUrl, messageContent, shards, log, on }: GatewayOptions): Gateway {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    rest: { api: apiUrl, version: '10' },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: cache,
    ...(shards > 0 ? { shardCount: shards } : {}),
  });
  client.ws.on(GatewayDispatchEvents.Ready, on.ready);
  client.ws.on(GatewayDispatchEvents.GuildCreate, on.server);
  client.ws.on(GatewayDispatchEvents.MessageCreate, on.message);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, on.interaction);
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord failed'));
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error({ code }, 'Discord ended the connection for good'),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to Discord'));

  const watch = watchResuming(client, () => {
    log.warn('Discord does not take up the session; connecting anew');
    on.stuck();
  });

  return {
    async connect() {
      await client.login(token);
    },
    roleIn: (server) => {
      const me = client.user;
      return me ? client.guilds.cache.get(server)?.roles.botRoleFor(me)?.id : undefined;
    },
    kindOf(id) {
      const channel = client.channels.cache.get(id);
      if (!channel?.isThread()) return channel && { type: channel.type };
      const { type, name, ownerId, parentId, parent } = channel;
      return {
        type,
        name,
        above: parent?.type,
        parent: parentId ?? undefined,
        owner: ownerId ?? undefined,
      };
    },
    async close() {
      clearInterval(watch);
      await client.destroy();
    },
  };
}

/** Milliseconds without a word while resuming; Discord answers or replays within one second. */
const silenceMs = 3_000;
const lookEveryMs = 500;

/** discord.js waits for ever for the answer to a resume: heartbeats go on, and nothing is heard. */
function watchResuming(client: Client, stuck: () => void): NodeJS.Timeout {
  const heardAt = new Map<number, number>();
  client.on(Events.Raw, (_packet: unknown, shard: number) => heardAt.set(shard, performance.now()));
  client.on(Events.ShardReconnecting, (shard) => heardAt.delete(shard));
  const watch = setInterval(() => {
    for (const { id, status } of client.ws.shards.values()) {
      if (status !== Status.Resuming) continue;
      const since = heardAt.get(id) ?? performance.now();
      heardAt.set(id, since);
      if (performance.now() - since < silenceMs) continue;
      clearInterval(watch);
      return stuck();
    }
  }, lookEveryMs);
  return watch.unref();
}

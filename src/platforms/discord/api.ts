import {
  type APIChannel,
  type APIInteractionResponse,
  type APIMessage,
  type APIThreadChannel,
  MessageFlags,
  REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Payload } from './payload.ts';
import type { Answerable } from './target.ts';

/**
 * Milliseconds that a request may wait for a rate limit. What comes from the outbox goes back there soon; an
 * acknowledgement has three seconds, and a thread is worth waiting for.
 */
function patienceFor(route: string): number {
  if (route.startsWith('/interactions/')) return 2_500;
  return route.endsWith('/threads') ? 10_000 : 1_000;
}

export interface ApiOptions {
  readonly token: string;
  /** Without version. */
  readonly url: string;
}

/** The requests that the bot makes; each throws what discord.js throws. */
export interface Api {
  post(channel: string, body: RESTPostAPIChannelMessageJSONBody): Promise<APIMessage>;
  /** Acknowledges an interaction. */
  acknowledge(
    interaction: { readonly id: string; readonly token: string },
    body: APIInteractionResponse,
  ): Promise<void>;
  /** Fills in what a deferred answer promised, or changes the message that was pressed. */
  edit(interaction: Answerable, payload: Payload): Promise<APIMessage>;
  /** Takes back the promise of an answer. */
  dismiss(interaction: Pick<Answerable, 'application' | 'token'>): Promise<void>;
  /** One more message for an interaction. */
  follow(interaction: Answerable, payload: Payload): Promise<APIMessage>;
  openThread(channel: string, message: string, name: string): Promise<APIThreadChannel>;
  channel(id: string): Promise<APIChannel>;
  message(channel: string, id: string): Promise<APIMessage>;
  /** Newest first, at most 100. @param before only what is older than this message */
  recent(channel: string, before?: string): Promise<readonly APIMessage[]>;
  tag(post: string, tags: readonly string[]): Promise<void>;
  react(channel: string, message: string, emoji: string): Promise<void>;
  close(): void;
}

/** A day after its last message Discord puts a thread away by itself. */
const threadMinutes = 1440;

/**
 * The REST API by discord.js, which keeps to the limits that Discord announces. It never tries again by itself: the
 * outbox does, and it asks first whether the message arrived.
 */
export function createApi({ token, url }: ApiOptions): Api {
  const rest = new REST({
    api: url,
    version: '10',
    retries: 0,
    rejectOnRateLimit: ({ retryAfter, timeToReset, route }) =>
      Math.max(retryAfter, timeToReset) > patienceFor(route),
  }).setToken(token);

  return {
    post: async (channel, body) => (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage,
    async acknowledge({ id, token: secret }, body) {
      await rest.post(Routes.interactionCallback(id, secret), { body, auth: false });
    },
    edit: async ({ application, token: secret }, body) =>
      (await rest.patch(Routes.webhookMessage(application, secret, '@original'), {
        body,
        auth: false,
      })) as APIMessage,
    async dismiss({ application, token: secret }) {
      await rest.delete(Routes.webhookMessage(application, secret, '@original'), { auth: false });
    },
    async follow({ application, token: secret, isPrivate }, payload) {
      const flags = (payload.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0);
      const body = { ...payload, flags };
      return (await rest.post(Routes.webhook(application, secret), { body, auth: false })) as APIMessage;
    },
    openThread: async (channel, message, name) =>
      (await rest.post(Routes.threads(channel, message), {
        body: { name, auto_archive_duration: threadMinutes },
      })) as APIThreadChannel,
    channel: async (id) => (await rest.get(Routes.channel(id))) as APIChannel,
    message: async (channel, id) => (await rest.get(Routes.channelMessage(channel, id))) as APIMessage,
    recent: async (channel, before) =>
      (await rest.get(Routes.channelMessages(channel), {
        query: new URLSearchParams({ limit: '100', ...(before === undefined ? {} : { before }) }),
      })) as APIMessage[],
    async tag(post, tags) {
      await rest.patch(Routes.channel(post), { body: { applied_tags: tags } });
    },
    async react(channel, message, emoji) {
      await rest.put(Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji)));
    },
    close() {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

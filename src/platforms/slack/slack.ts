import { App, LogLevel, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { LanguageCode, Platform, PlatformHost } from '../../message.ts';
import { channelAddress, fromAddress, linkOf } from './address.ts';
import type { ApiCall } from './api-call.ts';
import { createApiFetch } from './api-fetch.ts';
import { boltLog } from './bolt-log.ts';
import { connect } from './connect.ts';
import { encodeReply, type SlackCall } from './encode.ts';
import { fieldsOf } from './fields.ts';
import { learnIdentity } from './identity.ts';
import { createKeep } from './keep.ts';
import { createPacer } from './pacer.ts';
import { createProfiles } from './profiles.ts';
import { createRouteReceiver } from './receiver.ts';
import { findCall, sendCall } from './send.ts';
import { createStatuses } from './status.ts';
import { listenToSurfaces } from './surfaces.ts';
import { createTalks, type Talks } from './talks.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly events:
    | { readonly mode: 'http'; readonly signingSecret: string }
    | { readonly mode: 'socket'; readonly appToken: string };
  /** The Web API's address, with a slash at its end. */
  readonly apiUrl: string;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Titles of what the knowledge is about, in a language. */
  readonly topics: (language: LanguageCode) => readonly string[];
}

/** Milliseconds of silence in a Web API call; shorter than delivery waits. */
const timeoutMs = 20_000;

/** The bot in a Slack workspace. */
export function createSlack(options: SlackOptions): Platform {
  const { log, now, events } = options;
  const logger = boltLog(log, LogLevel.INFO);
  // Retries and pauses are delivery's: the client tries once and says what happened.
  const clientOptions = {
    slackApiUrl: options.apiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: createApiFetch(timeoutMs),
    logger,
  };
  const client = new webApi.WebClient(options.botToken, clientOptions);
  const api: ApiCall = async (method, fields) => fieldsOf(await client.apiCall(method, fields));
  const statuses = createStatuses(api, now);
  const ends: (() => Promise<void> | void)[] = [];
  let talks: Talks | undefined;

  const paced = createPacer(now);

  async function start(host: PlatformHost): Promise<void> {
    const ownUsers = new Set<string>();
    talks = createTalks({ host, api, now });
    const profiles = createProfiles(api, now);
    const keep = createKeep({ host, api, talks, statuses, profiles, ownUsers, now });
    const receiver = events.mode === 'socket' ? openSocket(events.appToken) : mountRoute(host, events);
    const authorize = async () => ({ botToken: options.botToken });
    const app = new App({ receiver, authorize, logger, clientOptions, ignoreSelf: false, convoStore: false });
    keepBeforeAck(app, keep);
    listenToSurfaces({ app, api, profiles, log, topics: options.topics });
    ends.push(learnIdentity(api, ownUsers, log));
  }

  function mountRoute(host: PlatformHost, { signingSecret }: { readonly signingSecret: string }): Receiver {
    const receiver = createRouteReceiver({ signingSecret, now });
    host.route('POST', '/slack/events', receiver.handle);
    return receiver;
  }

  function openSocket(appToken: string): Receiver {
    const socket = { appToken, logger, autoReconnectEnabled: false, installerOptions: { clientOptions } };
    const receiver = new SocketModeReceiver(socket);
    ends.push(connect(receiver.client, log));
    return receiver;
  }

  return {
    name: 'slack',
    repeat: 'visible',
    start,
    encode: encodeReply,
    async send(call) {
      const { channel, thread_ts: thread } = (call.body as SlackCall).fields;
      if (thread !== undefined) await statuses.settled({ channel, thread });
      const receipt = await paced(call, () => sendCall(api, call));
      talks?.sent(call, receipt);
      return receipt;
    },
    reconcile: (call) => findCall(api, call),
    channelAddress,
    linkTo: (address) => linkOf(fromAddress(address)),
    async stop() {
      for (const end of ends.splice(0)) await end();
    },
  };
}

/**
 * Bolt acks an event before its listeners run, and a crash in between would lose it. So everything passes here first:
 * what must be kept is on disk when Bolt gets to its ack. What is not kept is not acked.
 */
function keepBeforeAck(app: App, keep: ReturnType<typeof createKeep>): void {
  const dispatch = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const verdict = await keep(event.body, (event.retryNum ?? 0) > 0);
    if (verdict === 'again') return;
    // Bolt has no listeners for what was said.
    if (verdict === 'kept') return event.ack();
    let isAcked = false;
    const ack: typeof event.ack = async (content) => {
      if (isAcked) return;
      isAcked = true;
      await event.ack(content);
    };
    // Nothing that we keep needs more than a bare ack, and nobody is to wait for the rest.
    await ack();
    await dispatch({ ...event, ack });
  };
}

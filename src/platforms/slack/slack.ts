import { App, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { Call, LanguageCode, Platform, PlatformHost } from '../../message.ts';
import { channelAddress, fromAddress, linkOf } from './address.ts';
import { boltLog } from './bolt-log.ts';
import { connect } from './connect.ts';
import { encodeReply, type SlackCall } from './encode.ts';
import type { OpenTalksOf } from './home-talks.ts';
import { learnIdentity } from './identity.ts';
import { type InstallOptions, mountInstall } from './install.ts';
import { createKeep } from './keep.ts';
import { createPacer } from './pacer.ts';
import { createProfiles, type KeptLanguages } from './profiles.ts';
import { createRouteReceiver } from './receiver.ts';
import { createSeal } from './seal.ts';
import { findCall, sendCall } from './send.ts';
import { createStatuses } from './status.ts';
import { listenToSurfaces } from './surfaces.ts';
import { createTalks, type Talks } from './talks.ts';
import { apiWith, clientOptionsFor, createApiOf } from './web-api.ts';
import { createWorkspaces, type SealedStore } from './workspaces.ts';

export interface SlackOptions {
  /** Of one workspace; null when there are only installations by OAuth. */
  readonly botToken: string | null;
  readonly events:
    | { readonly mode: 'http'; readonly signingSecret: string }
    | { readonly mode: 'socket'; readonly appToken: string };
  /** The Web API's address, with a slash at its end. */
  readonly apiUrl: string;
  /** Installing in several workspaces; null without. */
  readonly install: Omit<InstallOptions, 'apiUrl'> | null;
  /** Where installations are kept. */
  readonly installations: SealedStore;
  /** Where the languages are kept that people chose in App Home. */
  readonly languages: KeptLanguages;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Titles of what the knowledge is about, in a language. */
  readonly topics: (language: LanguageCode) => readonly string[];
  /** The talks that somebody may go on with, newest first. @param person as `Incoming.person` names them */
  readonly openTalks: OpenTalksOf;
}

/** The bot in one Slack workspace, or in all that installed it. */
export function createSlack(options: SlackOptions): Platform {
  const { log, now, events, botToken, install } = options;
  const logger = boltLog(log, LogLevel.INFO);
  const clientOptions = clientOptionsFor(options.apiUrl, logger);
  const seal = install && createSeal(install.stateSecret);
  const workspaces = createWorkspaces({ botToken, store: options.installations, seal, log, now });
  const apiOf = createApiOf(workspaces.tokenOf, clientOptions);
  const statuses = createStatuses(apiOf, now);
  const paced = createPacer(now);
  const ends: (() => Promise<void> | void)[] = [];
  let talks: Talks | undefined;

  async function start(host: PlatformHost): Promise<void> {
    await workspaces.load();
    talks = createTalks({ host, apiOf, now });
    const profiles = createProfiles(apiOf, options.languages, now);
    const keep = createKeep({ host, apiOf, talks, statuses, profiles, workspaces, now });
    const receiver = events.mode === 'socket' ? openSocket(events.appToken) : mountRoute(host, events);
    // Listeners get their workspace's calls from `apiOf`; Bolt itself needs no token.
    const authorize = async () => ({});
    const app = new App({ receiver, authorize, logger, clientOptions, ignoreSelf: false, convoStore: false });
    keepBeforeAck(app, keep);
    listenToSurfaces({ app, apiOf, profiles, log, topics: options.topics, openTalks: options.openTalks });
    if (botToken !== null)
      ends.push(learnIdentity(apiWith(botToken, clientOptions), workspaces.ownUsers, log));
    if (install) mountOAuth(host, install);
  }

  function mountOAuth({ route }: PlatformHost, given: Omit<InstallOptions, 'apiUrl'>): void {
    const api = apiWith(null, clientOptions);
    mountInstall({ ...given, apiUrl: options.apiUrl, route, api, workspaces, log, now });
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
      const receipt = await paced(call, () => sendCall(apiOf(teamOf(call)), call));
      talks?.sent(call, receipt);
      return receipt;
    },
    reconcile: (call) => findCall(apiOf(teamOf(call)), call),
    channelAddress,
    linkTo: (address) => linkOf(fromAddress(address)),
    async stop() {
      for (const end of ends.splice(0)) await end();
    },
  };
}

function teamOf({ body }: Call): string {
  return (body as SlackCall).team;
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

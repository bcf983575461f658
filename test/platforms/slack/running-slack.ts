import { onTestFinished } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { advance } from '../../../src/conversation/advance.ts';
import { apologise, refuse } from '../../../src/conversation/excuse.ts';
import { systemClock } from '../../../src/delivery/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import { createLog } from '../../../src/log.ts';
import type { Platform } from '../../../src/message.ts';
import { createSlack, type SlackOptions } from '../../../src/platforms/slack/slack.ts';
import { createIdentities } from '../../../src/privacy/identities.ts';
import { createMemoryStore } from '../../../src/storage/memory.ts';
import { emptyTables, type MemoryTables } from '../../../src/storage/memory-tables.ts';
import { officePrinter } from '../../fixtures/office-printer.ts';
import { runningServer } from '../../server/running.ts';
import { event, payload } from './payload.ts';
import {
  appToken,
  botToken,
  type Signing,
  type SlackWorld,
  signedRequest,
  signingSecret,
} from './slack-world.ts';

type Mode = SlackOptions['events']['mode'];

/** The platform as the settings would make it, against a test workspace. */
export function slackIn(world: SlackWorld, mode: Mode): Platform {
  return createSlack({
    botToken,
    install: null,
    languages: { of: async () => null, choose: async () => {} },
    installations: { list: async () => [], save: async () => {}, remove: async () => 0 },
    events: mode === 'http' ? { mode, signingSecret } : { mode, appToken },
    apiUrl: world.apiUrl,
    log: createLog(readConfig({}), { write: () => {} }),
    now: Date.now,
    topics: () => ['The printer prints nothing'],
    openTalks: async () => [],
  });
}

export interface RunningSlack {
  readonly url: string;
  readonly tables: MemoryTables;
  /** Posts a payload as Slack would, signed. */
  post(body: object, signing?: Signing): Promise<Response>;
  /** A mention in the channel; `fields` change the event. */
  mention(text: string, fields?: object): Promise<Response>;
  /** Presses a choice of a message of ours by its label. */
  press(
    message: Posted,
    label: string,
    more?: { readonly user?: string; readonly at?: string },
  ): Promise<Response>;
  stop(): Promise<void>;
}

/** What `chat.postMessage` was called with, and the ts it got. */
export interface Posted {
  // biome-ignore lint/suspicious/noExplicitAny: arguments of the call, which tests look into
  readonly fields: Record<string, any>;
  readonly ts: string;
}

let events = 0;

/** The real Bolt, delivery and conversation on a loopback server, talking to a test workspace. */
export async function runningSlack(world: SlackWorld, tables = emptyTables()): Promise<RunningSlack> {
  const knowledge = await officePrinter();
  const { server, url } = await runningServer();
  const platform = slackIn(world, 'http');
  const delivery = createDelivery({
    store: createMemoryStore({ tables, now: Date.now }),
    platforms: [platform],
    identities: createIdentities(Buffer.alloc(32)),
    advance,
    apologise,
    refuse,
    world: ({ now, seed }) => ({ knowledge, now, seed }),
    clock: systemClock,
    random: () => 0.5,
    limits: { graceMs: 1_000 },
  });
  await platform.start(delivery.host(platform, server.route));
  await delivery.start();
  const stop = async () => {
    await Promise.all([delivery.stop(), platform.stop()]);
  };
  onTestFinished(stop);
  const post = (body: object, signing?: Signing) =>
    fetch(signedRequest(`${url}/slack/events`, body, signing));
  return {
    url,
    tables,
    post,
    mention: (text, fields = {}) => {
      events += 1;
      return post(
        inWorld(
          world,
          event('app-mention', { text, ts: `17000001${String(events).padStart(2, '0')}.000100`, ...fields }),
        ),
      );
    },
    press: (message, label, more = {}) => post(pressOf(world, message, label, more)),
    stop,
  };
}

/** The fixture's fake ids become those of the test workspace. */
export function inWorld<Body extends object>(world: SlackWorld, body: Body): Body {
  const text = JSON.stringify(body)
    .replaceAll('T0TEST0001', world.team)
    .replaceAll('U0TESTBOT1', world.users.bot)
    .replaceAll('U0TESTALICE', world.users.alice)
    .replaceAll('U0TESTBOB01', world.users.bob)
    .replaceAll('C0TESTHELP', world.channel);
  return JSON.parse(text);
}

/** The interaction that Slack sends when somebody presses a button, or picks from a select, of a message. */
export function pressOf(
  world: SlackWorld,
  { fields, ts }: Posted,
  label: string,
  {
    user = world.users.alice,
    at = `${++events}.000000`,
  }: { readonly user?: string; readonly at?: string } = {},
): object {
  const actions = fields.blocks.findLast((block: Pressable) =>
    block.elements?.some((one) => isLabelled(one, label)),
  );
  if (!actions) throw new Error(`There is no choice "${label}" in ${JSON.stringify(fields.blocks)}`);
  const [first] = actions.elements;
  const options = first.type === 'static_select' ? first.options : actions.elements;
  // biome-ignore lint/suspicious/noExplicitAny: a button or an option
  const chosen = options.find((option: any) => option.text.text === label);
  if (!chosen) throw new Error(`There is no choice "${label}" in ${JSON.stringify(options)}`);
  const how =
    first.type === 'static_select' ? { selected_option: chosen } : { value: chosen.value, text: chosen.text };
  return inWorld(
    world,
    payload('block-actions', (body) => {
      body.user.id = user;
      body.channel.id = fields.channel;
      Object.assign(body.container, {
        message_ts: ts,
        thread_ts: fields.thread_ts,
        channel_id: fields.channel,
      });
      Object.assign(body.message, {
        ts,
        thread_ts: fields.thread_ts,
        text: fields.text,
        blocks: fields.blocks,
      });
      body.actions = [
        { action_id: first.action_id, block_id: actions.block_id, type: first.type, action_ts: at, ...how },
      ];
    }),
  );
}

interface Pressable {
  readonly text?: { readonly text: string };
  readonly elements?: readonly Pressable[];
  readonly options?: readonly Pressable[];
}

function isLabelled(element: Pressable, label: string): boolean {
  return element.text?.text === label || (element.options ?? []).some((option) => isLabelled(option, label));
}

import { describe, expect, it, vi } from 'vitest';
import type { PlatformHost } from '../../../src/message.ts';
import { toAddress } from '../../../src/platforms/slack/address.ts';
import { runningServer } from '../../server/running.ts';
import { describePlatform, type PlatformUnderTest } from '../conformance.ts';
import { echo, scriptedHost } from '../scripted-host.ts';
import { faultsOf } from './faults.ts';
import { event, payload } from './payload.ts';
import { inWorld, slackIn } from './running-slack.ts';
import { type SlackWorld, signedRequest, slackWorld } from './slack-world.ts';

describePlatform('Slack over HTTP', () => overHttp());
describePlatform('Slack over Socket Mode', () => overSocket());

const root = '1700000000.000100';
const busy = { status: 429, headers: { 'retry-after': '0' }, body: { ok: false, error: 'ratelimited' } };
const refused = { status: 200, body: { ok: false, error: 'msg_too_long' } };

type Deliver = (body: object) => Promise<void>;

/** One thread of one person, from the mention that begins it. */
function subject(
  world: SlackWorld,
  parts: Pick<PlatformUnderTest, 'platform' | 'route'> & { readonly deliver: Deliver },
): PlatformUnderTest {
  let events = 0;
  return {
    platform: parts.platform,
    route: parts.route,
    address: toAddress({
      team: world.team,
      channel: world.channel,
      thread: root,
      talk: { channel: world.channel, root, owner: world.users.alice },
      after: root,
    }),
    faultsOf,
    async say(text) {
      events += 1;
      const typed = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const fields = { ts: `17000000${10 + events}.000100`, thread_ts: root, text: `<@U0TESTBOT1> ${typed}` };
      await parts.deliver(inWorld(world, event('app-mention', fields)));
    },
    press: (choice) =>
      parts.deliver(
        inWorld(
          world,
          payload('block-actions', (body) => {
            body.actions[0].value = choice;
          }),
        ),
      ),
    shown: () =>
      [...world.callsTo('chat.postMessage'), ...world.callsTo('chat.postEphemeral')]
        .map(({ fields }) => fields.text)
        .join('\n'),
    failNext(how) {
      // Not the echo of what was said, which may still be on its way.
      world.interfere(({ method, fields }) => {
        if (method !== 'chat.postMessage' || fields.text !== 'later') return undefined;
        return how === 'busy' ? busy : refused;
      });
    },
    close: world.close,
  };
}

async function overHttp(): Promise<PlatformUnderTest> {
  const world = await slackWorld();
  const { server, url } = await runningServer();
  const deliver: Deliver = async (body) => {
    await fetch(signedRequest(`${url}/slack/events`, body));
  };
  return subject(world, { platform: slackIn(world, 'http'), route: server.route, deliver });
}

const noRoutes: PlatformHost['route'] = () => {
  throw new Error('Socket Mode needs no HTTP.');
};

let envelopes = 0;

function envelope(body: object): object {
  envelopes += 1;
  const type = 'event' in body ? 'events_api' : 'command' in body ? 'slash_commands' : 'interactive';
  return {
    envelope_id: `envelope-${envelopes}`,
    type,
    payload: body,
    accepts_response_payload: type !== 'events_api',
  };
}

const opened = (world: SlackWorld, count: number) =>
  vi.waitFor(() => expect(world.socket.opened()).toBe(count), 5_000);

async function overSocket(): Promise<PlatformUnderTest> {
  const world = await slackWorld();
  const deliver: Deliver = async (body) => {
    await opened(world, 1);
    world.socket.send(envelope(body));
  };
  return subject(world, { platform: slackIn(world, 'socket'), route: noRoutes, deliver });
}

describe('the socket', () => {
  async function started() {
    const world = await slackWorld();
    const host = scriptedHost(echo);
    const platform = slackIn(world, 'socket');
    host.attach(platform);
    await platform.start({ ...host, route: noRoutes });
    await opened(world, 1);
    return {
      world,
      host,
      async [Symbol.asyncDispose]() {
        await platform.stop();
        await world.close();
      },
    };
  }

  it('is acked only when the message is kept, and not at all when it is refused', async () => {
    await using rig = await started();
    const { world, host } = rig;
    host.refuseWith('Not now.');
    const mention = envelope(inWorld(world, event('app-mention'))) as { envelope_id: string };
    world.socket.send(mention);
    await vi.waitFor(() => expect(world.callsTo('chat.postEphemeral')).toHaveLength(1));
    expect(world.socket.received).toEqual([]);
    host.refuseWith(null);
    world.socket.send(mention);
    await vi.waitFor(() =>
      expect(world.socket.received).toMatchObject([{ envelope_id: mention.envelope_id }]),
    );
    expect(host.received).toHaveLength(1);
  });

  it('is opened again when Slack says so, or cuts it, or does not answer at first', async () => {
    await using rig = await started();
    const { world, host } = rig;
    world.socket.send({ type: 'disconnect', reason: 'refresh_requested' });
    await opened(world, 2);
    let failures = 2;
    world.interfere(({ method }) =>
      method === 'apps.connections.open' && failures-- > 0 ? { status: 500, body: {} } : undefined,
    );
    world.socket.close();
    await opened(world, 3);
    world.socket.send(envelope(inWorld(world, event('app-mention'))));
    await vi.waitFor(() => expect(host.received).toHaveLength(1));
  });
});

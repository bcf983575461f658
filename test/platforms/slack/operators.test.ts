import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/message.ts';
import { toAddress } from '../../../src/platforms/slack/address.ts';
import { answerReply } from '../scripted-host.ts';
import { slackIn } from './running-slack.ts';
import { type SlackWorld, slackWorld } from './slack-world.ts';

let world: SlackWorld;
let platform: Platform;

beforeEach(async () => {
  world = await slackWorld();
  platform = slackIn(world, 'http');
});
afterEach(() => world.close());

const ticket = answerReply('ticket', 'Ticket T-1 <!channel> <@U1>', { kind: 'handover' });

function callIn(channel: string) {
  const address = platform.channelAddress?.(channel);
  const [call] = address ? platform.encode(ticket, address) : [];
  if (!call) throw new Error('Slack has channels.');
  return call;
}

describe('a post to operators', () => {
  it('stands in their channel, in no thread, mentions nobody, and is found again', async () => {
    const call = callIn(world.channel);
    const { messageId } = await platform.send(call);
    expect(messageId).toMatch(/^\d+\.\d+$/);
    const [post] = world.callsTo('chat.postMessage');
    expect(post?.fields).toMatchObject({
      channel: world.channel,
      text: expect.stringContaining('Ticket T-1'),
    });
    expect(post?.fields).not.toHaveProperty('thread_ts');
    expect(JSON.stringify(post?.fields)).not.toMatch(/<[!@]/);
  });

  it('goes to the workspace that is named with its channel, else to that of the settings', () => {
    const teams = ['C1', 'T1:C1'].map((place) => JSON.parse(platform.channelAddress?.(place).to ?? '{}'));
    expect(teams).toMatchObject([
      { team: '', channel: 'C1' },
      { team: 'T1', channel: 'C1' },
    ]);
  });

  it('asks from the channel’s beginning whether it arrived', async () => {
    await platform.reconcile?.(callIn(world.channel));
    expect(world.callsTo('conversations.history')[0]?.fields).toMatchObject({
      channel: world.channel,
      oldest: '0',
    });
  });

  it('goes to nobody else where the channel is closed to the bot', async () => {
    world.interfere(({ method }) =>
      method === 'chat.postMessage'
        ? { status: 200, body: { ok: false, error: 'not_in_channel' } }
        : undefined,
    );
    await expect(platform.send(callIn(world.channel))).rejects.toMatchObject({ retryable: false });
    expect(world.callsTo('chat.postMessage')).toHaveLength(1);
  });
});

describe('the link to a talk', () => {
  const talk = { channel: 'C1', root: '1.000001', owner: 'U1' };

  it('leads to its thread', () => {
    const address = toAddress({ team: 'T1', channel: 'C1', thread: '1.000001', talk, after: '1' });
    expect(platform.linkTo?.(address)).toBe('https://app.slack.com/client/T1/C1/thread/C1-1.000001');
  });

  it('leads to the person where nobody else sees the talk', () => {
    const direct = toAddress({ team: 'T1', channel: 'D1', thread: '1.000001', talk, after: '1' });
    const command = toAddress({ team: 'T1', channel: 'C1', talk, after: '1' });
    expect([direct, command].map((address) => platform.linkTo?.(address))).toEqual([
      'slack://user?team=T1&id=U1',
      'slack://user?team=T1&id=U1',
    ]);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';
import { type Driver, pressablesIn, signingSecret, slackDriver } from './driver.ts';
import { event, payload } from './payload.ts';
import { socketFront } from './socket-front.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
const challenge = { type: 'url_verification', challenge: 'say-this', token: 'x' };

describe('the built bot over HTTP, by its settings alone', () => {
  const folder = dataFolder();
  let bot: ServerProcess;
  let slack: Driver;
  /** Messages that were posted before this test. */
  let before = 0;

  async function start(): Promise<void> {
    bot = await startServer(folder.path, undefined, {
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.api.url,
    });
    slack.origin = bot.origin;
    await bot.ready();
  }

  beforeAll(async () => {
    slack = await slackDriver();
    await start();
  }, 90_000);
  beforeEach(() => {
    before = slack.countOf('chat.postMessage');
  });
  afterAll(async () => {
    await bot.stop();
    await slack.close();
    folder.remove();
  });
  const posted = (count: number) => slack.posted(before + count);
  const labelsOf = async (count: number) => pressablesIn(await posted(count)).map(({ label }) => label);

  it('asks, is answered by buttons, gives the fix and hears that it worked', async () => {
    await slack.mention('QQ cannot send my file');
    const seen = [];
    for (let count = 1; count <= 12; count += 1) {
      const message = await posted(count);
      const [first = ''] = pressablesIn(message).map(({ label }) => label);
      seen.push(message.fields.thread_ts);
      if (first === '') break;
      await slack.press(message, first);
    }
    const last = await posted(seen.length);
    expect(last.fields.text).toMatch(/thanks/i);
    expect(new Set(seen).size).toBe(1);
    expect(await labelsOf(seen.length - 1)).toContain('It worked');
    await slack.called('chat.update', seen.length - 1);
    for (const { method, fields } of slack.calls.filter((call) => call.method.startsWith('chat.'))) {
      expect(fields.text?.length).toBeGreaterThan(0);
      expect(fields.text?.length).toBeLessThanOrEqual(4_000);
      if (method === 'chat.postMessage')
        expect(JSON.parse(fields.metadata ?? '')).toMatchObject({
          event_type: 'askfix_reply',
          event_payload: {},
        });
    }
    expect(slack.countOf('assistant.threads.setStatus')).toBeGreaterThan(0);
  }, 60_000);

  it('answers /fix, and a Chinese user in Chinese', async () => {
    const response = await slack.command('0x80070057', { user_id: 'U0TESTBOB01' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await posted(1)).fields.text).toContain('0x80070057');
    await slack.mention('错误码10001', { user: 'U0TESTZH001' });
    expect((await posted(2)).fields.text).toMatch(/\p{Script=Han}/u);
  }, 60_000);

  it('refuses what is not Slack’s with exactly 401', async () => {
    const wrong = [
      { secret: 'another' },
      { skew: -301 },
      { skew: 302 },
      { headers: { 'x-slack-signature': '' } },
    ];
    for (const signing of wrong) expect((await slack.post(challenge, signing)).status).toBe(401);
  });

  it('takes whatever comes twice, in two shapes, replayed or edited for one event, also across a kill', async () => {
    const at = { ts: '1700009000.000100', user: 'U0TESTDUP01' };
    await slack.mention('help', at);
    await slack.post(event('message-channel', { ...at, text: '<@U0TESTBOT1> help' }));
    await posted(1);
    await bot.kill();
    await start();
    await slack.mention('help', at);
    await slack.post(event('message-channel', { ...at, text: '<@U0TESTBOT1> help' }));
    for (const name of ['message-changed', 'message-bot'])
      expect((await slack.post(payload(name))).status).toBe(200);
    await settle();
    expect(slack.countOf('chat.postMessage')).toBe(before + 1);
  }, 90_000);

  it('goes on after kill -9 between question and press, and checks its address at once', async () => {
    await slack.mention('QQ cannot send my file', { user: 'U0TESTKILL1' });
    const question = await posted(1);
    await bot.kill();
    await start();
    const checked = await slack.post(challenge);
    expect([checked.status, await checked.json()]).toEqual([200, { challenge: 'say-this' }]);
    const [label = ''] = await labelsOf(1);
    expect((await slack.press(question, label, 'U0TESTKILL1')).status).toBe(200);
    expect((await posted(2)).fields.thread_ts).toBe(question.fields.thread_ts);
  }, 90_000);

  it('tells a stranger privately, and the owner that a press came too late', async () => {
    await slack.mention('QQ cannot send my file', { user: 'U0TESTOWN01' });
    const question = await posted(1);
    const [label = '', other = ''] = await labelsOf(1);
    const [updates, notices] = [slack.countOf('chat.update'), slack.countOf('chat.postEphemeral')];
    expect((await slack.press(question, label, 'U0TESTBOB01')).status).toBe(200);
    const whispered = await slack.called('chat.postEphemeral', notices + 1);
    expect(whispered.at(-1)?.fields.user).toBe('U0TESTBOB01');
    await settle();
    expect([slack.countOf('chat.update'), slack.countOf('chat.postMessage')]).toEqual([updates, before + 1]);
    await slack.press(question, label, 'U0TESTOWN01');
    await posted(2);
    expect((await slack.press(question, other, 'U0TESTOWN01')).status).toBe(200);
    expect((await posted(3)).fields.text).not.toBe('');
    await settle();
    expect(slack.countOf('chat.update')).toBe(updates + 1);
  }, 60_000);

  it('shows open talks in App Home, in the chosen language, which outlives a kill', async () => {
    await slack.mention('QQ cannot send my file', { user: 'U0TESTHOME1', channel: 'C0TESTHOME' });
    await posted(1);
    const opened = payload('app-home-opened', (body) => Object.assign(body.event, { user: 'U0TESTHOME1' }));
    slack.api.interfere(null);
    const views: string[] = [];
    slack.api.interfere(({ method, fields }) => {
      if (method !== 'views.publish') return undefined;
      views.push(fields.view ?? '');
      return { body: { ok: true } };
    });
    expect((await slack.post(opened)).status).toBe(200);
    await vi.waitFor(() => expect(views).toHaveLength(1), 10_000);
    expect(views[0]).toContain('C0TESTHOME/thread/C0TESTHOME-');
    const press = payload('block-actions', (body) => {
      body.user.id = 'U0TESTHOME1';
      body.actions = [{ type: 'button', action_id: 'home:language:zh', block_id: 'home', value: 'zh' }];
    });
    await slack.post(press);
    await vi.waitFor(() => expect(views).toHaveLength(2), 10_000);
    expect(views[1]).toContain('还没结束的对话');
    await bot.kill();
    await start();
    await slack.mention('0x80070057', { user: 'U0TESTHOME1', channel: 'C0TESTHOME' });
    expect((await posted(2)).fields.text).toMatch(/\p{Script=Han}/u);
  }, 90_000);

  it('waits as long as Slack asks, in that channel only', async () => {
    let refusals = 1;
    const times: Record<string, number[]> = {};
    slack.api.interfere(({ method, fields }) => {
      if (method !== 'chat.postMessage') return undefined;
      const channel = fields.channel ?? '';
      times[channel] = [...(times[channel] ?? []), performance.now()];
      if (channel !== 'C0TESTBUSY' || refusals-- <= 0) return undefined;
      return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };
    });
    await slack.mention('help', { channel: 'C0TESTBUSY', user: 'U0TESTBUSY1' });
    await slack.mention('help', { channel: 'C0TESTFREE', user: 'U0TESTBUSY2' });
    await vi.waitFor(() => expect(times.C0TESTBUSY).toHaveLength(2), 20_000);
    const [first = 0, second = 0] = times.C0TESTBUSY ?? [];
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(times.C0TESTFREE?.[0]).toBeLessThan(second);
  }, 60_000);
});

it('is the same over Socket Mode, also after Slack asked to connect anew', async () => {
  const slack = await slackDriver();
  const folder = dataFolder();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front = socketFront(server, '/link');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`;
  slack.api.interfere(({ method }) =>
    method === 'apps.connections.open' ? { body: { ok: true, url } } : undefined,
  );
  const bot = await startServer(folder.path, undefined, {
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.api.url,
  });
  const opened = (count: number) => vi.waitFor(() => expect(front.opened()).toBe(count), 20_000);
  const send = (number: number, ts: string) =>
    front.send({
      envelope_id: `envelope-${number}`,
      type: 'events_api',
      payload: event('app-mention', { ts, text: '<@U0TESTBOT1> help' }),
    });
  try {
    await bot.ready();
    await opened(1);
    send(1, '1700000001.000100');
    await slack.posted(1);
    front.send({ type: 'disconnect', reason: 'refresh_requested' });
    await opened(2);
    // Not acked on the old connection, it comes again on the new one.
    send(1, '1700000001.000100');
    send(2, '1700000002.000100');
    await slack.posted(2);
    await vi.waitFor(() => expect(front.received).toHaveLength(3), 10_000);
    await settle();
    expect(slack.api.counts['chat.postMessage']).toBe(2);
  } finally {
    await bot.stop();
    front.close();
    server.close();
    await slack.close();
    folder.remove();
  }
}, 90_000);

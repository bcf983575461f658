import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { event, payload } from './payload.ts';
import { inWorld, type Posted, pressOf, type RunningSlack, runningSlack } from './running-slack.ts';
import { type SlackWorld, signedRequest, slackWorld } from './slack-world.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
});
afterAll(() => world.close());

let before = 0;
let slack: RunningSlack;
beforeEach(async () => {
  world.interfere(null);
  before = world.calls.length;
  slack = await runningSlack(world);
  await vi.waitFor(() => expect(since('auth.test').length).toBeGreaterThan(0));
});

const since = (method: string) => world.calls.slice(before).filter((call) => call.method === method);

/** The nth message posted in this test (from 1), with the ts that the emulator gave it. */
async function posted(count: number): Promise<Posted> {
  await vi.waitFor(() => expect(since('chat.postMessage').length).toBeGreaterThanOrEqual(count), 5_000);
  const { fields } = since('chat.postMessage')[count - 1] as { fields: Posted['fields'] };
  const ts = await vi.waitFor(async () => {
    const found = await findTs(fields);
    expect(found).not.toBe('');
    return found;
  });
  return { fields, ts };
}

async function findTs(fields: Posted['fields']): Promise<string> {
  const method = fields.thread_ts ? 'conversations.replies' : 'conversations.history';
  const response = await fetch(`${world.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-test-bot', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ channel: fields.channel, ts: fields.thread_ts ?? '', limit: '1000' }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: messages as the emulator keeps them
  const { messages = [] } = (await response.json()) as { messages?: any[] };
  const key = fields.metadata.event_payload.key;
  return messages.find((message) => message.metadata?.event_payload.key === key)?.ts ?? '';
}

/** Long enough for a reply that must not come. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('a talk in a channel', () => {
  it('goes from the mention over a button to the fix and its end, all in one thread', async () => {
    expect((await slack.mention('<@U0TESTBOT1> the printer prints nothing')).status).toBe(200);
    const question = await posted(1);
    expect(question.fields).toMatchObject({ channel: world.channel, parse: 'none', unfurl_links: 'false' });
    expect(question.fields.text).not.toBe('');
    expect(question.fields).not.toHaveProperty('reply_broadcast');

    expect((await slack.press(question, 'No, it is dark')).status).toBe(200);
    const fix = await posted(2);
    expect(fix.fields.thread_ts).toBe(question.fields.thread_ts);
    expect(JSON.stringify(fix.fields.blocks)).toContain('1)');
    await vi.waitFor(() => expect(since('chat.update')).toHaveLength(1));
    const [update] = since('chat.update');
    expect(update?.fields.ts).toBe(question.ts);
    expect(update?.fields.text).toContain('✓ No, it is dark');
    expect(JSON.stringify(update?.fields.blocks)).not.toContain('"actions"');

    await slack.press(fix, 'It worked');
    expect((await posted(3)).fields.thread_ts).toBe(question.fields.thread_ts);
  });

  it('goes on in the thread without another mention, for the person whose talk it is', async () => {
    await slack.mention('the printer prints nothing', { ts: '1700000200.000100' });
    await posted(1);
    const thread = { thread_ts: '1700000200.000100' };
    await slack.post(
      inWorld(world, event('message-thread', { ...thread, ts: '1700000201.000100', text: 'it is dark' })),
    );
    expect((await posted(2)).fields.thread_ts).toBe('1700000200.000100');
    const stranger = { ...thread, user: world.users.bob, ts: '1700000202.000100', text: 'mine too' };
    expect((await slack.post(inWorld(world, event('message-thread', stranger)))).status).toBe(200);
    await settle();
    expect(since('chat.postMessage')).toHaveLength(2);
  });

  it('is one event, whether Slack calls it app_mention or message, and however often it comes', async () => {
    const at = { ts: '1700000300.000100' };
    await slack.mention('the printer prints nothing', at);
    await slack.post(inWorld(world, event('message-channel', { ...at, text: 'the printer prints nothing' })));
    await slack.mention('the printer prints nothing', at);
    await posted(1);
    await settle();
    expect(since('chat.postMessage')).toHaveLength(1);
  });

  it('does not hear what is not for it: other bots, itself, edits, plain talk', async () => {
    for (const name of ['message-bot', 'message-changed'])
      expect((await slack.post(inWorld(world, payload(name)))).status).toBe(200);
    await slack.mention('mine', { user: world.users.bot });
    await slack.mention('edited', { edited: { user: 'U0TESTALICE', ts: '1' } });
    await slack.post(inWorld(world, event('message-channel', { text: 'lunch?' })));
    await settle();
    expect(since('chat.postMessage')).toHaveLength(0);
  });
});

describe('other ways to ask', () => {
  it('answers direct messages, and pictures honestly', async () => {
    const channel = await world.openDirect(world.users.alice);
    await slack.post(inWorld(world, event('message-im', { channel })));
    expect((await posted(1)).fields).toMatchObject({ channel, thread_ts: '1700000000.000300' });
    await slack.post(inWorld(world, event('message-file', { channel })));
    expect((await posted(2)).fields.text).toMatch(/type/i);
  });

  it('goes on in direct messages when the answer is typed outside the thread, also after a restart', async () => {
    const channel = await world.openDirect(world.users.bob);
    const say = (to: RunningSlack, text: string, ts: string, more: object = {}) =>
      to.post(inWorld(world, event('message-im', { channel, user: 'U0TESTBOB01', text, ts, ...more })));
    await say(slack, 'the printer prints nothing', '1700000601.000100');
    await posted(1);
    await say(slack, 'it is dark', '1700000602.000100');
    const fix = await posted(2);
    expect(fix.fields.thread_ts).toBe('1700000602.000100');
    expect(JSON.stringify(fix.fields.blocks)).toContain('1)');
    await slack.stop();
    const again = await runningSlack(world, slack.tables);
    await say(again, 'it worked', '1700000603.000100', { thread_ts: '1700000602.000100' });
    expect((await posted(3)).fields.metadata.event_payload.root).toBe('1700000601.000100');
    await say(again, 'the printer prints nothing', '1700000604.000100');
    expect((await posted(4)).fields.metadata.event_payload.root).toBe('1700000604.000100');
  });

  it('answers /fix in the channel, and goes on in the thread under the answer', async () => {
    const response = await slack.post(
      inWorld(
        world,
        payload('slash-command', (body) => Object.assign(body, { text: 'the printer prints nothing' })),
      ),
    );
    expect([response.status, await response.text()]).toEqual([200, '']);
    const first = await posted(1);
    expect(first.fields).not.toHaveProperty('thread_ts');
    const below = {
      thread_ts: first.ts,
      parent_user_id: world.users.bot,
      ts: '1700000400.000100',
      text: 'it is dark',
    };
    await slack.post(inWorld(world, event('message-thread', below)));
    expect((await posted(2)).fields.thread_ts).toBe(first.ts);
    await slack.press(await posted(2), 'It worked');
    expect((await posted(3)).fields.thread_ts).toBe(first.ts);
  });

  it('answers /fix as a direct message where the channel is closed to it', async () => {
    const body = payload('slash-command', (one) =>
      Object.assign(one, { channel_id: 'C0CLOSED', trigger_id: 'closed' }),
    );
    await slack.post(inWorld(world, body));
    await vi.waitFor(() => expect(since('chat.postMessage')).toHaveLength(2));
    expect(since('chat.postMessage')[1]?.fields.channel).toBe(world.users.alice);
  });

  it('diagnoses somebody else’s message in its thread, for the person who asked', async () => {
    await slack.post(inWorld(world, payload('message-action')));
    const reply = await posted(1);
    expect(reply.fields.thread_ts).toBe('1700000000.000600');
    await slack.press(reply, 'No, it is dark');
    await posted(2);
  });

  it('shows App Home, in the language that was chosen there', async () => {
    await slack.post(inWorld(world, payload('app-home-opened')));
    await vi.waitFor(() => expect(since('views.publish')).toHaveLength(1));
    expect(JSON.stringify(since('views.publish')[0]?.fields.view)).toContain('The printer prints nothing');
    const press = payload('block-actions', (body) => {
      body.actions = [{ type: 'button', action_id: 'home:language:zh', block_id: 'home', value: 'zh' }];
    });
    await slack.post(inWorld(world, press));
    await vi.waitFor(() => expect(since('views.publish')).toHaveLength(2));
    expect(since('views.publish')[1]?.fields.view).toMatchObject({ private_metadata: 'zh' });
  });
});

describe('presses', () => {
  it('of a stranger get a private notice and change nothing', async () => {
    await slack.mention('the printer prints nothing');
    const question = await posted(1);
    expect((await slack.press(question, 'No, it is dark', { user: world.users.bob })).status).toBe(200);
    await vi.waitFor(() => expect(since('chat.postEphemeral')).toHaveLength(1));
    expect(since('chat.postEphemeral')[0]?.fields).toMatchObject({ user: world.users.bob });
    await settle();
    expect(since('chat.update')).toHaveLength(0);
    expect(since('chat.postMessage')).toHaveLength(1);
  });

  it('of "Why do you ask?" are answered, and leave the question as it is', async () => {
    await slack.mention('the printer prints nothing');
    const question = await posted(1);
    await slack.press(question, 'Why do you ask?');
    const reason = await posted(2);
    expect(reason.fields.text).not.toBe(question.fields.text);
    await settle();
    expect(since('chat.update')).toHaveLength(0);
    await slack.press(question, 'No, it is dark');
    await vi.waitFor(() => expect(since('chat.update')).toHaveLength(1));
  });

  it('that come too late are told so, and the message is left as it is', async () => {
    await slack.mention('the printer prints nothing');
    const question = await posted(1);
    await slack.press(question, 'No, it is dark');
    await posted(2);
    await slack.press(question, 'Yes');
    await posted(3);
    await settle();
    expect(since('chat.update')).toHaveLength(1);
  });

  it('count after a restart, and once however often they are delivered', async () => {
    await slack.mention('the printer prints nothing');
    const question = await posted(1);
    await slack.stop();
    const again = await runningSlack(world, slack.tables);
    const body = pressOf(world, question, 'No, it is dark', { at: '1.5' });
    await again.post(body);
    await posted(2);
    await again.post(body);
    await settle();
    expect(since('chat.postMessage')).toHaveLength(2);
  });
});

describe('what is not from Slack', () => {
  const mention = () => inWorld(world, event('app-mention', { ts: '1700000500.000100' }));

  it.each([
    ['a wrong secret', { secret: 'another-secret' }],
    ['an old time', { skew: -301 }],
    ['a time from the future', { skew: 310 }],
    ['no signature', { headers: { 'x-slack-signature': '' } }],
    ['a cut signature', { headers: { 'x-slack-signature': 'v0=00' } }],
    ['no time', { headers: { 'x-slack-request-timestamp': '' } }],
  ])('is refused with 401: %s', async (_name, signing) => {
    expect((await slack.post(mention(), signing)).status).toBe(401);
    await settle();
    expect(since('chat.postMessage')).toHaveLength(0);
  });

  it('is refused when a byte of it was changed', async () => {
    const request = signedRequest(`${slack.url}/slack/events`, mention());
    const body = (await request.text()).replace('nothing', 'nothinh');
    const { headers } = request;
    expect((await fetch(request.url, { method: 'POST', headers, body })).status).toBe(401);
  });

  it('answers the address check, and what it does not know with 200', async () => {
    const response = await slack.post(payload('url-verification'));
    expect(await response.json()).toEqual({ challenge: 'test-challenge-0123456789' });
    expect((await slack.post({ type: 'event_callback', event: { type: 'team_join' } })).status).toBe(200);
  });
});

describe('trouble with sending', () => {
  it('waits as long as Slack asks, then sends once', async () => {
    let refusals = 1;
    world.interfere(({ method }) =>
      method === 'chat.postMessage' && refusals-- > 0
        ? { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } }
        : undefined,
    );
    const start = performance.now();
    await slack.mention('the printer prints nothing');
    await vi.waitFor(() => expect(since('chat.postMessage')).toHaveLength(2), 5_000);
    expect(performance.now() - start).toBeGreaterThan(900);
  });

  it('brings every reply of a crowded channel through, one after the other', async () => {
    let next = 0;
    const passed: unknown[] = [];
    world.interfere(({ method, fields }) => {
      if (method !== 'chat.postMessage') return undefined;
      if (performance.now() < next)
        return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };
      next = performance.now() + 600;
      passed.push(fields.thread_ts);
      return undefined;
    });
    await Promise.all(Array.from({ length: 5 }, () => slack.mention('the printer prints nothing')));
    await vi.waitFor(() => expect(passed).toHaveLength(5), 15_000);
    expect(new Set(passed).size).toBe(5);
    // Five replies, one refusal for each that came at once, and hardly any more.
    expect(since('chat.postMessage').length).toBeLessThanOrEqual(12);
  }, 20_000);

  it('asks Slack whether a message arrived whose answer was lost, and does not send it again', async () => {
    let lost = 0;
    world.interfere(({ method, fields }) => {
      if (method !== 'chat.postMessage' || lost > 0) return undefined;
      lost += 1;
      void deliver(fields);
      return { status: 500, body: {} };
    });
    await slack.mention('the printer prints nothing');
    await vi.waitFor(() => expect(since('conversations.replies').length).toBeGreaterThan(0), 5_000);
    await settle();
    const messages = await Promise.all(since('chat.postMessage').map(({ fields }) => findTs(fields)));
    expect(new Set(messages.filter((ts) => ts !== '')).size).toBe(1);
    // The lost one, and the one that this test sent in its name.
    expect(messages).toHaveLength(2);
    expect(since('conversations.replies')[0]?.fields.include_all_metadata).toBe('true');
  });

  it('finds out at the next start what became of a message that was being sent when the process died', async () => {
    let arrived = 0;
    world.interfere(({ method, fields }) => {
      if (method !== 'chat.postMessage' || arrived > 0) return undefined;
      arrived += 1;
      void deliver(fields);
      return 'silence';
    });
    await slack.mention('the printer prints nothing');
    await vi.waitFor(() => expect(since('chat.postMessage')).toHaveLength(2));
    // What is on disk at this moment is all that a killed process leaves behind.
    await runningSlack(world, structuredClone(slack.tables));
    await vi.waitFor(() => expect(since('conversations.replies')).not.toHaveLength(0), 5_000);
    await settle();
    expect(since('chat.postMessage')).toHaveLength(2);
  });

  it('sends the plain words where Slack does not take the blocks', async () => {
    world.interfere(({ method, fields }) =>
      method === 'chat.postMessage' && fields.blocks
        ? { status: 200, body: { ok: false, error: 'invalid_blocks' } }
        : undefined,
    );
    await slack.mention('the printer prints nothing');
    await vi.waitFor(() => expect(since('chat.postMessage')).toHaveLength(2), 5_000);
    expect(since('chat.postMessage')[1]?.fields.text).toContain('1.');
  });

  /** The message arrives, although its sender hears of a failure. */
  async function deliver(fields: Posted['fields']): Promise<void> {
    await fetch(`${world.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test-bot', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(
        Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ),
      ),
    });
  }
});

import { type APIMessage, ChannelType, ComponentType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming, Platform, Reply } from '../../../src/message.ts';
import { customIdOf } from '../../../src/platforms/discord/names.ts';
import { pressablesOf, textOf } from '../../../src/platforms/discord/payload.ts';
import { answerReply, type ScriptedHost, scriptedHost } from '../scripted-host.ts';
import { type DiscordServer, discordServer, type Recorded } from './discord-server.ts';
import { discordOn } from './running-discord.ts';

let server: DiscordServer;
let host: ScriptedHost;
let platform: Platform;

/** Asks with two choices, and says "fixed" with none when one is pressed. */
function ask(incoming: Incoming): Reply {
  if (incoming.kind === 'choice')
    return answerReply(`r${incoming.eventKey}`, `fix for ${incoming.choice}`, {
      kind: 'fix',
      about: { cause: 'c' },
      ...(incoming.choice === 'stale' ? {} : { chosen: incoming.choice }),
    });
  const choices = [
    { id: 'talk01-1-0', label: 'Yes' },
    { id: 'talk01-1-1', label: 'No' },
  ];
  return answerReply(`r${incoming.eventKey}`, `asked about ${incoming.text}`, { kind: 'question', choices });
}

async function begin(more: Parameters<typeof discordOn>[1] = {}): Promise<void> {
  platform = discordOn(server, more);
  host.attach(platform);
  await platform.start({ ...host, route: () => {} });
}

beforeEach(async () => {
  server = await discordServer();
  host = scriptedHost(ask);
});
afterEach(async () => {
  await platform.stop();
  await server.stop();
});

const waiting = { timeout: 5_000, interval: 20 };
const mention = () => `<@${server.twin.botUserId}>`;
const own = async (channel: string) => (await server.messages(channel)).filter(({ author }) => author.bot);

/** The newest message of the bot in a channel that holds `text`. */
function shown(channel: string, text: string): Promise<APIMessage> {
  return vi.waitFor(async () => {
    const found = (await own(channel)).filter((message) => textOf(message).includes(text)).at(-1);
    expect(found).toBeDefined();
    return found as APIMessage;
  }, waiting);
}

async function threadOf(channel: string): Promise<string> {
  return (await server.twin.channel(channel).waitForThread({ timeout: 5_000 })).id;
}

function sent(method: string, path: RegExp): readonly Recorded[] {
  return server.requests.filter((request) => request.method === method && path.test(request.path));
}

describe('a mention in a channel', () => {
  it('is answered in a thread, by buttons to the end', async () => {
    await begin();
    const { text, ann } = server.ids;
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} it does not work` });
    const thread = await threadOf(text);
    const question = await shown(thread, 'asked about it does not work');
    expect(host.received[0]).toMatchObject({ addressed: 'mention', text: 'it does not work', person: ann });
    expect(pressablesOf(question)).toHaveLength(2);

    const [yes = ''] = pressablesOf(question);
    await server.twin.channel(thread).user(ann).clickButton({ messageId: question.id, customId: yes });
    await shown(thread, 'fix for talk01-1-0');
    expect(host.received[1]?.conversation).toBe(host.received[0]?.conversation);
    await vi.waitFor(async () => {
      const settled = (await own(thread)).find(({ id }) => id === question.id) as APIMessage;
      expect(pressablesOf(settled)).toEqual([]);
      expect(textOf(settled)).toContain('✓ Yes');
    }, waiting);
  });

  it('is answered below the message where no thread can be opened', async () => {
    await begin();
    server.instead({ status: 403, body: { code: 50_013, message: 'Missing Permissions' }, path: /threads$/ });
    const { text, ann } = server.ids;
    const { id } = await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} help` });
    const answer = await shown(text, 'asked about help');
    expect(answer.message_reference?.message_id).toBe(id);
  });

  it('waits for its thread where Discord asks to', async () => {
    await begin();
    const busy = { message: 'You are being rate limited.', retry_after: 1.5, global: false };
    server.instead({ status: 429, headers: { 'retry-after': '1.5' }, body: busy, path: /threads$/ });
    const { text, ann } = server.ids;
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} help` });
    await shown(await threadOf(text), 'asked about help');
    expect(await own(text)).toEqual([]);
  });

  it('goes on in the thread without a mention, for its owner only', async () => {
    await begin();
    const { text, ann, ben } = server.ids;
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} one` });
    const thread = await threadOf(text);
    await shown(thread, 'asked about one');
    await server.twin.channel(thread).user(ben).sendMessage({ content: 'I have that too' });
    await server.twin.channel(thread).user(ann).sendMessage({ content: 'two' });
    await shown(thread, 'asked about two');
    await server.twin
      .channel(thread)
      .user(ben)
      .sendMessage({ content: `${mention()} three` });
    await shown(thread, 'asked about three');
    expect(host.received.map(({ text: said, addressed }) => [said, addressed])).toEqual([
      ['one', 'mention'],
      ['two', 'thread'],
      ['three', 'mention'],
    ]);
    expect(new Set(host.received.map(({ conversation }) => conversation)).size).toBe(2);
  });
});

describe('what is not meant for the bot', () => {
  it('is ignored: talk of others, bots, edits, itself', async () => {
    await begin();
    const { text, ann, robot } = server.ids;
    const there = server.twin.channel(text);
    const said = await there.user(ann).sendMessage({ content: 'good morning' });
    await there.user(robot).sendMessage({ content: `${mention()} ping` });
    await there.user(ann).editMessage({ messageId: said.id, content: `${mention()} good morning` });
    await there.user(ann).sendMessage({ content: `${mention()} really` });
    const thread = await threadOf(text);
    await shown(thread, 'asked about really');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.received.map(({ text: heard }) => heard)).toEqual(['really']);
    expect(await own(thread)).toHaveLength(1);
  });

  it('ends: a bot that answers every message of ours gets no answer', async () => {
    await begin();
    const { direct, ann, robot } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    await shown(direct, 'asked about hello');
    for (let round = 0; round < 5; round += 1)
      await server.twin
        .channel(direct)
        .user(robot)
        .sendMessage({ content: `${mention()} round ${round}` });
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'bye' });
    await shown(direct, 'asked about bye');
    expect(host.received).toHaveLength(2);
  });
});

describe('a press', () => {
  it('of somebody else is told so privately and changes nothing', async () => {
    await begin();
    const { direct, ann, ben } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const question = await shown(direct, 'asked about hello');
    const [yes = ''] = pressablesOf(question);
    const { id } = await server.twin
      .channel(direct)
      .user(ben)
      .clickButton({ messageId: question.id, customId: yes });
    const ack = await server.twin
      .channel(direct)
      .waitForInteractionAck({ interactionId: id, timeout: 5_000 });
    expect(ack.type).toBe(4);
    expect(sent('POST', /callback/)[0]?.body).toMatchObject({
      data: { flags: 64, allowed_mentions: { parse: [] } },
    });
    expect(host.received).toHaveLength(1);
    expect(pressablesOf((await own(direct))[0] as APIMessage)).toHaveLength(2);
  });

  it('still means its talk after a restart', async () => {
    await begin();
    const { direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const question = await shown(direct, 'asked about hello');
    await platform.stop();
    await begin();
    const [, no = ''] = pressablesOf(question);
    await server.twin.channel(direct).user(ann).clickButton({ messageId: question.id, customId: no });
    await shown(direct, 'fix for talk01-1-1');
    expect(host.received[1]?.conversation).toBe(host.received[0]?.conversation);
  });

  it('is kept before Discord hears of it', async () => {
    await begin();
    const { direct, ann } = server.ids;
    const order: string[] = [];
    const { receive } = host;
    platform = discordOn(server);
    await platform.start({
      ...host,
      route: () => {},
      async receive(incoming) {
        const acceptance = await receive(incoming);
        order.push(`kept, ${sent('POST', /callback/).length} acknowledged`);
        return acceptance;
      },
    });
    const customId = customIdOf({ kind: 'pick', talk: { owner: ann, place: direct }, choice: 'x' });
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const question = await shown(direct, 'asked about hello');
    await server.twin.channel(direct).user(ann).clickButton({ messageId: question.id, customId });
    await shown(direct, 'fix for x');
    expect(order.at(-1)).toBe('kept, 0 acknowledged');
  });

  it('that comes too late leaves its message as it is', async () => {
    await begin();
    const { direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const { id: messageId } = await shown(direct, 'asked about hello');
    const customId = customIdOf({ kind: 'pick', talk: { owner: ann, place: direct }, choice: 'stale' });
    const { id } = await server.twin.channel(direct).user(ann).clickButton({ messageId, customId });
    const ack = await server.twin
      .channel(direct)
      .waitForInteractionAck({ interactionId: id, timeout: 5_000 });
    expect(ack.type).toBe(6);
    await shown(direct, 'fix for stale');
    expect(pressablesOf((await own(direct))[0] as APIMessage)).toHaveLength(2);
  });

  it('of nobody’s button is acknowledged', async () => {
    await begin();
    const { direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const { id: messageId } = await shown(direct, 'asked about hello');
    const { id } = await server.twin.channel(direct).user(ann).clickButton({ messageId, customId: 'older' });
    expect(
      (await server.twin.channel(direct).waitForInteractionAck({ interactionId: id, timeout: 5_000 })).type,
    ).toBe(6);
  });
});

describe('/fix', () => {
  const fix = (problem: string) =>
    server.twin
      .channel(server.ids.text)
      .user(server.ids.ann)
      .runSlashCommand({ name: 'fix', options: [{ name: 'problem', type: 3, value: problem }] });

  it('is answered privately, after the defer, with a form for more words', async () => {
    await begin();
    const { id } = await fix('0x80070057');
    const question = await shown(server.ids.text, 'asked about 0x80070057');
    expect(sent('POST', /callback/)[0]?.body).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(host.received[0]).toMatchObject({ addressed: 'command', eventKey: id, language: 'en' });
    expect(sent('PATCH', /webhooks/)[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });

    const more = pressablesOf(question).at(-1) ?? '';
    await server.twin
      .channel(server.ids.text)
      .user(server.ids.ann)
      .clickButton({ messageId: question.id, customId: more });
    await vi.waitFor(() => expect(sent('POST', /callback/).at(-1)?.body).toMatchObject({ type: 9 }), waiting);
    const fields = [{ customId: 'words', value: 'only with big files' }];
    await server.twin.channel(server.ids.text).user(server.ids.ann).submitModal({ customId: more, fields });
    await shown(server.ids.text, 'asked about only with big files');
    expect(host.received[1]?.conversation).toBe(host.received[0]?.conversation);
  });

  it('is acknowledged in time although Discord asks to wait a second', async () => {
    await begin();
    const busy = { message: 'You are being rate limited.', retry_after: 1, global: false };
    server.instead({ status: 429, headers: { 'retry-after': '1' }, body: busy, path: /callback$/ });
    await fix('one');
    await shown(server.ids.text, 'asked about one');
    expect(sent('POST', /messages$/)).toEqual([]);
  });

  it('opens a talk of its own each time', async () => {
    await begin();
    await fix('one');
    await shown(server.ids.text, 'asked about one');
    await fix('two');
    await shown(server.ids.text, 'asked about two');
    expect(host.received[0]?.conversation).not.toBe(host.received[1]?.conversation);
  });

  it('falls back to a channel message when the interaction is unknown', async () => {
    await begin();
    server.instead({
      status: 404,
      body: { code: 10_062, message: 'Unknown interaction' },
      path: /callback$/,
    });
    await fix('late');
    await shown(server.ids.text, 'asked about late');
    expect(sent('POST', /messages$/).at(-1)?.body).toMatchObject({
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
  });

  it('goes on in the same private message, and a stale press leaves it', async () => {
    await begin();
    const { text, ann } = server.ids;
    await fix('0x80070057');
    const question = await shown(text, 'asked about 0x80070057');
    const here = server.twin.channel(text).user(ann);
    const place = host.received[0]?.eventKey ?? '';
    const customId = customIdOf({ kind: 'pick', talk: { owner: ann, place }, choice: 'stale' });
    await here.clickButton({ messageId: question.id, customId });
    await shown(text, 'fix for stale');
    expect(pressablesOf(await shown(text, 'asked about')).length).toBeGreaterThan(1);
    await here.clickButton({ messageId: question.id, customId: pressablesOf(question)[0] ?? '' });
    expect((await shown(text, 'fix for talk01-1-0')).id).toBe(question.id);
    expect(sent('POST', /messages$/)).toEqual([]);
    expect(sent('POST', /webhooks/).map(({ body }) => body)).toMatchObject([
      { flags: 64 + 32_768, allowed_mentions: { parse: [] } },
    ]);
  });

  it('shows the answer to the channel when asked to', async () => {
    host = scriptedHost((incoming) =>
      answerReply(`r${incoming.eventKey}`, 'what it *means*', { kind: 'answer' }),
    );
    await begin();
    await fix('x');
    const answer = await shown(server.ids.text, 'means');
    const post = pressablesOf(answer).at(-1) ?? '';
    await server.twin
      .channel(server.ids.text)
      .user(server.ids.ann)
      .clickButton({ messageId: answer.id, customId: post });
    await vi.waitFor(async () => expect(await own(server.ids.text)).toHaveLength(2), waiting);
    const [, copy] = await own(server.ids.text);
    expect(textOf(copy as APIMessage)).toBe('what it \\*means\\*');
    expect(copy?.flags ?? 0).not.toBe(64);
    expect(pressablesOf(copy as APIMessage)).toEqual([]);
  });

  it('takes its "thinking" back where nothing is said to it', async () => {
    host = scriptedHost(() => null);
    await begin();
    await fix('x');
    await vi.waitFor(() => expect(sent('DELETE', /webhooks\/.*original$/)).toHaveLength(1), waiting);
  });

  it('suggests while somebody types', async () => {
    await begin({ suggest: (typed, language) => [{ name: `${typed} in ${language}`, value: typed }] });
    const { text, ann } = server.ids;
    const data = {
      id: '1',
      name: 'fix',
      type: 1,
      options: [{ name: 'problem', type: 3, value: '0x8', focused: true }],
    };
    await server.twin.simulateInteraction({ type: 4, channelId: text, userId: ann, data });
    await vi.waitFor(() => expect(sent('POST', /callback/)).toHaveLength(1), waiting);
    expect(sent('POST', /callback/)[0]?.body).toEqual({
      type: 8,
      data: { choices: [{ name: '0x8 in en', value: '0x8' }] },
    });
  });

  it('works on a message by its menu', async () => {
    await begin();
    const { text, ann, ben } = server.ids;
    const message = await server.twin.channel(text).user(ben).sendMessage({ content: 'I get 0x80070057' });
    const data = {
      id: '1',
      name: 'Diagnose this message',
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    await server.twin.simulateInteraction({ type: 2, channelId: text, userId: ann, data });
    await shown(text, 'asked about I get 0x80070057');
    expect(host.received[0]).toMatchObject({ person: ann });
  });
});

describe('somebody who says too much', () => {
  it('is told so by a command, and a press is only acknowledged', async () => {
    await begin();
    const { direct, text, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const { id: messageId } = await shown(direct, 'asked about hello');
    await platform.stop();
    platform = discordOn(server);
    const receive = async () => ({ status: 'limited', retryAfterMs: 60_000 }) as const;
    await platform.start({ ...host, receive, route: () => {} });
    const customId = customIdOf({ kind: 'pick', talk: { owner: ann, place: direct }, choice: 'x' });
    await server.twin.channel(direct).user(ann).clickButton({ messageId, customId });
    await vi.waitFor(() => expect(sent('POST', /callback/).at(-1)?.body).toEqual({ type: 6 }), waiting);
    const options = [{ name: 'problem', type: 3, value: '0x80070057' }];
    await server.twin.channel(text).user(ann).runSlashCommand({ name: 'fix', options });
    await vi.waitFor(
      () => expect(sent('POST', /callback/).at(-1)?.body).toMatchObject({ type: 4, data: { flags: 64 } }),
      waiting,
    );
  });
});

describe('forum posts', () => {
  it('are answered in the post and marked when they are solved', async () => {
    host = scriptedHost((incoming) =>
      answerReply(`r${incoming.eventKey}`, 'glad to hear', { kind: 'notice', about: { outcome: 'solved' } }),
    );
    await begin();
    const { post, ann } = server.ids;
    await server.twin
      .channel(post)
      .user(ann)
      .sendMessage({ content: `${mention()} it works now` });
    await shown(post, 'glad to hear');
    expect(await server.twin.channel(post).getThreads()).toEqual([]);
    await vi.waitFor(() => expect(sent('PUT', /reactions/)).toHaveLength(1), waiting);
  });
});

describe('a forum that it listens to', () => {
  /** A post of Ann's with a title; its first message is still to be written. */
  async function postOf(owner: string) {
    const { twin, ids } = server;
    const post = '100000000000000031';
    const data = {
      id: post,
      type: ChannelType.PublicThread,
      name: 'QQ refuses my file',
      guildId: twin.guildId,
    };
    await twin.prisma.channel.create({ data: { ...data, parentId: ids.forum, ownerId: owner } });
    return { post, here: twin.channel(post) };
  }

  it('is answered without a mention, title and all, but not where others talk', async () => {
    await begin({ forums: [server.ids.forum] });
    const { ann, ben } = server.ids;
    const { post, here } = await postOf(ann);
    await here.user(ben).sendMessage({ content: 'same here' });
    await here.user(ann).sendMessage({ content: 'since yesterday' });
    await shown(post, 'asked about QQ refuses my file');
    await here.user(ann).sendMessage({ content: 'please' });
    await shown(post, 'asked about please');
    expect(host.received.map(({ text, person }) => [person, text])).toEqual([
      [ann, 'QQ refuses my file\nsince yesterday'],
      [ann, 'please'],
    ]);
    expect(host.received[1]?.conversation).toBe(host.received[0]?.conversation);
  });

  it('needs a mention where it was not told to listen', async () => {
    await begin();
    const { ann } = server.ids;
    const { post, here } = await postOf(ann);
    await here.user(ann).sendMessage({ content: 'since yesterday' });
    await here.user(ann).sendMessage({ content: `${mention()} please` });
    await shown(post, 'asked about QQ refuses my file');
    expect(host.received.map(({ text }) => text)).toEqual(['QQ refuses my file\nplease']);
  });
});

describe('a post to operators', () => {
  it('stands in their channel and answers nobody', async () => {
    await begin();
    const { text } = server.ids;
    const address = platform.channelAddress?.(text);
    if (!address) throw new Error('Discord has channels.');
    const ticket = answerReply('ticket', 'Ticket T-1 <@1> @everyone', { kind: 'handover' });
    for (const call of platform.encode(ticket, address)) {
      await platform.send(call);
      expect(await platform.reconcile?.(call)).toBe('sent');
    }
    const post = await shown(text, 'Ticket T-1');
    expect(post.message_reference ?? null).toBeNull();
    expect(pressablesOf(post)).toEqual([]);
    expect(sent('POST', /messages$/).at(-1)?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      enforce_nonce: true,
    });
  });

  it('links to where the talk is, or to the person where nobody else sees it', async () => {
    await begin();
    const { text, direct, ann } = server.ids;
    const { guildId } = server.twin;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} one` });
    const thread = await threadOf(text);
    await shown(thread, 'asked about one');
    await shown(direct, 'asked about hello');
    const links = host.received.map(({ address }) => platform.linkTo?.(address));
    expect(links).toEqual([
      `https://discord.com/users/${ann}`,
      `https://discord.com/channels/${guildId}/${thread}`,
    ]);
  });
});

describe('what was missed', () => {
  it('is caught up after a restart, once', async () => {
    await begin();
    const { text, ann } = server.ids;
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} before` });
    await shown(await threadOf(text), 'asked about before');
    await platform.stop();
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} meanwhile` });
    await begin();
    await vi.waitFor(
      () => expect(host.received.map(({ text: said }) => said)).toContain('meanwhile'),
      waiting,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.received.map(({ text: said }) => said)).toEqual(['before', 'meanwhile']);
  });
});

describe('what was missed directly', () => {
  it('is caught up after a restart, once', async () => {
    await begin();
    const { direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'before' });
    await shown(direct, 'asked about before');
    await platform.stop();
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'meanwhile' });
    await begin();
    await shown(direct, 'asked about meanwhile');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.received.map(({ text }) => text)).toEqual(['before', 'meanwhile']);
  });
});

describe('a session that breaks', () => {
  it('is followed by a new one, and what was missed is heard, also directly', async () => {
    await begin();
    const { text, direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'before' });
    await shown(direct, 'asked about before');
    server.loseSessions();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'unheard' });
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} unseen` });
    // discord.js leaves five seconds between two sessions.
    await vi.waitFor(() => expect(host.received).toHaveLength(3), { timeout: 15_000 });
    await shown(direct, 'asked about unheard');
    await shown(await threadOf(text), 'asked about unseen');
    expect(host.received.map(({ text: said }) => said).sort()).toEqual(['before', 'unheard', 'unseen']);
  }, 20_000);
});

describe('a session that Discord does not take up again', () => {
  it('gives way to a new one, and nothing is missed', async () => {
    await begin();
    const { direct, ann } = server.ids;
    const here = server.twin.channel(direct).user(ann);
    await here.sendMessage({ content: 'before' });
    await shown(direct, 'asked about before');
    server.cutConnections();
    await here.sendMessage({ content: 'unheard' });
    await vi.waitFor(() => expect(host.received).toHaveLength(2), { timeout: 15_000 });
    await here.sendMessage({ content: 'after' });
    await shown(direct, 'asked about after');
    expect(host.received.map(({ text }) => text)).toEqual(['before', 'unheard', 'after']);
  }, 25_000);
});

describe('cards', () => {
  it('give way to plain messages when Discord refuses them', async () => {
    await begin();
    server.instead({ status: 400, body: { code: 50_035, message: 'Invalid Form Body' } });
    const { direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const question = await shown(direct, 'asked about hello');
    expect(question.content).toContain('asked about hello');
    expect(question.components?.map(({ type }) => type)).toEqual([ComponentType.ActionRow]);
  });

  it('have their own kind of message', async () => {
    await begin();
    const { direct, ann } = server.ids;
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'hello' });
    const question = await shown(direct, 'asked about hello');
    expect(question.content).toBe('');
    expect(question.components?.map(({ type }) => type)).toEqual([ComponentType.Container]);
    expect((await server.twin.channel(direct).getChannel())?.type).toBe(ChannelType.DM);
  });
});

describe('a picture', () => {
  it('is told apart from words', async () => {
    await begin();
    const { direct, ann } = server.ids;
    const attachments = [
      { id: '1', filename: 'screen.png', size: 1, url: 'http://127.0.0.1/screen.png', proxy_url: '' },
    ];
    await server.twin.channel(direct).user(ann).sendMessage({ content: '', attachments });
    await vi.waitFor(() => expect(host.received).toHaveLength(1), waiting);
    expect(host.received[0]).toMatchObject({ kind: 'picture', text: '' });
  });
});

describe('without the Message Content Intent', () => {
  it('a hidden message in the thread is answered by a hint, once', async () => {
    await begin({ messageContent: false });
    const { text, ann } = server.ids;
    await server.twin
      .channel(text)
      .user(ann)
      .sendMessage({ content: `${mention()} one` });
    const thread = await threadOf(text);
    const question = await shown(thread, 'asked about one');
    expect(pressablesOf(question)).toHaveLength(3);
    await server.twin.channel(thread).user(ann).sendMessage({ content: '' });
    await server.twin.channel(thread).user(ann).sendMessage({ content: '' });
    await shown(thread, 'Mention me');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await own(thread)).toHaveLength(2);
    expect(host.received).toHaveLength(1);
  });
});

import type { APIMessage } from 'discord.js';
import type { DiscordGateway } from 'discord-digital-twin';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { labelOf, pressablesOf, textOf } from '../../../src/platforms/discord/payload.ts';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';
import { botToken, type SlackWorld, signingSecret, slackWorld } from '../slack/slack-world.ts';
import { type DiscordServer, discordServer } from './discord-server.ts';

const patient = { timeout: 60_000, interval: 50 };
/** A channel of nobody but the operators. */
const operators = '100000000000000041';

let server: DiscordServer;
let slack: SlackWorld;
let bot: ServerProcess;
const folder = dataFolder();

/** The built bot, by its settings alone, until it is ready. */
async function start(): Promise<void> {
  bot = await startServer(folder.path, undefined, {
    DISCORD_TOKEN: server.twin.botToken,
    DISCORD_API_URL: server.url,
    DISCORD_MESSAGE_CONTENT: 'true',
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    OPERATORS: `discord:${operators},slack:${slack.channel}`,
  });
  await bot.ready();
}

/** From now on everybody's client is in Chinese; the twin knows English ones only. */
function speakChinese(): void {
  const { gateway } = (server.twin as unknown as { readonly server: { readonly gateway: DiscordGateway } })
    .server;
  const broadcast = gateway.broadcast.bind(gateway);
  gateway.broadcast = (event: string, data: unknown) =>
    broadcast(event, event === 'INTERACTION_CREATE' ? { ...(data as object), locale: 'zh-CN' } : data);
}

beforeAll(async () => {
  [server, slack] = await Promise.all([discordServer(), slackWorld()]);
  const data = { id: operators, type: 0, name: 'tickets', guildId: server.twin.guildId };
  await server.twin.prisma.channel.create({ data });
  await start();
}, 90_000);
afterAll(async () => {
  await bot.stop();
  await Promise.all([server.stop(), slack.close()]);
  folder.remove();
});

const own = async (channel: string) => (await server.messages(channel)).filter(({ author }) => author.bot);

/** The newest message of the bot, once there are `count`. */
function newest(channel: string, count: number): Promise<APIMessage> {
  return vi.waitFor(async () => {
    const found = await own(channel);
    expect(found).toHaveLength(count);
    return found.at(-1) as APIMessage;
  }, patient);
}

/** Presses what is labelled so. */
async function press(channel: string, person: string, message: APIMessage, label: RegExp) {
  const customId = pressablesOf(message).find((one) => label.test(labelOf(message, one)));
  if (!customId) throw new Error(`Nothing to press fits ${label}: ${textOf(message)}`);
  return server.twin.channel(channel).user(person).clickButton({ messageId: message.id, customId });
}

/** Nothing more comes after this. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('the built bot on Discord, in trouble', () => {
  it('waits as long as a 429 asks, and sends once', async () => {
    const { direct, ann } = server.ids;
    const limited = {
      status: 429,
      headers: { 'retry-after': '2', 'x-ratelimit-scope': 'user' },
      body: { message: 'You are being rate limited.', retry_after: 2, global: false },
    };
    server.instead(limited);
    const began = performance.now();
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'what does 0x80070057 mean?' });
    await newest(direct, 1);
    expect(performance.now() - began).toBeGreaterThan(1_900);
    await quiet();
    expect(await own(direct)).toHaveLength(1);
  }, 90_000);

  it('answers what came as the process died, and while there was none, once each', async () => {
    const { direct, ann } = server.ids;
    const here = server.twin.channel(direct).user(ann);
    const killed = here.sendMessage({ content: 'and 0xC0000005?' });
    await bot.kill();
    await killed;
    await here.sendMessage({ content: 'and ERROR_FILE_NOT_FOUND?' });
    await start();
    await newest(direct, 3);
    await quiet();
    const texts = (await own(direct)).map(textOf).join('\n');
    expect(await own(direct)).toHaveLength(3);
    expect(texts).toContain('0xC0000005');
    expect(texts).toContain('FILE\\_NOT\\_FOUND');
  }, 90_000);

  it('goes on after the socket is lost', async () => {
    const { direct, ann } = server.ids;
    server.loseSessions();
    await server.twin.channel(direct).user(ann).sendMessage({ content: 'and ECONNREFUSED?' });
    expect(textOf(await newest(direct, 4))).toContain('ECONNREFUSED');
  }, 90_000);

  it('lets one of two press, and tells the other alone', async () => {
    const { text, ann, ben } = server.ids;
    const opening = `<@${server.twin.botUserId}> QQ won't send my file but text and screenshots work`;
    await server.twin.channel(text).user(ann).sendMessage({ content: opening });
    const { id: thread } = await server.twin.channel(text).waitForThread({ timeout: 60_000 });
    const question = await newest(thread, 1);
    const [choice = ''] = pressablesOf(question);
    const { id } = await server.twin
      .channel(thread)
      .user(ben)
      .clickButton({ messageId: question.id, customId: choice });
    await server.twin.channel(thread).waitForInteractionAck({ interactionId: id, timeout: 30_000 });
    // The twin shows everybody what only one should see.
    const notice = await newest(thread, 2);
    expect(Number(notice.flags) & 64).toBe(64);
    expect(pressablesOf((await own(thread))[0] as APIMessage)).toEqual(pressablesOf(question));
    await server.twin.channel(thread).user(ann).clickButton({ messageId: question.id, customId: choice });
    await newest(thread, 3);
    const late = await server.twin
      .channel(thread)
      .user(ann)
      .clickButton({ messageId: question.id, customId: choice });
    await server.twin.channel(thread).waitForInteractionAck({ interactionId: late.id, timeout: 30_000 });
    const answers = server.requests.filter(({ path }) => /callback$/.test(path)).slice(-3);
    expect(answers.map(({ body }) => body.type)).toEqual([4, 7, 6]);
  }, 90_000);

  it('posts a ticket once to the operators on each platform, with the way to the talk, through a kill -9', async () => {
    const { direct, ann } = server.ids;
    const here = server.twin.channel(direct).user(ann);
    await here.sendMessage({ content: 'QQ refuses my file, it says error 10001' });
    const before = (
      await vi.waitFor(async () => {
        const found = await own(direct);
        expect(found.length).toBeGreaterThan(4);
        return found;
      }, patient)
    ).length;
    await here.sendMessage({ content: 'human' });
    const preview = await newest(direct, before + 1);
    const pressed = press(direct, ann, preview, /send|Send/);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await bot.kill();
    await pressed;
    await start();
    await quiet();
    if ((await own(operators)).length === 0) await press(direct, ann, preview, /send|Send/);
    const ticket = textOf(await newest(operators, 1));
    await quiet();
    expect(await own(operators)).toHaveLength(1);
    expect(ticket).toContain('Ticket ');
    expect(ticket).toContain(`https://discord.com/users/${ann}`);
    const posts = slack.callsTo('chat.postMessage').map(({ fields }) => [fields.channel, fields.text]);
    expect(posts).toEqual([[slack.channel, expect.stringContaining(`https://discord.com/users/${ann}`)]]);
  }, 90_000);

  it('answers 「错误码10001」 of a Chinese client in Chinese, privately', async () => {
    speakChinese();
    const { text, ben } = server.ids;
    const before = (await own(text)).length;
    const options = [{ name: 'problem', type: 3, value: '「错误码10001」' }];
    await server.twin.channel(text).user(ben).runSlashCommand({ name: 'fix', options });
    const answer = await newest(text, before + 1);
    expect(textOf(answer)).toMatch(/\p{Script=Han}/u);
    expect(textOf(answer)).toContain('10001');
  }, 90_000);

  it('answers a bare code in the language of the client', async () => {
    const { text, ben } = server.ids;
    const before = (await own(text)).length;
    const options = [{ name: 'problem', type: 3, value: '0x80070057' }];
    await server.twin.channel(text).user(ben).runSlashCommand({ name: 'fix', options });
    expect(textOf(await newest(text, before + 1))).toMatch(/\p{Script=Han}/u);
  }, 90_000);
});

import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { labelOf, pressablesOf, textOf } from '../../../src/platforms/discord/payload.ts';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';
import { type DiscordServer, discordServer } from './discord-server.ts';

const patient = { timeout: 60_000, interval: 50 };

let server: DiscordServer;
let bot: ServerProcess;
const folder = dataFolder();

/** The built bot, by its settings alone, until it is ready. */
async function start(): Promise<void> {
  bot = await startServer(folder.path, undefined, {
    DISCORD_TOKEN: server.twin.botToken,
    DISCORD_API_URL: server.url,
    DISCORD_MESSAGE_CONTENT: 'true',
  });
  await bot.ready();
}

beforeAll(async () => {
  server = await discordServer();
  await start();
}, 90_000);
afterAll(async () => {
  await bot.stop();
  await server.stop();
  folder.remove();
});

/** The bot's messages in a channel, once there are `count`. */
function answers(channel: string, count: number): Promise<readonly APIMessage[]> {
  return vi.waitFor(async () => {
    const own = (await server.messages(channel)).filter(({ author }) => author.bot);
    expect(own.length).toBe(count);
    return own;
  }, patient);
}

describe('the built bot on Discord', () => {
  it('leads from a mention to a fix, through a kill -9 between question and press', async () => {
    const { twin, ids } = server;
    const opening = `<@${twin.botUserId}> QQ won't send my file but text and screenshots work`;
    await twin.channel(ids.text).user(ids.ann).sendMessage({ content: opening });
    const { id: thread } = await twin.channel(ids.text).waitForThread({ timeout: 60_000 });
    let count = 1;
    let [newest] = await answers(thread, count);
    await bot.kill();
    await start();

    while (newest && pressablesOf(newest).length > 0 && count < 15) {
      const customId = pressablesOf(newest)[0] as string;
      await twin.channel(thread).user(ids.ann).clickButton({ messageId: newest.id, customId });
      count += 1;
      newest = (await answers(thread, count)).at(-1);
      if (newest && labelOf(newest, pressablesOf(newest)[0] ?? '') === 'It worked') break;
    }
    expect(textOf(newest as APIMessage)).toContain('**1.**');
    const worked = pressablesOf(newest as APIMessage)[0] as string;
    await twin
      .channel(thread)
      .user(ids.ann)
      .clickButton({ messageId: newest?.id ?? '', customId: worked });
    const all = await answers(thread, count + 1);
    expect(pressablesOf(all.at(-1) as APIMessage)).toEqual([]);
  }, 120_000);

  it('explains a code by /fix', async () => {
    const { twin, ids } = server;
    const options = [{ name: 'problem', type: 3, value: '0x80070057' }];
    await twin.channel(ids.text).user(ids.ben).runSlashCommand({ name: 'fix', options });
    const [answer] = await answers(ids.text, 1);
    expect(textOf(answer as APIMessage)).toContain('The parameter is incorrect');
  }, 90_000);

  it('never lets anything be mentioned, and every message has its nonce', () => {
    const written = server.requests.filter(({ body }) => 'content' in body || 'components' in body);
    expect(written.length).toBeGreaterThan(3);
    for (const { path, method, body } of written) {
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
      if (method === 'POST' && /messages$/.test(path))
        expect(body).toMatchObject({ nonce: expect.any(String), enforce_nonce: true });
    }
  });
});

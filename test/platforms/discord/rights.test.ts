import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { labelOf, pressablesOf, textOf } from '../../../src/platforms/discord/payload.ts';
import { filesWith } from '../../fixtures/files-with.ts';
import { rightsWords } from '../../fixtures/rights-words.ts';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';
import { type DiscordServer, discordServer } from './discord-server.ts';

const patient = { timeout: 60_000, interval: 50 };

describe.each(['en', 'zh'] as const)('people’s rights in Discord in %s', (code) => {
  const words = rightsWords[code];
  const folder = dataFolder();
  let server: DiscordServer;
  let bot: ServerProcess;

  beforeAll(async () => {
    server = await discordServer();
    bot = await startServer(folder.path, undefined, {
      DISCORD_TOKEN: server.twin.botToken,
      DISCORD_API_URL: server.url,
      DISCORD_MESSAGE_CONTENT: 'true',
    });
    await bot.ready();
  }, 90_000);
  afterAll(async () => {
    await bot.stop();
    await server.stop();
    folder.remove();
  });

  const own = async (channel: string) =>
    (await server.messages(channel)).filter(({ author }) => author.bot) as APIMessage[];

  /** Does something, and waits for the message of ours that it leads to. */
  async function answered(channel: string, doing: () => Promise<unknown>): Promise<APIMessage> {
    const before = (await own(channel)).length;
    await doing();
    return vi.waitFor(async () => {
      const after = await own(channel);
      expect(after.length).toBe(before + 1);
      return after.at(-1) as APIMessage;
    }, patient);
  }
  const ann = (channel: string) => server.twin.channel(channel).user(server.ids.ann);
  const writes = (content: string) =>
    answered(server.ids.direct, () => ann(server.ids.direct).sendMessage({ content }));
  const press = (message: APIMessage, label: string) => {
    const customId = pressablesOf(message).find((id) => labelOf(message, id) === label) ?? '';
    return answered(server.ids.direct, () =>
      ann(server.ids.direct).clickButton({ messageId: message.id, customId }),
    );
  };

  it('shows what is kept in private, and nothing of it where others read along', async () => {
    expect(pressablesOf(await writes(words.complaint)).length).toBeGreaterThan(1);
    const shown = textOf(await writes(words.export));
    expect(shown).toContain(words.shown);
    expect(shown).toContain(words.secret);
    const { text } = server.ids;
    await ann(text).sendMessage({ content: `<@${server.twin.botUserId}> ${words.export}` });
    const { id: thread } = await server.twin.channel(text).waitForThread({ timeout: 60_000 });
    const [inThread] = await vi.waitFor(async () => {
      const messages = await own(thread);
      expect(messages).toHaveLength(1);
      return messages;
    }, patient);
    expect(textOf(inThread as APIMessage)).toContain(words.private);
    expect(textOf(inThread as APIMessage)).not.toContain(words.secret);
  }, 90_000);

  it('keeps everything when asked not to', async () => {
    expect(textOf(await press(await writes(words.forget), words.no))).toContain(words.kept);
    expect(textOf(await writes(words.export))).toContain(words.secret);
  }, 90_000);

  it('deletes it after asking once, down to the last byte', async () => {
    await writes(words.complaint);
    expect(filesWith(folder.path, words.secret)).not.toEqual([]);
    const question = await writes(words.forget);
    expect(pressablesOf(question).map((id) => labelOf(question, id))).toEqual([words.yes, words.no]);
    expect(textOf(await press(question, words.yes))).toContain(words.forgotten);
    const left = () => [words.secret, server.ids.ann].flatMap((mark) => filesWith(folder.path, mark));
    await vi.waitFor(() => expect(left()).toEqual([]), 10_000);
    expect(textOf(await writes(words.export))).toContain(words.nothing);
    expect(filesWith(folder.path, words.secret)).toEqual([]);
  }, 90_000);
});

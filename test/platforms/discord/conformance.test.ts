import { vi } from 'vitest';
import { customIdOf } from '../../../src/platforms/discord/names.ts';
import { textOf } from '../../../src/platforms/discord/payload.ts';
import { addressOf } from '../../../src/platforms/discord/target.ts';
import { describePlatform, type PlatformUnderTest } from '../conformance.ts';
import { discordServer } from './discord-server.ts';
import { faultsOf } from './faults.ts';
import { discordOn } from './running-discord.ts';

describePlatform('Discord with cards', () => directMessages(true));
describePlatform('Discord with plain messages', () => directMessages(false));

async function directMessages(componentsV2: boolean): Promise<PlatformUnderTest> {
  const server = await discordServer();
  const { twin, ids } = server;
  const talk = { owner: ids.ann, place: ids.direct };
  const ann = twin.channel(ids.direct).user(ids.ann);
  let shown = '';
  const watch = setInterval(async () => {
    const messages = await server.messages(ids.direct).catch(() => []);
    shown = messages
      .filter(({ author }) => author.bot)
      .map(plainOf)
      .join('\n');
  }, 20);
  return {
    platform: discordOn(server, { componentsV2 }),
    route: () => {},
    address: addressOf({ talk, channel: ids.direct, since: '1', canType: true }),
    faultsOf,
    async say(text) {
      await ann.sendMessage({ content: text });
    },
    async press(choice) {
      const messageId = await vi.waitFor(async () => {
        const message = (await server.messages(ids.direct)).findLast(({ author }) => author.bot);
        if (!message) throw new Error('The bot has not said anything to press.');
        return message.id;
      }, 5_000);
      await ann.clickButton({ messageId, customId: customIdOf({ kind: 'pick', talk, choice }) });
    },
    shown: () => shown,
    failNext(how) {
      const refused = { status: 403, body: { code: 50_001, message: 'Missing Access' } };
      const busy = {
        status: 429,
        headers: { 'retry-after': '3', 'x-ratelimit-scope': 'shared' },
        body: { message: 'You are being rate limited.', retry_after: 3, global: false },
      };
      // Not the echo of what was said, which may still be on its way.
      server.instead({ ...(how === 'busy' ? busy : refused), saying: 'later' });
    },
    async close() {
      clearInterval(watch);
      await server.stop();
    },
  };
}

/** What a reader sees of a message. */
function plainOf(message: Parameters<typeof textOf>[0]): string {
  return textOf(message).replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

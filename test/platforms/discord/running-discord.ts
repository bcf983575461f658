import { createLog } from '../../../src/log.ts';
import { createDiscord, type DiscordOptions } from '../../../src/platforms/discord/discord.ts';
import type { DiscordServer } from './discord-server.ts';

/** The log of tests: nothing is written. */
const quiet = createLog({ logLevel: 'silent', secrets: [] });

/** The platform, set up for a test server, not started yet. */
export function discordOn(server: DiscordServer, more: Partial<DiscordOptions> = {}) {
  return createDiscord({
    token: server.twin.botToken,
    apiUrl: server.url,
    messageContent: true,
    shards: 0,
    forums: [],
    componentsV2: true,
    suggest: () => [],
    log: quiet,
    now: Date.now,
    startWithinMs: 5_000,
    ...more,
  });
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, startServer } from '../test/fixtures/server-process.ts';
import { slackApi } from '../test/fixtures/slack-api.ts';
import { printReport, rowOf } from './report.ts';

/**
 * `npm run bench:start`: how long until the server listens and is ready, and how much memory it holds then, with the
 * compiled index and without it. `--platforms`: with Slack and Discord configured, against servers of their kind.
 */
const runs = 7;
const listening: number[] = [];
const ready: number[] = [];
const memory: number[] = [];
const bareHealthy: number[] = [];
const bareReady: number[] = [];

const slack = process.argv.includes('--platforms') ? await slackApi() : null;
// Only then: it brings a whole Discord with it.
const discord =
  slack && (await (await import('../test/platforms/discord/discord-server.ts')).discordServer());
const platforms: Record<string, string> =
  slack && discord
    ? {
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_SIGNING_SECRET: 'a-signing-secret',
        SLACK_API_URL: slack.url,
        DISCORD_TOKEN: discord.twin.botToken,
        DISCORD_API_URL: discord.url,
      }
    : {};

const folder = dataFolder();
try {
  for (let run = 0; run < runs; run++) {
    rmSync(join(folder.path, 'cache'), { recursive: true, force: true });
    const bare = await startServer(folder.path, undefined, platforms);
    bareHealthy.push(bare.healthyAfterMs);
    bareReady.push(await bare.ready());
    await bare.stop();
    const indexed = await startServer(folder.path, undefined, platforms);
    listening.push(indexed.healthyAfterMs);
    ready.push(await indexed.ready());
    memory.push(indexed.residentMb());
    await indexed.stop();
  }
} finally {
  folder.remove();
  await slack?.close();
  await discord?.stop();
}

const subject = slack ? 'both chats' : 'askfix';
printReport('start', [
  rowOf({ name: 'with the compiled index', subject, metric: 'until listening', unit: 'ms' }, listening),
  rowOf({ name: 'with the compiled index', subject, metric: 'until ready', unit: 'ms' }, ready),
  rowOf({ name: 'with the compiled index', subject, metric: 'resident memory', unit: 'MB' }, memory),
  rowOf({ name: 'without index', subject, metric: 'until /healthz', unit: 'ms' }, bareHealthy),
  rowOf({ name: 'without index', subject, metric: 'until ready', unit: 'ms' }, bareReady),
]);

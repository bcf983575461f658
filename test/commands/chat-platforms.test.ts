import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataFolder, startServer } from '../fixtures/server-process.ts';
import { slackApi } from '../fixtures/slack-api.ts';

/** Every package that a server had loaded, through `require` or by an SDK that does, when it was told to stop. */
async function loadedBy(settings: Record<string, string>): Promise<ReadonlySet<string>> {
  const folder = dataFolder();
  onTestFinished(folder.remove);
  const list = join(folder.path, 'loaded.json');
  const spy = `import { writeFileSync } from 'node:fs'; import Module from 'node:module';
    process.on('exit', () => writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(Module._cache))));`;
  const server = await startServer(folder.path, undefined, {
    ...settings,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(spy)}`,
  });
  await server.ready();
  await server.stop();
  const files = JSON.parse(readFileSync(list, 'utf8')) as string[];
  return new Set(
    files.flatMap((file) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? []),
  );
}

describe('a server', () => {
  it('loads no SDK of a platform that is not configured', async () => {
    const loaded = await loadedBy({});
    expect([...loaded]).toContain('better-sqlite3');
    expect([...loaded].filter((name) => /slack|discord|undici|express/.test(name))).toEqual([]);
  }, 60_000);

  it('loads that of a platform that is', async () => {
    const api = await slackApi();
    onTestFinished(() => api.close());
    const loaded = await loadedBy({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'a-secret',
      SLACK_API_URL: api.url,
    });
    expect([...loaded]).toContain('@slack/bolt');
    expect([...loaded].filter((name) => /discord/.test(name))).toEqual([]);
  }, 60_000);
});

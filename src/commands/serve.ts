import { randomBytes } from 'node:crypto';
import { type Config, ConfigProblem, loadConfig } from '../config.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { createLog, type Log } from '../log.ts';
import type { Platform } from '../message.ts';
import { createWeb } from '../platforms/web/web.ts';
import { CannotListen } from '../server/listener.ts';
import { framedBy } from '../server/security-headers.ts';
import { createServer, type Server } from '../server/server.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { sweepDaily } from './daily-retention.ts';
import type { LiveEncoder } from './live-encoder.ts';
import { type LiveKnowledge, UnusableKnowledge } from './live-knowledge.ts';
import { liveParameters } from './live-parameters.ts';
import { wrongUsage } from './wrong-usage.ts';

type Storage = import('../storage/sqlite.ts').SqliteStorage;

/** What there is to stop. */
interface Parts {
  storage?: Storage;
  knowledge?: LiveKnowledge;
  delivery?: Delivery;
  encoder?: LiveEncoder | null;
}

/** A shutdown that takes longer is cut off; whatever was accepted is safe on disk. */
const shutdownMs = 15_000;

/** `askfix serve`: the web chat, and every platform whose settings are present. Runs until it is told to stop. */
export async function run(words: readonly string[]): Promise<number> {
  if (words.length > 0)
    return wrongUsage(`"serve" takes no arguments, and there is "${words[0]}".`, 'askfix serve');
  try {
    const config = loadConfig();
    return await serve(config, createLog(config));
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

/** What the person who starts Askfix can mend; anything else is a programming mistake and keeps its stack. */
function isExpected(error: unknown): error is Error {
  return [ConfigProblem, CannotListen, StorageProblem, UnusableKnowledge].some(
    (kind) => error instanceof kind,
  );
}

async function serve(config: Config, log: Log): Promise<number> {
  const parts: Parts = {};
  const server = createServer({
    host: config.host,
    port: config.port,
    log,
    publicOrigins: config.publicOrigins,
    apiToken: config.apiToken,
    knowledge: () => parts.knowledge?.current() ?? null,
    takesWrites: () => parts.storage?.takesWrites() ?? Promise.resolve(true),
    metrics: async () =>
      parts.storage ? (await import('./store-metrics.ts')).storeMetrics(parts.storage, parts.knowledge) : [],
  });
  const stopped = untilStopped(log);
  const { url } = await server.listen();
  try {
    const platforms = await openUp({ config, log, server, parts });
    process.stdout.write(`Askfix listens on ${url}\n`);
    log.info({ url, platforms: platforms.map(({ name }) => name) }, 'ready');
    await stopped;
    log.info('stopping');
    await shutDown(server, platforms, parts);
    return 0;
  } catch (error) {
    await shutDown(server, [], parts);
    throw error;
  }
}

/** Everything behind the listening server; what is heavy to load comes only now, so that `/healthz` answers at once. */
async function openUp({
  config,
  log,
  server,
  parts,
}: {
  readonly config: Config;
  readonly log: Log;
  readonly server: Server;
  readonly parts: Parts;
}): Promise<readonly Platform[]> {
  const [{ openSqlite }, { liveKnowledge }, { assemble }, { chatPlatforms }, { livePlaces }] =
    await Promise.all([
      import('../storage/sqlite.ts'),
      import('./live-knowledge.ts'),
      import('./assembly.ts'),
      import('./chat-platforms.ts'),
      import('../operations/live-places.ts'),
    ]);
  // Only where it is switched on: its thread and its packages are nobody else's business.
  const encoder = config.encoder ? (await import('./live-encoder.ts')).openEncoder(config, log) : null;
  parts.encoder = encoder;
  const storage = openSqlite({ folder: config.dataFolder, now: Date.now });
  parts.storage = storage;
  const knowledge = await liveKnowledge(config, log, encoder?.follow);
  parts.knowledge = knowledge;
  const parameters = liveParameters(config, log);
  const web = createWeb({ randomBytes, pageHeaders: framedBy(config.embedOrigins) });
  const platforms = [web, ...(await chatPlatforms({ config, log, knowledge, storage }))];
  const delivery = assemble({
    storage,
    places: await livePlaces(storage.places),
    platforms,
    knowledge,
    parameters,
    operators: config.operators,
    log,
    limits: config.limits,
    retention: config.retention,
    admins: config.admins,
    encoder,
  });
  parts.delivery = delivery;
  for (const platform of platforms) await platform.start(delivery.host(platform, server.route));
  await delivery.start();
  sweepDaily(storage.retention, config.retention, log);
  if (config.learn === 'on') {
    const { keepLearnt } = await import('./keep-learnt.ts');
    keepLearnt({ folder: config.dataFolder, ledger: storage.ledger, knowledge: knowledge.current, log });
  }
  server.setReady(true);
  return platforms;
}

/** Nothing new, what is under way to its end, and the store last. */
async function shutDown(
  server: Server,
  platforms: readonly Platform[],
  { delivery, knowledge, storage, encoder }: Parts,
): Promise<void> {
  knowledge?.stop();
  // The server says "stopping" from here on and lets requests finish, which needs delivery until it has stopped too.
  await Promise.all([delivery?.stop(), server.stop(), ...platforms.map((platform) => platform.stop())]);
  await encoder?.stop();
  storage?.close();
}

/** Settles at the first SIGTERM or SIGINT; a second one, or a shutdown that hangs, ends the process. */
function untilStopped(log: Log): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const stop = (signal: NodeJS.Signals) => {
      if (told) {
        log.warn({ signal }, 'told to stop a second time; ending at once');
        process.exit(1);
      }
      told = true;
      setTimeout(() => process.exit(1), shutdownMs).unref();
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}

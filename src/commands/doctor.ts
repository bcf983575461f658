import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmdirSync, statfsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { wrongUsage } from './wrong-usage.ts';

/**
 * `askfix doctor`: looks at everything a start needs and prints a line each, with what to do. Nothing outside node:
 * is imported before its own check, so that it still speaks when packages are missing.
 */

interface Finding {
  readonly ok: boolean;
  /** What was found, and what to do when that is not fine. */
  readonly says: string;
}

interface Check {
  readonly name: string;
  /** Several findings where one look tells of several things; each has then a name of its own. */
  readonly look: () => Found | Promise<Found>;
}

type Found = Finding | readonly (Finding & { readonly name: string })[];

const wantedMajor = 24;
/** Room for the database to grow and for SQLite to clean up. */
const leastFreeMegabytes = 100;

export async function run(words: readonly string[]): Promise<number> {
  if (words.length > 0)
    return wrongUsage(`doctor takes nothing, and "${words[0]}" was given.`, 'askfix doctor');
  const machine = await lookAll([
    { name: 'Node', look: checkNode },
    { name: 'packages', look: checkPackages },
  ]);
  if (!machine) return 1;
  const { loadConfig } = await import('../config.ts');
  let config: Config | undefined;
  const settings = await lookAll([
    {
      name: 'settings',
      look: () => {
        config = loadConfig();
        return fine(config.packs === null ? 'all right' : `all right, packs: ${config.packs.join(', ')}`);
      },
    },
  ]);
  return settings && config && (await lookAll(checksOf(config))) ? 0 : 1;
}

function checksOf(config: Config): readonly Check[] {
  return [
    { name: 'data folder', look: () => checkDataFolder(config.dataFolder) },
    { name: 'knowledge', look: () => checkKnowledge(config) },
    { name: 'address', look: () => checkAddress(config.host, config.port) },
    ...encoderChecks(config),
    ...slackChecks(config),
    ...discordChecks(config),
  ];
}

function encoderChecks({ encoder }: Config): readonly Check[] {
  if (encoder === null) return [];
  const look = async () => {
    const { energeticAiName, loadEnergeticAi, whatIsMissing } = await import('./energetic-ai.ts');
    const missing = whatIsMissing(import.meta.url);
    if (missing) return wrong(missing);
    const model = await loadEnergeticAi(import.meta.url);
    const [vector] = await model.encode(['The file cannot be sent.']);
    return fine(`${energeticAiName} loads and makes ${vector?.length ?? 0} numbers of an English sentence`);
  };
  return [{ name: 'encoder', look }];
}

function slackChecks({ slack }: Config): readonly Check[] {
  if (!slack) return [];
  const { botToken, apiUrl } = slack;
  const look = async () => {
    const [{ checkSetup }, { slackEvents }] = await Promise.all([
      import('../platforms/slack/check-setup.ts'),
      import('./slack-events.ts'),
    ]);
    return checkSetup({
      botToken: botToken?.reveal() ?? null,
      events: slackEvents(slack),
      apiUrl,
      now: Date.now,
    });
  };
  return [{ name: 'Slack', look }];
}

function discordChecks({ discord, operators }: Config): readonly Check[] {
  if (!discord) return [];
  const { token, apiUrl: url, messageContent, forums } = discord;
  const posts = operators.flatMap(({ platform, channel }) => (platform === 'discord' ? [channel] : []));
  const channels = [...new Set([...posts, ...forums])];
  const look = async () => {
    const { checkSetup } = await import('../platforms/discord/check-setup.ts');
    return checkSetup({ token: token.reveal(), url, messageContent, channels, now: Date.now });
  };
  return [{ name: 'Discord', look }];
}

/** Runs checks one after the other and prints a line each. @returns whether all are fine */
async function lookAll(checks: readonly Check[]): Promise<boolean> {
  let allFine = true;
  for (const { name, look } of checks) {
    const found = await Promise.resolve().then(look).catch(asFinding);
    for (const finding of 'says' in found ? [{ name, ...found }] : found) {
      allFine &&= finding.ok;
      process.stdout.write(`${finding.ok ? '✓' : '✗'} ${finding.name.padEnd(12)} ${finding.says}\n`);
    }
  }
  return allFine;
}

function asFinding(error: unknown): Finding {
  return wrong(error instanceof Error ? error.message : String(error));
}

function fine(says: string): Finding {
  return { ok: true, says };
}

function wrong(says: string): Finding {
  return { ok: false, says };
}

function checkNode(): Finding {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) >= wantedMajor) return fine(node);
  return wrong(
    `${node}, but ${wantedMajor} or newer is needed. Run "npm ci", or install Node ${wantedMajor}.`,
  );
}

async function checkPackages(): Promise<Finding> {
  const { dependencies } = readPackage(new URL('../../package.json', import.meta.url));
  for (const [name, wanted] of Object.entries(dependencies ?? {})) {
    const path = findPackageJSON(name, import.meta.url);
    const found = path === undefined ? 'missing' : readPackage(path).version;
    if (found !== wanted)
      return wrong(`${name} ${wanted} is needed, found: ${found}. Run "npm ci" in the checkout.`);
  }
  const { default: Database } = await import('better-sqlite3');
  new Database(':memory:').close();
  return fine(`${Object.keys(dependencies ?? {}).length} in their exact versions, SQLite loads`);
}

function readPackage(path: string | URL): {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
} {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function checkDataFolder(folder: string): Promise<Finding> {
  const { toStorageProblem } = await import('../storage/storage-problem.ts');
  try {
    if (!existsSync(folder)) {
      accessSync(nearestExisting(folder), constants.W_OK);
      return fine(`${folder} will be made at the first start`);
    }
    rmdirSync(mkdtempSync(join(folder, 'doctor-')));
  } catch (error) {
    throw toStorageProblem(error, folder);
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < leastFreeMegabytes) {
    return wrong(
      `${folder} has ${free} MB left; free at least ${leastFreeMegabytes} MB, or set DATA_DIR to another disk.`,
    );
  }
  return (await isInUse(folder)) ?? fine(`${folder} can be written, ${free} MB free`);
}

/** A running Askfix is no fault; it only means that a second one cannot start here. */
async function isInUse(folder: string): Promise<Finding | undefined> {
  if (!existsSync(join(folder, 'lock.db'))) return undefined;
  const [{ takeFolderLock }, { StorageProblem }] = await Promise.all([
    import('../storage/folder-lock.ts'),
    import('../storage/storage-problem.ts'),
  ]);
  try {
    takeFolderLock(folder).release();
    return undefined;
  } catch (error) {
    if (error instanceof StorageProblem && error.code === 'in-use')
      return fine(
        `${folder} can be written, and is in use by another Askfix (${error.detail}); a second one would need a DATA_DIR of its own`,
      );
    throw error;
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

async function checkKnowledge(config: Config): Promise<Finding> {
  const { loadKnowledge } = await import('../knowledge/load-knowledge.ts');
  const { knowledgeOptions } = await import('./shipped-knowledge.ts');
  const { formatFinding } = await import('../knowledge/finding.ts');
  // Without the compiled index: what counts is what stands in the files.
  const { cacheFolder: _unused, ...options } = knowledgeOptions(config);
  const { knowledge, findings } = await loadKnowledge(options);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first)
    return wrong(
      `${errors.length} errors, the first: ${formatFinding(first)}. See them all: npx askfix check`,
    );
  const packs = Object.values(knowledge?.packs ?? {});
  if (packs.length === 0) return wrong('there are no packs. Look at PACKS and KNOWLEDGE_DIR.');
  const problems = packs.reduce((sum, pack) => sum + Object.keys(pack.problems).length, 0);
  return fine(`${packs.map(({ id }) => id).join(', ')}: ${problems} problems, no errors`);
}

async function checkAddress(host: string, port: number): Promise<Finding> {
  const { CannotListen, reasonNotToListen } = await import('../server/listener.ts');
  const error = await tryToListen(host, port);
  if (error === undefined) return fine(`${host}, port ${port} is free`);
  if (error.code === 'EADDRINUSE' && (await isAskfix(host, port)))
    return fine(`an Askfix already answers on ${host}, port ${port}`);
  throw new CannotListen(reasonNotToListen(error, host, port));
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isAskfix(host: string, port: number): Promise<boolean> {
  try {
    const reachable =
      host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
    const response = await fetch(`http://${reachable}:${port}/healthz`, {
      signal: AbortSignal.timeout(1_000),
    });
    return ((await response.json()) as { readonly status?: string }).status === 'alive';
  } catch {
    return false;
  }
}

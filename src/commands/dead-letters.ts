import { parseArgs } from 'node:util';
import { ConfigProblem, loadConfig } from '../config.ts';
import { readLetterName, renderDeadLetters } from '../operations/dead-letters.ts';
import { openReadOnly, openSqlite } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix dead-letters [--replay NAME] [--json]';
const mostListed = 500;

/**
 * `askfix dead-letters`: what was given up, newest first; `--replay` puts one back for the next start, so Askfix must be
 * stopped for it.
 */
export async function run(words: readonly string[]): Promise<number> {
  const options = parse(words);
  if (typeof options === 'string') return wrongUsage(options, usage);
  try {
    const { dataFolder } = loadConfig();
    return options.replay === undefined
      ? await list(dataFolder, options.json)
      : await replay(dataFolder, options.replay);
  } catch (error) {
    if (!(error instanceof StorageProblem || error instanceof ConfigProblem)) throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

function parse(words: readonly string[]): { replay: string | undefined; json: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { replay: { type: 'string' }, json: { type: 'boolean' } },
    });
    return { replay: values.replay, json: values.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function list(folder: string, json: boolean): Promise<number> {
  const storage = openReadOnly(folder);
  try {
    const letters = await storage.deadLetters(mostListed);
    const text = json
      ? letters.map((letter) => `${JSON.stringify(letter)}\n`).join('')
      : renderDeadLetters(letters);
    process.stdout.write(text || (json ? '' : 'Nothing was given up.\n'));
    return 0;
  } finally {
    storage.close();
  }
}

async function replay(folder: string, name: string): Promise<number> {
  const letter = readLetterName(name);
  if (!letter)
    return wrongUsage(`"${name}" names no dead letter; the list shows names such as m12 or c7.`, usage);
  const storage = openSqlite({ folder, now: Date.now });
  try {
    if (!(await storage.replay(letter))) {
      process.stderr.write(`askfix: there is no dead letter ${name} that could be tried again.\n`);
      return 1;
    }
    process.stdout.write(`${name} is tried again at the next start.\n`);
    return 0;
  } finally {
    storage.close();
  }
}

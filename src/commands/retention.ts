import { setImmediate } from 'node:timers/promises';
import { loadConfig } from '../config.ts';
import { cutoffsAt, type Swept, sweepAll, total } from '../operations/retention.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { besideServer } from './beside.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix retention [--dry-run]';

/** `askfix retention`: deletes what is older than the settings say, or with `--dry-run` counts it. A running server does it daily. */
export async function run(words: readonly string[]): Promise<number> {
  const [option, ...rest] = words;
  if (rest.length > 0 || (option !== undefined && option !== '--dry-run'))
    return wrongUsage(`There is no "${rest[0] ?? option}".`, usage);
  const { retention, dataFolder } = loadConfig();
  const cutoffs = cutoffsAt(Date.now(), retention);
  const days = `talks ${retention.talks} days, log ${retention.log}, learning ${retention.learning}`;
  if (option === '--dry-run')
    return besideServer((data) => {
      process.stdout.write(`Would be deleted (${days}):\n${table(data.due(cutoffs))}`);
      return 0;
    });
  try {
    const storage = openSqlite({ folder: dataFolder, now: Date.now });
    try {
      const swept = await sweepAll(storage.retention, cutoffs, () => setImmediate());
      process.stdout.write(`Deleted (${days}):\n${table(swept)}`);
      return 0;
    } finally {
      storage.close();
    }
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    const hint = error.code === 'in-use' ? ' A running Askfix does this by itself every day.' : '';
    process.stderr.write(`askfix: ${error.message}${hint}\n`);
    return 1;
  }
}

const names: Readonly<Record<keyof Swept, string>> = {
  talks: 'talks',
  messages: 'messages and their keys',
  replies: 'replies',
  calls: 'requests to platforms',
  notes: 'tickets, ends of talks, words not understood',
  records: 'records of what happened',
  lessons: 'lessons',
};

function table(swept: Swept): string {
  if (total(swept) === 0) return '  nothing\n';
  return Object.entries(names)
    .map(([key, name]) => `  ${String(swept[key as keyof Swept]).padStart(8)}  ${name}\n`)
    .join('');
}

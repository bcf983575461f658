import type { PersonRecord } from '../conversation/state.ts';
import type { Beside } from '../storage/beside.ts';
import { besideServer } from './beside.ts';
import { isEmpty } from './export.ts';
import { run as learn } from './learn.ts';
import { readLearning, saveLearning } from './learning-file.ts';
import { personNamed } from './person-argument.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix forget PLATFORM:PERSON --yes';

/** `askfix forget`: deletes everything that is kept of one person. Works beside a running server. */
export async function run(words: readonly string[]): Promise<number> {
  const names = words.filter((word) => word !== '--yes');
  const [argument] = names;
  if (argument === undefined || names.length > 1 || argument.startsWith('--'))
    return wrongUsage(argument === undefined ? 'Forget whom?' : 'Forget one person at a time.', usage);
  return besideServer((data, folder) => {
    const named = personNamed(argument, data.identityKey);
    if (typeof named === 'string') return wrongUsage(named, usage);
    const record = data.record(named.person);
    if (isEmpty(record)) {
      process.stderr.write(`askfix: nothing is kept of "${argument}".\n`);
      return 1;
    }
    if (!words.includes('--yes')) {
      process.stderr.write(
        `askfix: this would delete ${summary(record)}. It cannot be undone; say --yes to do it.\n`,
      );
      return 1;
    }
    return forget(data, folder, record);
  });
}

async function forget(data: Beside, folder: string, record: PersonRecord): Promise<number> {
  // While the rows are there: the promoted numbers become what they would be had the person never spoken.
  if (record.learnt.length > 0) await learn(['revoke', record.person]);
  const isWiped = data.forget(record.person, Date.now());
  if (record.learnt.length > 0) dropRevocation(folder, record.person);
  process.stdout.write(`Deleted: ${summary(record)}.\n`);
  if (!isWiped)
    process.stdout.write(
      'Something reads the data folder just now; its files are emptied of it within a day.\n',
    );
  return 0;
}

/** There is nothing left to leave out, and the list of those left out would still name the person. */
function dropRevocation(folder: string, person: string): void {
  const { revoked, sets } = readLearning(folder);
  saveLearning(folder, { revoked: revoked.filter((one) => one !== person), sets });
}

function summary({ talks, messages, replies, effects, learnt }: PersonRecord): string {
  return `${talks.length} talks, ${messages.length} messages, ${replies.length} replies, ${effects.length} notes and tickets, ${learnt.length} lessons`;
}

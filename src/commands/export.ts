import type { PersonRecord } from '../conversation/state.ts';
import { besideServer } from './beside.ts';
import { personNamed } from './person-argument.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix export PLATFORM:PERSON';

/** `askfix export`: everything that is kept of one person, as JSON on stdout. Works beside a running server. */
export async function run(words: readonly string[]): Promise<number> {
  const [argument, ...rest] = words;
  if (argument === undefined || rest.length > 0)
    return wrongUsage(argument === undefined ? 'Export whom?' : `There is "${rest[0]}" too many.`, usage);
  return besideServer((data) => {
    const named = personNamed(argument, data.identityKey);
    if (typeof named === 'string') return wrongUsage(named, usage);
    const record = data.record(named.person);
    if (isEmpty(record)) {
      process.stderr.write(`askfix: nothing is kept of "${argument}".\n`);
      return 1;
    }
    const at = Date.now();
    data.audit({ at, action: 'exported', subject: named.person, detail: { by: 'operator' } });
    process.stdout.write(
      `${JSON.stringify({ exportedAt: new Date(at).toISOString(), ...record }, null, 2)}\n`,
    );
    return 0;
  });
}

/** Whether there is nothing at all of somebody. */
export function isEmpty({ consent, language, talks, messages, effects, learnt }: PersonRecord): boolean {
  if (consent !== null || language !== undefined) return false;
  return [talks, messages, effects, learnt].every((rows) => rows.length === 0);
}

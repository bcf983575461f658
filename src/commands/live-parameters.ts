import type { Config } from '../config.ts';
import type { World } from '../conversation/state.ts';
import type { Log } from '../log.ts';
import { learningStamp, readLearning } from './learning-file.ts';

/** How soon a promotion or revocation counts in a running server. */
const lookEveryMs = 5_000;

export interface LiveParameters {
  /** What `World.learning` is right now. */
  current(): World['learning'];
}

/**
 * What learning gives to talks: nothing with `LEARN=off`, the author's numbers while talks are only counted (`shadow`),
 * the promoted numbers with `on`. Follows what the operator promotes and revokes; a file that cannot be read is named
 * in the log, and the numbers before it stay in use.
 */
export function liveParameters({ learn, dataFolder }: Config, log: Log): LiveParameters {
  if (learn === 'off') return { current: () => undefined };
  if (learn === 'shadow') return { current: () => ({ sets: [] }) };
  let stamp = learningStamp(dataFolder);
  let { sets } = readLearning(dataFolder);

  function look(): void {
    const now = learningStamp(dataFolder);
    if (now === stamp) return;
    stamp = now;
    try {
      sets = readLearning(dataFolder).sets;
      log.info({ version: sets.at(-1)?.version ?? null }, 'learnt numbers changed');
    } catch (err) {
      log.error({ err }, 'learnt numbers cannot be read; those before stay in use');
    }
  }

  setInterval(look, lookEveryMs).unref();
  return { current: () => ({ sets }) };
}

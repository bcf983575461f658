import type { Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';

/** Bolt's log lines in ours. Its debug lines hold whole messages, so they are never written. */
export function boltLog(log: Log, level: LogLevel): Logger {
  const line = (words: readonly unknown[]) => words.map((word) => sayable(word)).join(' ');
  return {
    debug() {},
    info: (...words) => log.debug(line(words)),
    warn: (...words) => log.warn(line(words)),
    error: (...words) => log.error(line(words)),
    setLevel() {},
    getLevel: () => level,
    setName() {},
  };
}

/** Errors by their message only: their fields may hold what somebody wrote. */
function sayable(word: unknown): string {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : typeof word;
}

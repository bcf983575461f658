import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel, Secret } from './config.ts';

export type Log = Logger;

export interface LogSettings {
  readonly logLevel: LogLevel;
  /** Their values never reach the log, wherever in a line they stand. */
  readonly secrets: readonly Secret[];
}

/** Where finished lines go. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * JSON lines to stderr, written before the call returns: the last line before a crash is the one that is needed.
 * stdout stays free for results.
 *
 * @param output where lines go instead, for tests
 */
export function createLog(settings: LogSettings, output: LogDestination = standardError()): Log {
  const hide = hider(settings.secrets.map((secret) => secret.reveal()));
  return pino(
    {
      level: settings.logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: ['authorization', 'cookie', '*.authorization', '*.cookie'], censor: '***' },
    },
    { write: (line: string) => output.write(hide(line)) },
  );
}

function standardError(): LogDestination {
  return destination({ dest: 2, sync: true });
}

/** Replaces every secret in a line, also in the form that JSON gives it. Longest first: one secret may contain another. */
function hider(values: readonly string[]): (line: string) => string {
  const forms = values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]);
  const sorted = [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
  return (line) => sorted.reduce((text, form) => text.replaceAll(form, '***'), line);
}

import { execFileSync } from 'node:child_process';
import { STATUS_CODES } from 'node:http';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { getSystemErrorMap } from 'node:util';

/** One row of the table. */
export interface CodeFact {
  readonly family: string;
  /** As the family prints it; the name itself for families that have names only. */
  readonly code: string;
  readonly symbol: string;
}

function numbered(family: string, values: Readonly<Record<string, unknown>>): CodeFact[] {
  return Object.entries(values).flatMap(([symbol, code]) =>
    typeof code === 'number' ? [{ family, code: String(code), symbol }] : [],
  );
}

/** `I'm a Teapot` → `IM_A_TEAPOT`. */
function constantOf(phrase: string): string {
  return phrase.replaceAll("'", '').replaceAll(/\W+/g, '_').toUpperCase();
}

function httpStatuses(): CodeFact[] {
  return Object.entries(STATUS_CODES).map(([code, phrase = '']) => ({
    family: 'http',
    code,
    symbol: constantOf(phrase),
  }));
}

/** Node lists its own error codes only to code that asks for its insides. */
function nodeErrors(): CodeFact[] {
  const script = "console.log(Object.keys(require('internal/errors').codes).join(' '))";
  const names = execFileSync(process.execPath, ['--expose-internals', '-e', script], { encoding: 'utf8' });
  return names
    .trim()
    .split(' ')
    .map((name) => ({ family: 'nodejs', code: name, symbol: name }));
}

/** The numbers of errno and of signals differ between systems; those of Linux are derived on Linux. */
function systemErrors(): CodeFact[] {
  if (process.platform !== 'linux') return [];
  const libuv = [...getSystemErrorMap()].map(([code, [symbol]]) => ({
    family: 'libuv',
    code: String(code),
    symbol,
  }));
  return [
    ...libuv,
    ...numbered('errno_linux', constants.errno),
    ...numbered('signal_linux', constants.signals),
  ];
}

/** discord-api-types comes with discord.js. */
function discordErrors(): CodeFact[] {
  const types: Readonly<Record<string, Readonly<Record<string, unknown>>>> = createRequire(import.meta.url)(
    'discord-api-types/v10',
  );
  return [
    ...numbered('discord_rest', types.RESTJSONErrorCodes ?? {}),
    ...numbered('discord_gateway_close', types.GatewayCloseCodes ?? {}),
    ...numbered('discord_rpc', types.RPCErrorCodes ?? {}),
  ];
}

/** The codes that this Node and the installed packages give without any file: re-derived with every release. */
export function derivedCodes(): readonly CodeFact[] {
  return [...systemErrors(), ...httpStatuses(), ...nodeErrors(), ...discordErrors()];
}

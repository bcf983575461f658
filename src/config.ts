import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { adminSchema, adminSettings } from './config/admin-settings.ts';
import { type DiscordConfig, discordOf, discordSchema, discordSettings } from './config/discord-settings.ts';
import { type EncoderName, encoderSchema, encoderSettings } from './config/encoder-settings.ts';
import { type LimitConfig, limitSchema, limitSettings } from './config/limit-settings.ts';
import { type OperatorChannel, operatorSchema, operatorSettings } from './config/operator-settings.ts';
import { type RetentionConfig, retentionSchema, retentionSettings } from './config/retention-settings.ts';
import { Secret } from './config/secret.ts';
import { type Setting, secretOrNull } from './config/setting.ts';
import { type SlackConfig, slackOf, slackSchema, slackSettings } from './config/slack-settings.ts';

export { Secret };

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every setting there is. `.env.example` is this table as text. */
export const settings = {
  HOST: {
    about: 'Address to listen on. 127.0.0.1 is reachable from this machine only; 0.0.0.0 from everywhere.',
    usual: '127.0.0.1',
    secret: false,
    expected: 'a host name or an IP address without port and brackets',
    example: '127.0.0.1',
  },
  PORT: {
    about: 'Port of the web chat and the HTTP API. 0 takes any free one.',
    usual: '8080',
    secret: false,
    expected: 'a whole number from 0 to 65535',
    example: '8080',
  },
  PUBLIC_ORIGIN: {
    about:
      'Where people open the page when a proxy stands in front of Askfix, comma-separated. Pages of any other site are refused.',
    usual: '',
    secret: false,
    expected: 'origins: scheme and host (and port), without a path',
    example: 'https://help.example.org',
  },
  EMBED_ORIGINS: {
    about:
      'Sites that may show the chat in a frame, by /widget.js, comma-separated (docs/widget.md). Not set: none may.',
    usual: '',
    secret: false,
    expected: 'origins: scheme and host (and port), without a path',
    example: 'https://www.example.org',
  },
  DATA_DIR: {
    about: 'Folder of the database and the compiled knowledge. One running Askfix per folder.',
    usual: './data',
    secret: false,
    expected: 'a folder',
    example: './data',
  },
  KNOWLEDGE_DIR: {
    about: `Folders with packs of your own, "${delimiter}"-separated; a later one outranks an earlier one and the shipped packs.`,
    usual: '',
    secret: false,
    expected: `folders separated by "${delimiter}"`,
    example: './our-knowledge',
  },
  PACKS: {
    about: 'Ids of the packs to use, comma-separated. Not set: all that are found.',
    usual: '',
    secret: false,
    expected: 'pack ids (lower-case letters, digits, single hyphens) separated by commas',
    example: 'qq-file-transfer',
  },
  CODE_FAMILIES: {
    about:
      'Families of error codes that your people use, comma-separated: the likelier reading of a number that several have. Named as in knowledge/codes/.',
    usual: '',
    secret: false,
    expected: 'family ids (lower-case letters, digits, underscores) separated by commas',
    example: 'mysql,windows',
  },
  LOG_LEVEL: {
    about: `How much is logged to stderr: ${logLevels.join(', ')}.`,
    usual: 'info',
    secret: false,
    expected: `one of ${logLevels.join(', ')}`,
    example: 'info',
  },
  API_TOKEN: {
    about:
      'Asked for by /metrics as "Authorization: Bearer …". Not set: /metrics answers only while HOST is this machine itself.',
    usual: '',
    secret: true,
    expected: 'at least 16 printable characters without spaces',
    example: 'the output of "openssl rand -hex 24"',
  },
  LEARN: {
    about:
      'What ended talks do to the numbers: off counts nothing; shadow counts and shows ("askfix learn status"); on lets talks go by what "askfix learn promote" approved.',
    usual: 'shadow',
    secret: false,
    expected: 'off, shadow or on',
    example: 'shadow',
  },
  ...encoderSettings,
  ...operatorSettings,
  ...adminSettings,
  ...limitSettings,
  ...retentionSettings,
  ...slackSettings,
  ...discordSettings,
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;

export interface Config {
  readonly host: string;
  /** 0–65535; 0 = any free port. */
  readonly port: number;
  /** Normalised as `URL.origin` writes them. */
  readonly publicOrigins: readonly string[];
  /** Sites that may frame the chat; normalised as `URL.origin` writes them. */
  readonly embedOrigins: readonly string[];
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute; added to the shipped packs, later outranks earlier. */
  readonly knowledgeFolders: readonly string[];
  /** Null = all packs. */
  readonly packs: readonly string[] | null;
  /** Empty = all families are equally likely. */
  readonly codeFamilies: readonly string[];
  readonly logLevel: LogLevel;
  readonly apiToken: Secret | null;
  readonly learn: 'off' | 'shadow' | 'on';
  /** Null = messages are understood by their words alone. */
  readonly encoder: EncoderName | null;
  /** Channels that get every ticket. */
  readonly operators: readonly OperatorChannel[];
  /** `slack:U…`, `slack:T…:U…`, `discord:…`. */
  readonly admins: readonly string[];
  readonly limits: LimitConfig;
  readonly retention: RetentionConfig;
  /** Null = without Slack. */
  readonly slack: SlackConfig | null;
  /** Null = without Discord. */
  readonly discord: DiscordConfig | null;
  /** All secrets of this configuration, so that the log can hide their values. */
  readonly secrets: readonly Secret[];
}

/** Thrown when settings are wrong; `mistakes` holds one sentence for each. */
export class ConfigProblem extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    const count = mistakes.length === 1 ? 'a setting is' : `${mistakes.length} settings are`;
    super(
      `Askfix cannot start because ${count} wrong:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`,
    );
    this.name = 'ConfigProblem';
    this.mistakes = mistakes;
  }
}

const list = z.string().transform((value) => value.split(',').flatMap((item) => item.trim() || []));

/** The origin as browsers send it, or the text itself when it is none, so that the check after it fails. */
function asOrigin(text: string): string {
  const withoutSlash = text.replace(/\/$/, '');
  return URL.canParse(withoutSlash) && new URL(withoutSlash).origin === withoutSlash.toLowerCase()
    ? new URL(withoutSlash).origin
    : text;
}

// No character that would end a source in a content security policy.
const origins = list
  .transform((found) => found.map(asOrigin))
  .pipe(z.array(z.string().regex(/^https?:\/\/[^/\s;,'"*]+$/)));

const schema = z.object({
  HOST: z.string().regex(/^[A-Za-z0-9._:%-]+$/),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535)),
  PUBLIC_ORIGIN: origins,
  EMBED_ORIGINS: origins,
  DATA_DIR: z.string().transform((folder) => resolve(folder)),
  KNOWLEDGE_DIR: z
    .string()
    .transform((value) =>
      value.split(delimiter).flatMap((folder) => (folder.trim() ? resolve(folder.trim()) : [])),
    ),
  PACKS: list.pipe(z.array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/))),
  CODE_FAMILIES: list.pipe(z.array(z.string().regex(/^[a-z][a-z0-9_]*$/))),
  LOG_LEVEL: z.enum(logLevels),
  API_TOKEN: secretOrNull(/^[\x21-\x7e]{16,}$/),
  LEARN: z.enum(['off', 'shadow', 'on']),
  ...encoderSchema,
  ...operatorSchema,
  ...adminSchema,
  ...limitSchema,
  ...retentionSchema,
  ...slackSchema,
  ...discordSchema,
} satisfies Record<SettingName, z.ZodType>);

/**
 * Environment variables → frozen configuration. An empty variable counts as not set.
 *
 * @throws ConfigProblem naming every wrong variable with its value (never a secret's), what was expected and what to do.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const names = Object.keys(settings) as SettingName[];
  const given = Object.fromEntries(
    names.map((name) => [name, environment[name]?.trim() || settings[name].usual]),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as SettingName));
    throw new ConfigProblem([...wrong].map((name) => mistakeSentence(name, given[name] ?? '')));
  }
  const values = parsed.data;
  const slack = slackOf(values);
  if (typeof slack === 'string') throw new ConfigProblem([slack]);
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    publicOrigins: Object.freeze(values.PUBLIC_ORIGIN),
    embedOrigins: Object.freeze(values.EMBED_ORIGINS),
    dataFolder: values.DATA_DIR,
    knowledgeFolders: Object.freeze(values.KNOWLEDGE_DIR),
    packs: values.PACKS.length === 0 ? null : Object.freeze(values.PACKS),
    codeFamilies: Object.freeze(values.CODE_FAMILIES),
    logLevel: values.LOG_LEVEL,
    apiToken: values.API_TOKEN,
    learn: values.LEARN,
    encoder: values.ENCODER,
    operators: Object.freeze(values.OPERATORS),
    admins: Object.freeze(values.ADMINS),
    limits: Object.freeze({ perPerson: values.LIMIT_PER_USER, total: values.LIMIT_TOTAL }),
    retention: Object.freeze({
      talks: values.RETENTION_TALKS_DAYS,
      log: values.RETENTION_LOG_DAYS,
      learning: values.RETENTION_LEARNING_DAYS,
    }),
    slack,
    discord: discordOf(values),
    secrets: Object.freeze(Object.values(values).filter((value) => value instanceof Secret)),
  });
}

function mistakeSentence(name: SettingName, value: string): string {
  const setting: Setting = settings[name];
  const found = setting.secret ? `${value.length} characters long` : JSON.stringify(value);
  const otherwise = setting.usual === '' ? 'remove it' : `remove it to get ${setting.usual}`;
  return `${name} is ${found}; expected ${setting.expected}. Set it to ${setting.example}, or ${otherwise}.`;
}

/**
 * The configuration of this process: its environment, and below it the file `.env` of `folder` where there is one.
 *
 * @throws ConfigProblem when a setting is wrong or `.env` cannot be read.
 */
export function loadConfig(folder: string = process.cwd()): Config {
  return readConfig({ ...environmentFile(join(folder, '.env')), ...process.env });
}

function environmentFile(path: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === 'ENOENT') return {};
    throw new ConfigProblem([`${path} cannot be read (${reason}). Make it a readable file, or remove it.`]);
  }
}

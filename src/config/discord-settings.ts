import { z } from 'zod';
import type { Secret } from './secret.ts';
import { type Setting, secretOrNull } from './setting.ts';

/** The settings of Discord: the token switches it on. */
export const discordSettings = {
  DISCORD_TOKEN: {
    about: 'Discord: the bot token (Developer Portal, Bot, Reset Token).',
    usual: '',
    secret: true,
    expected: 'a token without spaces',
    example: "the token of your Discord application's bot",
  },
  DISCORD_MESSAGE_CONTENT: {
    about:
      'Discord: true when the Message Content Intent is switched on in the Developer Portal; then threads go on without mentions.',
    usual: 'false',
    secret: false,
    expected: 'true or false',
    example: 'true',
  },
  DISCORD_FORUMS: {
    about:
      'Discord: forums whose posts are answered without a mention, by channel id, comma-separated. Needs the Message Content Intent to read more than titles.',
    usual: '',
    secret: false,
    expected: 'ids of forum channels (digits), separated by commas',
    example: '123456789012345678',
  },
  DISCORD_SHARDS: {
    about:
      'Discord: connections to the gateway. 0 takes as many as Discord advises (one per 2,500 servers at most).',
    usual: '0',
    secret: false,
    expected: 'a whole number from 0 to 999',
    example: '2',
  },
  DISCORD_COMPONENTS_V2: {
    about: 'Discord: false sends plain messages with buttons instead of framed cards (Components V2).',
    usual: 'true',
    secret: false,
    expected: 'true or false',
    example: 'false',
  },
  DISCORD_API_URL: {
    about: 'Where the Discord API is, without version. Only for tests and proxies.',
    usual: 'https://discord.com/api',
    secret: false,
    expected: 'an http or https address',
    example: 'https://discord.com/api',
  },
} as const satisfies Record<string, Setting>;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** How each of them is read. */
export const discordSchema = {
  DISCORD_TOKEN: secretOrNull(/^[\x21-\x7e]+$/),
  DISCORD_MESSAGE_CONTENT: flag,
  DISCORD_FORUMS: z
    .string()
    .transform((value) => value.split(',').flatMap((id) => id.trim() || []))
    .pipe(z.array(z.string().regex(/^\d{1,20}$/))),
  DISCORD_SHARDS: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
  DISCORD_COMPONENTS_V2: flag,
  DISCORD_API_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/)
    .transform((url) => url.replace(/\/+(v\d+\/*)?$/, '')),
} satisfies Record<keyof typeof discordSettings, z.ZodType>;

/** Discord as it is switched on. */
export interface DiscordConfig {
  readonly token: Secret;
  readonly messageContent: boolean;
  /** Forums whose posts are answered without a mention. */
  readonly forums: readonly string[];
  /** 0 = as many as Discord advises. */
  readonly shards: number;
  readonly componentsV2: boolean;
  /** Without version and without a slash at the end. */
  readonly apiUrl: string;
}

type DiscordValues = {
  readonly [Name in keyof typeof discordSchema]: z.output<(typeof discordSchema)[Name]>;
};

/** The settings together; null when Discord is off. */
export function discordOf(values: DiscordValues): DiscordConfig | null {
  const { DISCORD_TOKEN: token } = values;
  if (!token) return null;
  return {
    token,
    messageContent: values.DISCORD_MESSAGE_CONTENT,
    forums: values.DISCORD_FORUMS,
    shards: values.DISCORD_SHARDS,
    componentsV2: values.DISCORD_COMPONENTS_V2,
    apiUrl: values.DISCORD_API_URL,
  };
}

import { z } from 'zod';
import type { Secret } from './secret.ts';
import { type Setting, secretOrNull } from './setting.ts';

/** The settings of Slack: the bot token switches it on, one of the other two says how events arrive. */
export const slackSettings = {
  SLACK_BOT_TOKEN: {
    about:
      'Slack: the bot token (OAuth & Permissions). With it, set SLACK_SIGNING_SECRET or SLACK_APP_TOKEN too.',
    usual: '',
    secret: true,
    expected: 'a token that begins with xoxb-',
    example: 'the "Bot User OAuth Token" of your Slack app',
  },
  SLACK_SIGNING_SECRET: {
    about: 'Slack over HTTP: the signing secret (Basic Information). Slack then posts to /slack/events.',
    usual: '',
    secret: true,
    expected: 'the signing secret, which is no token: printable characters without spaces',
    example: 'the "Signing Secret" of your Slack app',
  },
  SLACK_APP_TOKEN: {
    about:
      'Slack over Socket Mode, which needs no public address: an app-level token with connections:write.',
    usual: '',
    secret: true,
    expected: 'a token that begins with xapp-',
    example: 'the "App-Level Token" of your Slack app',
  },
  SLACK_API_URL: {
    about: 'Where the Slack Web API is. Only for tests and proxies.',
    usual: 'https://slack.com/api/',
    secret: false,
    expected: 'an http or https address',
    example: 'https://slack.com/api/',
  },
} as const satisfies Record<string, Setting>;

/** How each of them is read. */
export const slackSchema = {
  SLACK_BOT_TOKEN: secretOrNull(/^(?!xapp-)[\x21-\x7e]+$/),
  SLACK_SIGNING_SECRET: secretOrNull(/^(?!xox|xapp-)[\x21-\x7e]+$/),
  SLACK_APP_TOKEN: secretOrNull(/^(?!xox)[\x21-\x7e]+$/),
  SLACK_API_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/)
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
} satisfies Record<keyof typeof slackSettings, z.ZodType>;

/** Slack as it is switched on. */
export interface SlackConfig {
  readonly botToken: Secret;
  /** How events arrive: Slack posts them here, or we fetch them over a socket. */
  readonly events:
    | { readonly mode: 'http'; readonly signingSecret: Secret }
    | { readonly mode: 'socket'; readonly appToken: Secret };
  /** Ends with a slash. */
  readonly apiUrl: string;
}

type SlackValues = { readonly [Name in keyof typeof slackSchema]: z.output<(typeof slackSchema)[Name]> };

/**
 * The settings together: null when Slack is off, a sentence when they do not fit each other. With both ways of
 * getting events, the socket wins: whoever made an app-level token switched Socket Mode on, and then Slack posts nothing.
 */
export function slackOf(values: SlackValues): SlackConfig | null | string {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: appToken,
  } = values;
  if (!botToken && !signingSecret && !appToken) return null;
  if (!botToken)
    return `${appToken ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'} is set, but SLACK_BOT_TOKEN is not. Set it to ${slackSettings.SLACK_BOT_TOKEN.example}, or remove both to do without Slack.`;
  const apiUrl = values.SLACK_API_URL;
  if (appToken) return { botToken, events: { mode: 'socket', appToken }, apiUrl };
  if (signingSecret) return { botToken, events: { mode: 'http', signingSecret }, apiUrl };
  return 'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is. Set one of them, or remove it to do without Slack.';
}

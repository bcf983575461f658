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
  SLACK_CLIENT_ID: {
    about:
      'Slack in several workspaces, which install the app at /slack/install: the client id (Basic Information). Set SLACK_CLIENT_SECRET and SLACK_STATE_SECRET too; then SLACK_BOT_TOKEN is not needed.',
    usual: '',
    secret: false,
    expected: 'the client id: digits, a dot, digits',
    example: 'the "Client ID" of your Slack app',
  },
  SLACK_CLIENT_SECRET: {
    about: 'Slack in several workspaces: the client secret (Basic Information).',
    usual: '',
    secret: true,
    expected: 'the client secret: printable characters without spaces',
    example: 'the "Client Secret" of your Slack app',
  },
  SLACK_STATE_SECRET: {
    about:
      'Slack in several workspaces: a secret of your own. It signs the way to Slack and back, and encrypts the tokens that installations bring; with another one they must be made again.',
    usual: '',
    secret: true,
    expected: 'at least 8 characters',
    example: 'the output of "openssl rand -hex 24"',
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
  SLACK_CLIENT_ID: z.string().regex(/^[\x21-\x7e]*$/),
  SLACK_CLIENT_SECRET: secretOrNull(/^[\x21-\x7e]+$/),
  SLACK_STATE_SECRET: secretOrNull(/^.{8,}$/),
  SLACK_API_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/)
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
} satisfies Record<keyof typeof slackSettings, z.ZodType>;

/** Slack as it is switched on. */
export interface SlackConfig {
  /** Of one workspace; null when there are only installations by OAuth. */
  readonly botToken: Secret | null;
  /** How events arrive: Slack posts them here, or we fetch them over a socket. */
  readonly events:
    | { readonly mode: 'http'; readonly signingSecret: Secret }
    | { readonly mode: 'socket'; readonly appToken: Secret };
  /** Ends with a slash. */
  readonly apiUrl: string;
  /** For installing in several workspaces; null without. */
  readonly oauth: {
    readonly clientId: string;
    readonly clientSecret: Secret;
    readonly stateSecret: Secret;
  } | null;
}

type SlackValues = { readonly [Name in keyof typeof slackSchema]: z.output<(typeof slackSchema)[Name]> };

/**
 * The settings together: null when Slack is off, a sentence when they do not fit each other. With both ways of
 * getting events, the socket wins: whoever made an app-level token switched Socket Mode on, and then Slack posts nothing.
 */
export function slackOf(values: SlackValues): SlackConfig | null | string {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl } = values;
  const oauth = oauthOf(values);
  if (typeof oauth === 'string') return oauth;
  const events = eventsOf(values);
  if (!botToken && !oauth) {
    if (!events) return null;
    const which = events.mode === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
    return `${which} is set, but SLACK_BOT_TOKEN is not. Set it to ${slackSettings.SLACK_BOT_TOKEN.example}, or remove both to do without Slack.`;
  }
  const which = botToken ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID';
  if (!events)
    return `${which} is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is. Set one of them, or remove it to do without Slack.`;
  return { botToken, events, apiUrl, oauth };
}

function eventsOf({ SLACK_SIGNING_SECRET, SLACK_APP_TOKEN }: SlackValues): SlackConfig['events'] | null {
  if (SLACK_APP_TOKEN) return { mode: 'socket', appToken: SLACK_APP_TOKEN };
  return SLACK_SIGNING_SECRET && { mode: 'http', signingSecret: SLACK_SIGNING_SECRET };
}

/** All three or none. */
function oauthOf(values: SlackValues): SlackConfig['oauth'] | string {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET } = values;
  const given = { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET };
  if (SLACK_CLIENT_ID && SLACK_CLIENT_SECRET && SLACK_STATE_SECRET)
    return { clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET, stateSecret: SLACK_STATE_SECRET };
  const missing = Object.entries(given).filter(([, value]) => !value);
  if (missing.length === Object.keys(given).length) return null;
  const names = missing.map(([name]) => name).join(' and ');
  return `${names} must be set too for installing in several workspaces. For one workspace, remove SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET.`;
}

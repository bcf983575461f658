import { createApiFetch } from './api-fetch.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import { botScopes } from './manifest.ts';

/** What was found about one thing, and what to do about it when it is not fine. */
export interface SetupFinding {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
}

export interface SetupOptions {
  /** Null where workspaces install the app by OAuth. */
  readonly botToken: string | null;
  readonly events:
    | { readonly mode: 'http'; readonly signingSecret: string }
    | { readonly mode: 'socket'; readonly appToken: string };
  /** The Web API's address, with a slash at its end. */
  readonly apiUrl: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

interface Answer {
  readonly fields: Fields;
  /** Null where Slack does not say. */
  readonly scopes: readonly string[] | null;
  /** Epoch milliseconds; NaN where Slack does not say. */
  readonly date: number;
}

const patienceMs = 5_000;
/** Slack refuses nothing below 300 s, but a clock that far off runs away. */
const mostSkewMs = 60_000;
const app = 'api.slack.com/apps, your app';

/** Looks at the set-up at Slack: reachability, token, scopes, clock, and how events come in. Never rejects. */
export async function checkSetup(options: SetupOptions): Promise<readonly SetupFinding[]> {
  const { botToken, events, apiUrl } = options;
  try {
    const answer = await ask(apiUrl, botToken === null ? 'api.test' : 'auth.test', botToken);
    const token = botToken === null ? installFinding : tokenFinding(answer);
    if (!token.ok) return [token];
    return [
      token,
      ...(botToken === null ? [] : [scopesFinding(answer)]),
      clockFinding(answer, options.now()),
      events.mode === 'http'
        ? secretFinding(events.signingSecret)
        : await socketFinding(apiUrl, events.appToken),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    const says = `Slack does not answer as it should at ${apiUrl}: ${reason}. Check the network and a proxy, and SLACK_API_URL if you set it.`;
    return [{ name: 'Slack', ok: false, says }];
  }
}

async function ask(apiUrl: string, method: string, token: string | null): Promise<Answer> {
  const response = await createApiFetch(patienceMs)(`${apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const scopes = response.headers.get('x-oauth-scopes');
  return {
    fields: fieldsOf(await response.json()),
    scopes: scopes === null ? null : scopes.split(',').map((scope) => scope.trim()),
    date: Date.parse(response.headers.get('date') ?? ''),
  };
}

const installFinding: SetupFinding = {
  name: 'Slack',
  ok: true,
  says: 'answers; workspaces install the app at /slack/install',
};

function tokenFinding({ fields }: Answer): SetupFinding {
  const name = 'Slack';
  if (fields.ok === true)
    return {
      name,
      ok: true,
      says: `SLACK_BOT_TOKEN is that of ${textOf(fields.user)} in ${textOf(fields.team)}`,
    };
  const says = `Slack does not take SLACK_BOT_TOKEN (${textOf(fields.error)}). Copy the "Bot User OAuth Token" anew: ${app}, OAuth & Permissions. Without one there, "Install to Workspace" first.`;
  return { name, ok: false, says };
}

function scopesFinding({ scopes }: Answer): SetupFinding {
  const name = 'Slack scopes';
  if (scopes === null) return { name, ok: true, says: 'Slack does not say which it granted' };
  const missing = botScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return { name, ok: true, says: 'all granted that are used' };
  const says = `missing: ${missing.join(', ')}. Add them (${app}, OAuth & Permissions, Bot Token Scopes), or paste the output of "npx askfix slack manifest" into App Manifest; then "Reinstall to Workspace".`;
  return { name, ok: false, says };
}

function clockFinding({ date }: Answer, now: number): SetupFinding {
  const name = 'Slack clock';
  if (Number.isNaN(date)) return { name, ok: true, says: 'Slack does not say its time' };
  const skewMs = now - date;
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  if (Math.abs(skewMs) <= mostSkewMs) return { name, ok: true, says: 'agrees with Slack’s' };
  const says = `this machine’s clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} Slack’s; from 300 s on every event is refused. Switch on time synchronisation.`;
  return { name, ok: false, says };
}

/** A secret that looks odd may still be right, and only Slack's first request shows it. */
function secretFinding(secret: string): SetupFinding {
  const name = 'Slack events';
  if (/^[0-9a-f]{32}$/.test(secret)) return { name, ok: true, says: 'are expected at /slack/events' };
  const says = `are expected at /slack/events; SLACK_SIGNING_SECRET has not the usual 32 digits 0-9 a-f. If Slack’s requests get a 401, copy it anew: ${app}, Basic Information, App Credentials.`;
  return { name, ok: true, says };
}

async function socketFinding(apiUrl: string, appToken: string): Promise<SetupFinding> {
  const name = 'Slack events';
  const { fields } = await ask(apiUrl, 'apps.connections.open', appToken);
  if (fields.ok === true)
    return { name, ok: true, says: 'come over Socket Mode; SLACK_APP_TOKEN opens a socket' };
  const says = `Slack opens no socket with SLACK_APP_TOKEN (${textOf(fields.error)}). Switch on Socket Mode (${app}, Socket Mode), and make a token with connections:write (Basic Information, App-Level Tokens).`;
  return { name, ok: false, says };
}

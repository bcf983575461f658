import type { Log } from '../../log.ts';
import type { PlatformHost } from '../../message.ts';
import type { ApiCall } from './api-call.ts';
import { platformError } from './failure.ts';
import { fieldsOf, textOf } from './fields.ts';
import { installPage } from './install-page.ts';
import { botScopes } from './manifest.ts';
import { isState, makeState, stateLifeMs } from './state.ts';
import type { Workspaces } from './workspaces.ts';

export interface InstallOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Where people reach this server, as `URL.origin` writes it; null when nobody said. */
  readonly publicOrigin: string | null;
  /** The Web API's address, with a slash at its end; Slack's own pages lie beside it. */
  readonly apiUrl: string;
}

export interface InstallParts extends InstallOptions {
  readonly route: PlatformHost['route'];
  /** Without a token. */
  readonly api: ApiCall;
  readonly workspaces: Pick<Workspaces, 'add'>;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const cookieName = 'slack-app-oauth-state';
const redirectPath = '/slack/oauth_redirect';

/** Installing in any workspace by OAuth 2.0: `/slack/install` leads to Slack, `/slack/oauth_redirect` comes back. */
export function mountInstall(parts: InstallParts): void {
  parts.route('GET', '/slack/install', async (request) => begin(parts, request));
  parts.route('GET', redirectPath, (request) => finish(parts, request));
}

function begin(parts: InstallParts, request: Request): Response {
  const state = makeState(parts.stateSecret, parts.now());
  const redirect = redirectOf(parts, request);
  const target = new URL('../oauth/v2/authorize', parts.apiUrl);
  target.search = new URLSearchParams({
    client_id: parts.clientId,
    scope: botScopes.join(','),
    state,
    ...(redirect === null ? {} : { redirect_uri: redirect }),
  }).toString();
  const page = installPage('begin', target.href);
  page.headers.set('location', target.href);
  page.headers.set('set-cookie', cookieOf(parts, state, stateLifeMs / 1_000));
  return new Response(page.body, { status: 302, headers: page.headers });
}

/**
 * Slack compares this with the addresses of the app. Without PUBLIC_ORIGIN only a loopback address is sure to be the one
 * that the browser sees; otherwise it is left out, and Slack takes the first of the app.
 */
function redirectOf({ publicOrigin }: InstallOptions, request: Request): string | null {
  if (publicOrigin !== null) return `${publicOrigin}${redirectPath}`;
  const { hostname, origin } = new URL(request.url);
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname) ? `${origin}${redirectPath}` : null;
}

function cookieOf({ publicOrigin }: InstallOptions, value: string, seconds: number): string {
  const secure = publicOrigin?.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Path=/slack; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

async function finish(parts: InstallParts, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const state = searchParams.get('state') ?? '';
  const cookie = cookieIn(request.headers.get('cookie') ?? '');
  if (!isState({ state, cookie }, parts.stateSecret, parts.now())) return installPage('foreign');
  const code = searchParams.get('code') ?? '';
  const answer = code === '' ? installPage('cancelled') : await exchange(parts, request, code);
  answer.headers.set('set-cookie', cookieOf(parts, '', 0));
  return answer;
}

async function exchange(parts: InstallParts, request: Request, code: string): Promise<Response> {
  const redirect = redirectOf(parts, request);
  try {
    const granted = await parts.api('oauth.v2.access', {
      client_id: parts.clientId,
      client_secret: parts.clientSecret,
      code,
      ...(redirect === null ? {} : { redirect_uri: redirect }),
    });
    const team = textOf(fieldsOf(granted.team).id);
    const token = textOf(granted.access_token);
    if (team === '' || token === '') return installPage('wholeOrganisation');
    await parts.workspaces.add({ team, token, user: textOf(granted.bot_user_id) });
    parts.log.info({ team }, 'installed in a Slack workspace');
    const app = textOf(granted.app_id);
    return installPage(
      'installed',
      `https://slack.com/app_redirect?app=${encodeURIComponent(app)}&team=${encodeURIComponent(team)}`,
    );
  } catch (error) {
    const reason = platformError(error) || (error instanceof Error ? error.message : String(error));
    parts.log.error({ reason }, 'Slack did not let the app be installed');
    return installPage('failed');
  }
}

function cookieIn(header: string): string {
  const pair = header.split(/;\s*/).find((one) => one.startsWith(`${cookieName}=`));
  return pair?.slice(cookieName.length + 1) ?? '';
}

import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';
import { type SlackApi, slackApi } from '../../fixtures/slack-api.ts';
import { postSigned, signingSecret } from '../../fixtures/slack-crowd.ts';
import { slackWorld } from './slack-world.ts';

const settingsFor = (apiUrl: string) => ({
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'state-secret',
  SLACK_API_URL: apiUrl,
});

/** The first step, as a browser takes it. */
async function begin(origin: string) {
  const response = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
  const target = new URL(response.headers.get('location') ?? '');
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { response, target, cookie, state: target.searchParams.get('state') ?? '' };
}

function comeBack(origin: string, query: Record<string, string>, cookie: string): Promise<Response> {
  const url = `${origin}/slack/oauth_redirect?${new URLSearchParams(query)}`;
  return fetch(url, { redirect: 'manual', headers: { cookie } });
}

describe('installing in a workspace', () => {
  const folder = dataFolder();
  const agent = new Agent();
  let api: SlackApi;
  let server: ServerProcess;
  const tokens: string[] = [];
  let events = 0;

  beforeAll(async () => {
    api = await slackApi();
    api.interfere(({ method, token, fields }) => {
      if (method === 'chat.postMessage') tokens.push(token);
      if (method !== 'oauth.v2.access') return undefined;
      const [team = '', version = ''] = (fields.code ?? '').split('-');
      if (team === 'bad') return { body: { ok: false, error: 'invalid_code' } };
      return {
        body: {
          ok: true,
          app_id: 'A1',
          team: { id: team },
          access_token: `xoxb-${team}${version}`,
          bot_user_id: `UBOT${team}`,
        },
      };
    });
    server = await startServer(folder.path, undefined, settingsFor(api.url));
    await server.ready();
  }, 60_000);
  afterAll(async () => {
    agent.destroy();
    await server.stop();
    await api.close();
    folder.remove();
  });

  async function install(code: string): Promise<Response> {
    const { cookie, state } = await begin(server.origin);
    return comeBack(server.origin, { code, state }, cookie);
  }

  async function post(team: string, event: object): Promise<number> {
    events += 1;
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: `Ev${events}`,
      event_time: Math.floor(Date.now() / 1_000),
      event,
    });
    return postSigned({ url: `${server.origin}/slack/events`, agent, body, now: Date.now() });
  }

  const mention = (team: string, user = 'U0TESTALICE') =>
    post(team, {
      type: 'app_mention',
      user,
      channel: `C${team}`,
      ts: `17000000${10 + events}.0001`,
      text: `<@UBOT${team}> help`,
    });

  it('leads to Slack with the scopes that are used, and a state that its browser must bring back', async () => {
    const { response, target } = await begin(server.origin);
    expect(response.status).toBe(302);
    expect(target.pathname).toBe('/oauth/v2/authorize');
    expect(target.searchParams.get('client_id')).toBe('1.2');
    expect(target.searchParams.get('scope')?.split(',')).toContain('chat:write');
    expect(target.searchParams.get('redirect_uri')).toBe(`${server.origin}/slack/oauth_redirect`);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('refuses a state that is made up, or of another browser', async () => {
    const mine = await begin(server.origin);
    const others = await begin(server.origin);
    for (const [state, cookie] of [
      ['made-up', mine.cookie],
      ['made-up', 'slack-app-oauth-state=made-up'],
      [mine.state, ''],
      [mine.state, others.cookie],
      ['', ''],
    ] as const)
      expect((await comeBack(server.origin, { code: 'T9', state }, cookie)).status).toBe(400);
    expect(api.counts['oauth.v2.access']).toBeUndefined();
  });

  it('says so when somebody cancels, or Slack does not take the code', async () => {
    const { cookie, state } = await begin(server.origin);
    const cancelled = await comeBack(server.origin, { error: 'access_denied', state }, cookie);
    expect([cancelled.status, await cancelled.text()]).toEqual([
      200,
      expect.stringContaining('Nothing was installed'),
    ]);
    expect((await install('bad')).status).toBe(502);
  });

  it('answers each workspace with its own token, also after a restart', async () => {
    expect((await install('T1')).status).toBe(200);
    expect((await install('T2')).status).toBe(200);
    await mention('T1');
    await vi.waitFor(() => expect(tokens).toEqual(['xoxb-T1']), 10_000);
    await mention('T2');
    await vi.waitFor(() => expect(tokens).toEqual(['xoxb-T1', 'xoxb-T2']), 10_000);
    await server.kill();
    server = await startServer(folder.path, undefined, settingsFor(api.url));
    await server.ready();
    await mention('T1', 'U0TESTBOB01');
    await vi.waitFor(() => expect(tokens.at(-1)).toBe('xoxb-T1'), 10_000);
    expect(tokens).toHaveLength(3);
  }, 60_000);

  it('stops where the app is removed or its token revoked, and speaks again when it is installed anew', async () => {
    const before = tokens.length;
    expect(await post('T1', { type: 'tokens_revoked', tokens: { oauth: ['U0TESTALICE'] } })).toBe(200);
    await mention('T1');
    await vi.waitFor(() => expect(tokens).toHaveLength(before + 1), 10_000);
    expect(await post('T1', { type: 'tokens_revoked', tokens: { bot: ['UBOTT1'] } })).toBe(200);
    expect(await post('T2', { type: 'app_uninstalled' })).toBe(200);
    expect(await mention('T1')).toBe(200);
    expect(await mention('T2')).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(tokens).toHaveLength(before + 1);
    await install('T1-b');
    await mention('T1');
    await vi.waitFor(() => expect(tokens.at(-1)).toBe('xoxb-T1b'), 10_000);
  });
});

it('goes through the pages of a Slack that nobody here wrote', async () => {
  const world = await slackWorld();
  const folder = dataFolder();
  const server = await startServer(folder.path, undefined, settingsFor(world.apiUrl));
  try {
    await server.ready();
    const { target, cookie } = await begin(server.origin);
    expect(await (await fetch(target)).text()).toContain('alice');
    const agreed = await fetch(new URL('/oauth/v2/authorize/callback', target), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...Object.fromEntries(target.searchParams), user_id: world.users.alice }),
    });
    const finished = await fetch(agreed.headers.get('location') ?? '', { headers: { cookie } });
    expect([finished.status, await finished.text()]).toEqual([200, expect.stringContaining('is installed')]);
  } finally {
    await server.stop();
    await world.close();
    folder.remove();
  }
}, 60_000);

import { describe, expect, it, onTestFinished } from 'vitest';
import { checkSetup, type SetupOptions } from '../../../src/platforms/slack/check-setup.ts';
import { botScopes } from '../../../src/platforms/slack/manifest.ts';
import { type SlackApi, slackApi } from '../../fixtures/slack-api.ts';

const http = { mode: 'http', signingSecret: '0123456789abcdef0123456789abcdef' } as const;
const socket = { mode: 'socket', appToken: 'xapp-1' } as const;

async function api(): Promise<SlackApi> {
  const started = await slackApi();
  onTestFinished(() => started.close());
  return started;
}

async function look(from: SlackApi, given: Partial<SetupOptions> = {}) {
  const found = await checkSetup({
    botToken: 'xoxb-1',
    events: http,
    apiUrl: from.url,
    now: Date.now,
    ...given,
  });
  return {
    wrong: found.filter(({ ok }) => !ok),
    says: (name: string) => found.find((finding) => finding.name === name)?.says,
    names: found.map(({ name }) => name),
  };
}

const grants = (...scopes: readonly string[]) => ({ 'x-oauth-scopes': scopes.join(',') });
const me = { ok: true, user: 'askfix', team: 'Test' };

describe('checkSetup', () => {
  it('finds everything in order', async () => {
    const from = await api();
    from.interfere(() => ({ headers: grants(...botScopes, 'extra'), body: me }));
    const { wrong, says, names } = await look(from);
    expect(wrong).toEqual([]);
    expect(names).toEqual(['Slack', 'Slack scopes', 'Slack clock', 'Slack events']);
    expect(says('Slack')).toContain('askfix in Test');
    expect((await look(from, { events: socket })).wrong).toEqual([]);
  });

  it('says where to click for a token that Slack does not take, and looks no further', async () => {
    const from = await api();
    from.interfere(() => ({ body: { ok: false, error: 'invalid_auth' } }));
    const { wrong, names } = await look(from);
    expect(names).toEqual(['Slack']);
    expect(wrong[0]?.says).toMatch(/invalid_auth.*OAuth & Permissions/);
  });

  it('names the scopes that are missing', async () => {
    const from = await api();
    from.interfere(() => ({ headers: grants('chat:write', 'commands'), body: me }));
    const { wrong, says } = await look(from);
    expect(wrong).toHaveLength(1);
    expect(says('Slack scopes')).toMatch(/app_mentions:read.*Reinstall/);
    expect(says('Slack scopes')).not.toContain('chat:write');
  });

  it('tells a clock that is off, and which way', async () => {
    const from = await api();
    const ahead = await look(from, { now: () => Date.now() + 400_000 });
    expect(ahead.wrong[0]?.says).toMatch(/(39\d|40\d) s ahead of/);
    expect((await look(from, { now: () => Date.now() - 400_000 })).wrong[0]?.says).toContain('behind');
  });

  it('hints at a signing secret of another form, without calling it wrong', async () => {
    const { wrong, says } = await look(await api(), { events: { mode: 'http', signingSecret: 'mine' } });
    expect(wrong).toEqual([]);
    expect(says('Slack events')).toContain('Basic Information');
  });

  it('tries the socket', async () => {
    const from = await api();
    from.interfere(({ method, token }) =>
      method === 'apps.connections.open' && token === 'xapp-1'
        ? { body: { ok: false, error: 'not_allowed_token_type' } }
        : undefined,
    );
    expect((await look(from, { events: socket })).wrong[0]?.says).toMatch(
      /not_allowed_token_type.*Socket Mode/,
    );
  });

  it('needs no token where workspaces install the app', async () => {
    const from = await api();
    from.interfere(({ method }) => (method === 'api.test' ? { body: { ok: true } } : undefined));
    const { wrong, says } = await look(from, { botToken: null });
    expect(wrong).toEqual([]);
    expect(says('Slack')).toContain('/slack/install');
  });

  it('says what may be wrong when Slack cannot be reached, or is no Slack', async () => {
    const from = await api();
    from.interfere(() => ({ status: 502, body: {} }));
    expect((await look(from)).wrong[0]?.says).toMatch(/HTTP 502.*SLACK_API_URL/);
    const { wrong } = await look(from, { apiUrl: 'http://127.0.0.1:9/api/' });
    expect(wrong[0]?.says).toMatch(/ECONNREFUSED/);
  });
});

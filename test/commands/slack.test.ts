import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/commands/slack.ts';
import { captureOutput } from './captured-output.ts';

afterEach(() => void vi.restoreAllMocks());

async function manifest(...words: string[]) {
  const output = captureOutput();
  const code = await run(['manifest', ...words]);
  return { code, ...JSON.parse(output.stdout) };
}

describe('askfix slack manifest', () => {
  it('asks for a socket and for no address in socket mode', async () => {
    const made = await manifest('--mode', 'socket');
    expect(made).toMatchObject({ code: 0, settings: { socket_mode_enabled: true } });
    expect(JSON.stringify(made)).not.toContain('"url"');
  });

  it('names the one address for events, interactions and commands in HTTP mode', async () => {
    const made = await manifest('--mode', 'http', '--url', 'https://help.example.org/');
    const address = 'https://help.example.org/slack/events';
    expect(made).toMatchObject({
      features: { slash_commands: [{ command: '/fix', url: address }] },
      settings: {
        socket_mode_enabled: false,
        event_subscriptions: { request_url: address },
        interactivity: { is_enabled: true, request_url: address },
      },
    });
  });

  it('names where installations come back to, wherever an address is known', async () => {
    const back = ['https://help.example.org/slack/oauth_redirect'];
    for (const mode of ['http', 'socket']) {
      const { oauth_config } = await manifest('--mode', mode, '--url', 'https://help.example.org');
      expect(oauth_config.redirect_urls).toEqual(back);
    }
    expect((await manifest('--mode', 'socket')).oauth_config).not.toHaveProperty('redirect_urls');
  });

  it('has the message shortcut, the agent view and the events, each with the scope it needs', async () => {
    const { features, oauth_config, settings } = await manifest('--mode', 'socket');
    expect(features.shortcuts).toMatchObject([{ type: 'message', callback_id: 'diagnose_message' }]);
    expect(features.agent_view.suggested_prompts.length).toBeGreaterThan(0);
    const events: string[] = settings.event_subscriptions.bot_events;
    const scopes: string[] = oauth_config.scopes.bot;
    expect(events).toEqual(expect.arrayContaining(['app_mention', 'message.im', 'app_home_opened']));
    const needed = {
      app_mention: 'app_mentions:read',
      'message.im': 'im:history',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
    };
    for (const [event, scope] of Object.entries(needed)) {
      expect(events).toContain(event);
      expect(scopes).toContain(scope);
    }
    expect(scopes).toEqual(expect.arrayContaining(['chat:write', 'commands', 'assistant:write']));
    expect(scopes.filter((scope) => /admin|email|files|reactions|:read\.|mpim/.test(scope))).toEqual([]);
  });

  it.each([
    [[]],
    [['manifest']],
    [['manifest', '--mode', 'carrier-pigeon']],
    [['manifest', '--mode', 'http', '--url', 'http://plain.example.org']],
    [['manifest', '--colour', 'red']],
    [['install', '--mode', 'http']],
  ])('says what is wrong with %j', async (words) => {
    const output = captureOutput();
    expect(await run(words)).toBe(2);
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('askfix slack manifest --mode');
  });
});

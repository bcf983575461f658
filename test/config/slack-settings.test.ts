import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from '../../src/config.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
const http = { SLACK_SIGNING_SECRET: 'signing-secret' };
const socket = { SLACK_APP_TOKEN: 'xapp-1' };

function mistakes(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblem) return error.mistakes;
    throw error;
  }
}

describe('the settings of Slack', () => {
  it('say by themselves how events arrive', () => {
    expect(readConfig({}).slack).toBeNull();
    expect(readConfig({ ...bot, ...http }).slack?.events.mode).toBe('http');
    expect(readConfig({ ...bot, ...socket }).slack?.events.mode).toBe('socket');
    expect(readConfig({ ...bot, ...socket, ...http }).slack?.events.mode).toBe('socket');
  });

  const oauth = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_STATE_SECRET: 'state-secret',
  };

  it('need no bot token for several workspaces, and nothing else for one', () => {
    expect(readConfig({ ...oauth, ...http }).slack).toMatchObject({
      botToken: null,
      oauth: { clientId: '1.2' },
    });
    expect(readConfig({ ...bot, ...oauth, ...socket }).slack?.botToken?.reveal()).toBe('xoxb-1');
    expect(readConfig({ ...bot, ...http }).slack?.oauth).toBeNull();
  });

  it('say which of the three for several workspaces are missing', () => {
    const [mistake] = mistakes({ ...bot, ...http, SLACK_CLIENT_ID: '1.2' });
    expect(mistake).toMatch(/^SLACK_CLIENT_SECRET and SLACK_STATE_SECRET/);
    expect(mistakes(oauth)[0]).toContain('SLACK_SIGNING_SECRET');
  });

  it('are secrets of the log', () => {
    const { secrets } = readConfig({ ...bot, ...socket, ...http });
    expect(secrets.map((secret) => secret.reveal())).toEqual(
      expect.arrayContaining(['xoxb-1', 'xapp-1', 'signing-secret']),
    );
  });

  it.each([
    [bot, 'SLACK_SIGNING_SECRET'],
    [http, 'SLACK_BOT_TOKEN'],
    [socket, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xapp-1', ...http }, 'xoxb-'],
    [{ ...bot, SLACK_APP_TOKEN: 'xoxb-1' }, 'xapp-'],
    [{ ...bot, SLACK_SIGNING_SECRET: 'xapp-1' }, 'SLACK_SIGNING_SECRET'],
    [{ ...bot, ...http, SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
  ])('say what is missing or mixed up in %j', (environment, word) => {
    const found = mistakes(environment);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(word);
  });

  it('end the API address with a slash', () => {
    const url = (SLACK_API_URL: string) => readConfig({ ...bot, ...http, SLACK_API_URL }).slack?.apiUrl;
    expect(url('http://127.0.0.1:4003/api')).toBe('http://127.0.0.1:4003/api/');
    expect(url('http://127.0.0.1:4003/api/')).toBe('http://127.0.0.1:4003/api/');
  });
});

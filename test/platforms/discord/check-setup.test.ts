import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { wantedCommands } from '../../../src/platforms/discord/application-commands.ts';
import { checkSetup, type SetupOptions } from '../../../src/platforms/discord/check-setup.ts';

const content = 1 << 19;
let server: Server;

interface Told {
  readonly flags?: number;
  readonly commands?: readonly object[];
  readonly status?: number;
  readonly servers?: readonly object[] | null;
}

/** A Discord that knows one application and the channel 21, and how to look at it. */
async function discordWith({ flags = 0, commands = [], status = 200, servers = [{}] }: Told = {}) {
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    const known = new Map<string, unknown>([
      ['/api/v10/applications/@me', { id: '7', name: 'Helper', flags }],
      ['/api/v10/applications/7/commands', commands],
      ['/api/v10/users/@me/guilds', servers],
      ['/api/v10/channels/21', { id: '21', name: 'tickets' }],
      ['/api/v10/gateway', {}],
    ]);
    const body = known.get(path) ?? null;
    const code = body === null ? 404 : status;
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(JSON.stringify(code === 200 ? body : { code: 0, message: 'no' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return { token: 'token', url, messageContent: false, channels: [], now: Date.now };
}

/** Whether all is fine, and each finding by its name. */
async function looked(options: SetupOptions) {
  const findings = await checkSetup(options);
  const says = Object.fromEntries(findings.map(({ name, says: sentence }) => [name, sentence]));
  return { wrong: findings.filter(({ ok }) => !ok).map(({ name }) => name), says };
}

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('the set-up at Discord', () => {
  it('is fine with the token, the intent and the commands', async () => {
    const options = await discordWith({ flags: content, commands: wantedCommands(true) });
    const { wrong, says } = await looked({ ...options, messageContent: true, channels: ['21'] });
    expect(wrong).toEqual([]);
    expect(says).toMatchObject({
      Discord: 'Helper answers, and DISCORD_TOKEN is its token',
      intents: 'the Message Content Intent is on',
      commands: 'registered everywhere and up to date',
      channel: 'tickets (21) can be seen',
      clock: 'agrees with Discord’s',
    });
  });

  it('is fine without commands, and says how to register them', async () => {
    const { wrong, says } = await looked(await discordWith());
    expect(wrong).toEqual([]);
    expect(says.commands).toContain('npx askfix discord register');
  });

  it('says where the bot is invited, with its permissions and no others', async () => {
    const alone = await looked(await discordWith({ servers: [] }));
    expect(alone.says.servers).toContain(
      'client_id=7&scope=bot+applications.commands&permissions=309237713984',
    );
    server.close();
    const unlisted = await looked(await discordWith({ servers: null }));
    expect(unlisted.wrong).toEqual([]);
    expect(unlisted.says.servers).toContain('client_id=7');
  });

  it('is wrong where the intent is wanted and off, and tells where it is on and unused', async () => {
    const off = await looked({ ...(await discordWith()), messageContent: true });
    expect(off.wrong).toEqual(['intents']);
    expect(off.says.intents).toContain('Privileged Gateway Intents');
    server.close();
    const unused = await looked(await discordWith({ flags: content }));
    expect(unused.says.intents).toContain('DISCORD_MESSAGE_CONTENT=true');
  });

  it('is wrong where a channel of the settings cannot be seen', async () => {
    const { wrong, says } = await looked({ ...(await discordWith()), channels: ['22'] });
    expect(wrong).toEqual(['channel']);
    expect(says.channel).toContain('View Channel');
  });

  it('is wrong with a clock that is far off', async () => {
    const { wrong, says } = await looked({ ...(await discordWith()), now: () => Date.now() + 600_000 });
    expect(wrong).toEqual(['clock']);
    expect(says.clock).toMatch(/\d+ s fast/);
  });

  it('is wrong with a token that is not taken', async () => {
    const { wrong, says } = await looked(await discordWith({ status: 401 }));
    expect(wrong).toEqual(['Discord']);
    expect(says.Discord).toContain('DISCORD_TOKEN');
  });

  it('is wrong where nobody answers', async () => {
    const options = await discordWith();
    await new Promise((resolve) => server.close(resolve));
    const { wrong, says } = await looked(options);
    expect(wrong).toEqual(['Discord']);
    expect(says.Discord).toContain(options.url);
  });
});

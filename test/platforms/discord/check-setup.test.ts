import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { wantedCommands } from '../../../src/platforms/discord/application-commands.ts';
import { checkSetup } from '../../../src/platforms/discord/check-setup.ts';

const content = 1 << 19;
let server: Server;

/** A Discord that knows one application, and its address. */
async function discordWith({ flags = 0, commands = [] as readonly object[], status = 200 } = {}) {
  server = createServer((request, response) => {
    const isCommands = (request.url ?? '').includes('/commands');
    const body =
      status === 200
        ? isCommands
          ? commands
          : { id: '7', name: 'Helper', flags }
        : { code: 0, message: 'no' };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { token: 'token', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` };
}

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('the set-up at Discord', () => {
  it('is fine with the token, the intent and the commands', async () => {
    const options = await discordWith({ flags: content, commands: wantedCommands(true) });
    expect(await checkSetup(options, true)).toEqual({ ok: true, says: 'Helper, token and intents fit' });
  });

  it('is fine without commands, and says how to register them', async () => {
    const { ok, says } = await checkSetup(await discordWith(), false);
    expect(ok).toBe(true);
    expect(says).toContain('npx askfix discord register');
  });

  it('is wrong where the intent is wanted and off', async () => {
    const { ok, says } = await checkSetup(await discordWith(), true);
    expect(ok).toBe(false);
    expect(says).toContain('Message Content Intent');
  });

  it('is wrong with a token that is not taken', async () => {
    const { ok, says } = await checkSetup(await discordWith({ status: 401 }), false);
    expect(ok).toBe(false);
    expect(says).toContain('DISCORD_TOKEN');
  });

  it('is wrong where nobody answers', async () => {
    const { token, url } = await discordWith();
    await new Promise((resolve) => server.close(resolve));
    const { ok, says } = await checkSetup({ token, url }, false);
    expect(ok).toBe(false);
    expect(says).toContain(url);
  });
});

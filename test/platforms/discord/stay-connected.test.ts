import { describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { Gateway } from '../../../src/platforms/discord/gateway.ts';
import { stayConnected } from '../../../src/platforms/discord/stay-connected.ts';

/** Gateways that fail with these errors, one after the other, and then connect. */
function gateways(errors: readonly string[]) {
  const opened: Gateway[] = [];
  const lines: string[] = [];
  const log = createLog({ logLevel: 'debug', secrets: [] }, { write: (line) => void lines.push(line) });
  const open = (): Gateway => {
    const error = errors[opened.length];
    const gateway: Gateway = {
      connect: () => (error === undefined ? Promise.resolve() : Promise.reject(new Error(error))),
      roleIn: () => undefined,
      kindOf: () => undefined,
      close: vi.fn(async () => {}),
    };
    opened.push(gateway);
    return gateway;
  };
  return { open, opened, log, lines };
}

describe('staying connected', () => {
  it('settles with the first session', async () => {
    const { open, opened, log } = gateways([]);
    await stayConnected({ open, log, signal: new AbortController().signal });
    expect(opened).toHaveLength(1);
  });

  it.each([
    ['An invalid token was provided.', 'DISCORD_TOKEN'],
    ['Used disallowed intents', 'Message Content Intent'],
  ])('says what to do about "%s" and does not try again', async (reason, advice) => {
    const { open, opened, log, lines } = gateways([reason, reason]);
    await stayConnected({ open, log, signal: new AbortController().signal });
    expect(opened).toHaveLength(1);
    expect(opened[0]?.close).toHaveBeenCalledOnce();
    expect(lines.join('')).toContain(advice);
  });

  it('tries again while Discord cannot be reached', async () => {
    const { open, opened, log, lines } = gateways(['connect ECONNREFUSED 127.0.0.1:1']);
    await stayConnected({ open, log, signal: new AbortController().signal });
    expect(opened).toHaveLength(2);
    expect(lines.join('')).toContain('cannot be reached');
  });

  it('ends when the platform is stopped', async () => {
    const leaving = new AbortController();
    const { open, opened, log } = gateways(['ECONNREFUSED', 'ECONNREFUSED']);
    const trying = stayConnected({ open, log, signal: leaving.signal });
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    leaving.abort();
    await trying;
    expect(opened).toHaveLength(1);
  });
});

import { type APIMessage, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createReadBack } from '../../../src/platforms/discord/read-back.ts';

const now = Date.parse('2026-11-20T09:00:00Z');
const hour = 3_600_000;

/** A channel with a message every hour, the newest `count` hours old 0; ids are 1000 minus the hours. */
const hourly = (count: number): APIMessage[] =>
  Array.from({ length: count }, (_, hours) => ({
    id: `${1_000 - hours}`,
    timestamp: new Date(now - hours * hour).toISOString(),
  })) as unknown as APIMessage[];

/** Reads a channel by pages of five; `failures` are thrown first, one for each try. */
async function read(messages: readonly APIMessage[], since: string | undefined, failures: unknown[] = []) {
  const pauses: number[] = [];
  let requests = 0;
  const readBack = createReadBack({
    api: {
      recent: async (_channel, before) => {
        requests += 1;
        const failure = failures.shift();
        if (failure) throw failure;
        const older =
          before === undefined ? messages : messages.filter(({ id }) => Number(id) < Number(before));
        return older.slice(0, 5);
      },
    },
    now: () => now,
    pause: async (ms) => void pauses.push(ms),
  });
  const found = await readBack('1', since);
  return { ids: found.map(({ id }) => Number(id)), requests, pauses };
}

const refused = new DiscordAPIError({ code: 50_001, message: 'no' }, 50_001, 403, 'GET', '', {
  files: undefined,
  body: undefined,
});
const outage = new HTTPError(503, 'Service Unavailable', 'GET', '', { files: undefined, body: undefined });
const busy = new RateLimitError({
  global: false,
  hash: '',
  limit: 5,
  majorParameter: '',
  method: 'GET',
  retryAfter: 4_000,
  route: '',
  scope: 'user',
  sublimitTimeout: 0,
  timeToReset: 3_000,
  url: '',
});

describe('reading back', () => {
  it('takes the newest page where nobody knows what was heard last', async () => {
    expect(await read(hourly(12), undefined)).toMatchObject({
      ids: [1_000, 999, 998, 997, 996],
      requests: 1,
    });
  });

  it('goes back, page by page, to what was heard last', async () => {
    const { ids, requests } = await read(hourly(20), '992');
    expect(requests).toBe(2);
    expect(ids.at(-1)).toBe(991);
  });

  it('goes back a day and no further', async () => {
    const { ids } = await read(hourly(60), '1');
    expect(ids).toHaveLength(25);
  });

  it('ends where the channel does', async () => {
    expect(await read(hourly(7), '1')).toMatchObject({ requests: 3 });
    expect(await read([], '1')).toMatchObject({ ids: [], requests: 1 });
  });

  it('waits as long as Discord asks, and tries an outage again', async () => {
    const { ids, pauses } = await read(hourly(3), undefined, [busy, outage]);
    expect(ids).toHaveLength(3);
    expect(pauses).toEqual([4_000, 2_000]);
  });

  it('gives up what Discord refuses, and an outage that does not end', async () => {
    await expect(read(hourly(3), undefined, [refused])).rejects.toBe(refused);
    await expect(read(hourly(3), undefined, Array(9).fill(outage))).rejects.toBe(outage);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../src/message.ts';
import { settled } from './fake-clock.ts';
import { createRig, type RigOptions } from './rig.ts';
import { incoming } from './samples.ts';
import { failure, idOf, type ScriptedOptions, scriptedPlatform } from './scripted-platform.ts';

const said = (eventKey: string, given = {}) => incoming({ eventKey, ...given });

/** A started delivery whose platform follows a script, and the messages `keys` received in one conversation. */
async function sending(scripted: ScriptedOptions, keys: readonly string[], options: RigOptions = {}) {
  const platform = scriptedPlatform(scripted);
  const rig = createRig({ platforms: [platform], ...options });
  await rig.delivery.start();
  for (const key of keys) await rig.host.receive(said(key));
  for (const _ of keys) await settled();
  return { ...rig, platform };
}

/** Fails the first `times` tries of every call. */
const failing =
  (times: number, error: () => unknown): NonNullable<ScriptedOptions['script']> =>
  (_call, tries) => {
    if (tries <= times) throw error();
    return {};
  };

describe('a call that fails', () => {
  it('is sent again after a while, and those behind it wait', async () => {
    const { platform, clock } = await sending({ script: failing(1, () => failure(true)) }, ['a', 'b']);
    expect(platform.tried).toEqual(['re:a']);
    await clock.pass(1_000);
    expect(platform.arrived).toEqual(['re:a']);
    await clock.pass(1_000);
    expect(platform.arrived).toEqual(['re:a', 're:b']);
  });

  it('waits as long as the platform asks, to the millisecond, also over a restart', async () => {
    const script = failing(1, () => failure(true, 90_000));
    const first = await sending({ script }, ['a']);
    await first.clock.pass(40_000);
    await first.delivery.stop();
    const platform = scriptedPlatform();
    const second = createRig({ platforms: [platform], tables: first.tables, clock: first.clock });
    await second.delivery.start();
    await second.clock.pass(49_999);
    expect(platform.tried).toEqual([]);
    await second.clock.pass(1);
    expect(platform.arrived).toEqual(['re:a']);
  });

  it('is not given up for coming back as often as it is told to', async () => {
    const { platform, clock } = await sending({ script: failing(20, () => failure(true, 1_000)) }, ['a'], {
      limits: { maximumSends: 4 },
    });
    for (let second = 0; second < 20; second += 1) await clock.pass(1_000);
    expect(platform.arrived).toEqual(['re:a']);
  });

  it('waits longer each time, and is given up after the last, with the reason kept', async () => {
    const { platform, clock, store } = await sending(
      { script: failing(99, () => failure(true)) },
      ['a', 'b'],
      { limits: { maximumSends: 4 } },
    );
    const times: number[] = [];
    for (let second = 0; second < 60; second += 1) {
      const before = platform.tried.filter((id) => id === 're:a').length;
      await clock.pass(250);
      if (platform.tried.filter((id) => id === 're:a').length > before) times.push((second + 1) * 250);
    }
    // With a random of one half every pause is three quarters of the whole: 750, 1500, 3000.
    expect(times).toEqual([750, 2_250, 5_250]);
    expect(platform.arrived).toEqual([]);
    await clock.pass(60_000);
    const letters = await store.deadLetters(10);
    expect(letters.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual(
      Array(2).fill('call: Tried 4 times, last: busy'),
    );
    expect(await store.depth()).toEqual({ inbox: 0, outbox: 0, dead: 2 });
  });

  it('counts its tries over restarts', async () => {
    const script = failing(99, () => failure(true));
    let { tables, clock, delivery, store } = await sending({ script }, ['a'], {
      limits: { maximumSends: 3 },
    });
    for (let life = 0; life < 3; life += 1) {
      await delivery.stop();
      const next = createRig({
        platforms: [scriptedPlatform({ script })],
        tables,
        clock,
        limits: { maximumSends: 3 },
      });
      ({ tables, clock, delivery, store } = next);
      await delivery.start();
      await clock.pass(1_600);
    }
    expect(await store.depth()).toEqual({ inbox: 0, outbox: 0, dead: 1 });
  });

  it('is given up at once when the platform says so, and the next goes on', async () => {
    const script = (call: Parameters<typeof idOf>[0]) => {
      if (idOf(call) === 're:a') throw failure(false);
      return {};
    };
    const { platform, store } = await sending({ script }, ['a', 'b']);
    expect(platform.tried).toEqual(['re:a', 're:b']);
    expect(platform.arrived).toEqual(['re:b']);
    expect(await store.deadLetters(10)).toMatchObject([{ kind: 'call', reason: 'no such channel' }]);
  });

  it('is not sent after its address expired', async () => {
    const platform = scriptedPlatform({ script: failing(1, () => failure(true, 5_000)) });
    const { clock, host, store, delivery } = createRig({ platforms: [platform] });
    await delivery.start();
    await host.receive(said('a', { address: { to: 'room', expiresAt: clock.now() + 5_000 } }));
    await host.receive(said('b'));
    await settled();
    await clock.pass(5_000);
    expect(platform.tried).toEqual(['re:a', 're:b']);
    expect(await store.deadLetters(10)).toMatchObject([{ reason: 'It expired before it could be sent.' }]);
  });

  it('counts as failed when the platform says nothing for too long', async () => {
    const script: ScriptedOptions['script'] = (_call, tries) => (tries === 1 ? new Promise(() => {}) : {});
    const { platform, clock } = await sending({ script }, ['a'], { limits: { sendTimeoutMs: 3_000 } });
    await clock.pass(3_000 + 750);
    expect(platform.arrived).toEqual(['re:a']);
  });

  it('is never sent twice at once, and no more calls than allowed are under way', async () => {
    let under = 0;
    let most = 0;
    const script = async () => {
      under += 1;
      most = Math.max(most, under);
      await settled();
      under -= 1;
      return {};
    };
    const platform = scriptedPlatform({ script });
    const { host, delivery } = createRig({ platforms: [platform], limits: { sendsAtOnce: 3 } });
    await delivery.start();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        host.receive(said(`${index}`, { conversation: `fake:${index}` })),
      ),
    );
    for (let turn = 0; turn < 20; turn += 1) await settled();
    expect(platform.arrived).toHaveLength(10);
    expect(most).toBe(3);
  });
});

describe('a call of which nobody knows whether it arrived', () => {
  const lost = () => new Error('socket hang up');

  it('is asked for before it is sent again, where the platform can be asked', async () => {
    const reconcile = vi.fn<NonNullable<Platform['reconcile']>>(async () => 'sent');
    const { platform, clock, store } = await sending({ script: failing(1, lost), reconcile }, ['a', 'b']);
    await clock.pass(1_000);
    expect(platform.tried).toEqual(['re:a', 're:b', 're:b'].slice(0, platform.tried.length));
    expect(platform.tried.filter((id) => id === 're:a')).toHaveLength(1);
    await clock.pass(1_000);
    expect(await store.depth()).toEqual({ inbox: 0, outbox: 0, dead: 0 });
  });

  it('is sent again when the platform has not got it', async () => {
    const reconcile = async () => 'missing' as const;
    const { platform, clock } = await sending({ script: failing(1, lost), reconcile }, ['a']);
    await clock.pass(1_000);
    expect(platform.arrived).toEqual(['re:a']);
  });

  it('is left alone when the platform cannot tell', async () => {
    const reconcile = async () => 'unknown' as const;
    const { platform, clock, store } = await sending({ script: failing(1, lost), reconcile }, ['a']);
    await clock.pass(600_000);
    expect(platform.tried).toEqual(['re:a']);
    expect(await store.deadLetters(10)).toMatchObject([
      { reason: 'The platform cannot tell whether it arrived.' },
    ]);
  });

  it('is asked for again when the question fails, and then given up as unknown', async () => {
    const reconcile = vi.fn<NonNullable<Platform['reconcile']>>(() =>
      Promise.reject(new Error('no network')),
    );
    const limits = { maximumSends: 3 };
    const { platform, clock, store } = await sending({ script: failing(1, lost), reconcile }, ['a'], {
      limits,
    });
    await clock.pass(600_000);
    expect(platform.tried).toEqual(['re:a']);
    expect(reconcile).toHaveBeenCalledTimes(2);
    expect(await store.deadLetters(10)).toMatchObject([{ reason: 'Tried 3 times, last: no network' }]);
  });

  it('is asked for by the next process when this one stops before it could', async () => {
    const first = await sending({ script: failing(1, lost), reconcile: async () => 'sent' }, ['a']);
    await first.delivery.stop();
    const platform = scriptedPlatform({ reconcile: async () => 'sent' });
    const second = createRig({ platforms: [platform], tables: first.tables, clock: first.clock });
    await second.delivery.start();
    await second.clock.pass(1_000);
    expect(platform.tried).toEqual([]);
    expect(await second.store.depth()).toEqual({ inbox: 0, outbox: 0, dead: 0 });
  });

  it('is sent again where the platform cannot be asked: silence would be worse', async () => {
    const { platform, clock } = await sending({ script: failing(1, lost) }, ['a']);
    await clock.pass(1_000);
    expect(platform.arrived).toEqual(['re:a']);
  });
});

describe('a call that was being sent when the process died', () => {
  /** What the second process does; `arrived` says whether the reader has the first reply already. */
  async function afterDeath(scripted: ScriptedOptions, arrived: boolean) {
    const reader: string[] = [];
    const never = new Promise<never>(() => {});
    const first = await sending({ ...scripted, script: () => never }, ['a', 'b']);
    if (arrived) reader.push('re:a');
    const platform = scriptedPlatform({ ...scripted, arrived: reader });
    const second = createRig({ platforms: [platform], tables: first.tables, clock: first.clock });
    await second.delivery.start();
    await settled();
    await second.clock.pass(1_000);
    return {
      reader,
      platform,
      letters: await second.store.deadLetters(10),
      depth: await second.store.depth(),
    };
  }

  it('is sent again on a platform where that does no harm', async () => {
    const { reader } = await afterDeath({ repeat: 'harmless' }, false);
    expect(reader).toEqual(['re:a', 're:b']);
  });

  it.each([
    [true, 'sent', ['re:b']],
    [false, 'missing', ['re:a', 're:b']],
  ] as const)('is settled by asking the platform (it arrived: %s)', async (arrived, found, tried) => {
    const { reader, platform, letters } = await afterDeath({ reconcile: async () => found }, arrived);
    expect(reader).toEqual(['re:a', 're:b']);
    expect(platform.tried).toEqual(tried);
    expect(letters).toEqual([]);
  });

  it.each([
    ['cannot tell', async () => 'unknown' as const],
    ['cannot be asked', undefined],
  ])('is never sent again where the platform %s, and what follows goes on', async (_, reconcile) => {
    const { platform, letters, depth } = await afterDeath(reconcile ? { reconcile } : {}, false);
    expect(platform.tried).toEqual(['re:b']);
    expect(letters).toMatchObject([{ kind: 'call', conversation: 'fake:room' }]);
    expect(depth).toEqual({ inbox: 0, outbox: 0, dead: 1 });
  });
});

describe('marks', () => {
  it('a visible call is marked before it leaves, a harmless one is not', async () => {
    for (const [repeat, expected] of [
      ['visible', 'sending'],
      ['harmless', 'pending'],
    ] as const) {
      const seen: unknown[] = [];
      const platform = scriptedPlatform({
        repeat,
        script: () => {
          seen.push(rig.tables.outbox[0]?.status);
          return {};
        },
      });
      const rig = createRig({ platforms: [platform] });
      await rig.delivery.start();
      await rig.host.receive(said('a'));
      await settled();
      expect(seen).toEqual([expected]);
      expect(rig.tables.outbox[0]).toMatchObject({ status: 'sent' });
    }
  });

  it('a sent call stays sent when the disk was full just then', async () => {
    let full = false;
    const script = () => {
      full = true;
      return { messageId: 'm1' };
    };
    const { platform, clock, tables } = await sending({ script }, ['a'], {
      fate: () => (full ? 'refused' : 'good'),
    });
    await clock.pass(20_000);
    full = false;
    await clock.pass(20_000);
    expect(platform.tried).toEqual(['re:a']);
    expect(tables.outbox[0]).toMatchObject({ status: 'sent', receipt: { messageId: 'm1' } });
  });
});

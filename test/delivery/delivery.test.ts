import { describe, expect, it } from 'vitest';
import type { DeliveryOptions } from '../../src/delivery/delivery.ts';
import { settled } from './fake-clock.ts';
import { createRig, echo, idsOf, type RigOptions, textsOf } from './rig.ts';
import { incoming, reply } from './samples.ts';
import { type ScriptedPlatform, scriptedPlatform } from './scripted-platform.ts';

async function startedRig(options: RigOptions = {}) {
  const rig = createRig(options);
  await rig.delivery.start();
  return rig;
}

/** A second life on the same disk. */
async function restarted(before: ReturnType<typeof createRig>, options: RigOptions = {}) {
  return startedRig({ tables: before.tables, clock: before.clock, ...options });
}

const said = (eventKey: string, given = {}) => incoming({ eventKey, text: eventKey, ...given });

describe('receiving', () => {
  it('answers a message once, and knows it when it comes again', async () => {
    const platform = scriptedPlatform();
    const { host } = await startedRig({ platforms: [platform] });
    expect(await host.receive(said('a'))).toEqual({ status: 'accepted' });
    expect(await host.receive(said('a'))).toEqual({ status: 'duplicate' });
    await settled();
    expect(await host.receive(said('a'))).toEqual({ status: 'duplicate' });
    await settled();
    expect(platform.arrived).toEqual(['re:a']);
  });

  it('hides private things before anything is kept, and nothing but text', async () => {
    const seen: unknown[] = [];
    const advance: DeliveryOptions['advance'] = (state, message, world) => {
      seen.push(message);
      return echo(state, message, world);
    };
    const { host, tables } = await startedRig({ advance });
    const address = { to: 'bo@x.example' };
    await host.receive(said('a', { text: 'I am bo@x.example, code 0x80070057', address }));
    await settled();
    expect(seen).toEqual([said('a', { text: 'I am [email 1], code 0x80070057', address })]);
    expect(JSON.stringify([...tables.conversations.values()])).not.toContain('bo@x.example');
  });

  it('refuses with a sentence when too much waits, for that platform only', async () => {
    const stuck = scriptedPlatform({ name: 'stuck', script: () => new Promise(() => {}) });
    const free = scriptedPlatform({ name: 'free' });
    const { hosts } = await startedRig({ platforms: [stuck, free], limits: { backlog: 2 } });
    const send = (host: number, eventKey: string) =>
      hosts[host]?.receive(
        said(eventKey, { platform: ['stuck', 'free'][host], conversation: `c:${eventKey}` }),
      );
    expect(await Promise.all([send(0, 'a'), send(0, 'b'), send(0, 'c')])).toEqual([
      { status: 'accepted' },
      { status: 'accepted' },
      { status: 'refused', sentence: 'refused: full' },
    ]);
    await settled();
    expect(await send(0, 'd')).toMatchObject({ status: 'refused' });
    expect(await send(1, 'e')).toEqual({ status: 'accepted' });
  });

  it('takes messages again when those before are answered and sent', async () => {
    const { host } = await startedRig({ limits: { backlog: 1 } });
    for (const eventKey of ['a', 'b', 'c']) {
      expect(await host.receive(said(eventKey))).toEqual({ status: 'accepted' });
      await settled();
    }
  });

  it('refuses while the database takes nothing, stays up, and goes on afterwards', async () => {
    let full = true;
    const { host } = await startedRig({ fate: () => (full ? 'refused' : 'good') });
    expect(await host.receive(said('a'))).toEqual({ status: 'refused', sentence: 'refused: unavailable' });
    full = false;
    expect(await host.receive(said('a'))).toEqual({ status: 'accepted' });
  });

  it('waits for what is left over before it takes anything new', async () => {
    const { delivery, host } = createRig();
    let accepted = false;
    const receiving = host.receive(said('a')).then(() => {
      accepted = true;
    });
    await settled();
    expect(accepted).toBe(false);
    await delivery.start();
    await receiving;
  });
});

describe('answering', () => {
  it('keeps the order within a conversation, whatever comes at once', async () => {
    const platform = scriptedPlatform();
    const { host, store } = await startedRig({ platforms: [platform] });
    const keys = Array.from({ length: 20 }, (_, index) => `k${index}`);
    await Promise.all(keys.map((key) => host.receive(said(key))));
    for (const _ of keys) await settled();
    expect(platform.arrived).toEqual(keys.map((key) => `re:${key}`));
    expect(textsOf((await store.conversation('fake:room'))?.state ?? null)).toEqual(keys);
  });

  it('lets one conversation go on while another waits for its platform', async () => {
    const platform = scriptedPlatform({
      script: ({ body }) => (JSON.stringify(body).includes('re:slow') ? new Promise(() => {}) : {}),
    });
    const { host } = await startedRig({ platforms: [platform] });
    await host.receive(said('slow', { conversation: 'fake:1' }));
    await host.receive(said('quick', { conversation: 'fake:2' }));
    await settled();
    expect(platform.arrived).toEqual(['re:quick']);
  });

  it('shares transactions: a hundred messages of one turn cost as many as one', async () => {
    const transactionsFor = async (messages: number) => {
      const platform = scriptedPlatform({ repeat: 'harmless' });
      const { host, store } = await startedRig({ platforms: [platform] });
      const all = Array.from({ length: messages }, (_, index) =>
        said(`${index}`, { conversation: `fake:${index}` }),
      );
      await Promise.all(all.map(host.receive));
      await settled();
      expect(platform.arrived).toHaveLength(messages);
      return store.counters.transactions;
    };
    // Received, completed, marked as sent.
    expect(await transactionsFor(1)).toBe(3);
    expect(await transactionsFor(100)).toBe(3);
  });

  it('may stay silent', async () => {
    const platform = scriptedPlatform();
    const silent: DeliveryOptions['advance'] = (state, message, world) => {
      const { reply: _, ...rest } = echo(state, message, world);
      return rest;
    };
    const { host } = await startedRig({ platforms: [platform], advance: silent });
    await host.receive(said('a'));
    expect(await host.answered('fake:room', 'a', 1_000)).toEqual([]);
    expect(platform.tried).toEqual([]);
  });

  it('gives every message the same seed at every try', async () => {
    const seeds: string[] = [];
    const advance: DeliveryOptions['advance'] = (state, message, world) => {
      seeds.push(world.seed);
      return echo(state, message, world);
    };
    const first = await startedRig({ advance, fate: (commit) => (commit === 2 ? 'lost' : 'good') });
    await first.host.receive(said('a'));
    await settled();
    await restarted(first, { advance });
    await settled();
    expect(seeds).toEqual(['fake:a', 'fake:a']);
  });

  it('computes anew when somebody else wrote the conversation meanwhile', async () => {
    const other = createRig();
    const { host, tables, store } = await startedRig({ tables: other.tables });
    let disturbed = false;
    const complete = store.complete;
    Object.assign(store, {
      complete: (step: Parameters<typeof complete>[0]) => {
        if (!disturbed)
          tables.conversations.set('fake:room', {
            version: 5,
            state: echo(null, said('elsewhere'), undefined as never).state,
          });
        disturbed = true;
        return complete(step);
      },
    });
    await host.receive(said('a'));
    await settled();
    expect(textsOf(tables.conversations.get('fake:room')?.state ?? null)).toEqual(['elsewhere', 'a']);
  });

  it('waits with an accepted message while the disk is full', async () => {
    let full = false;
    const platform = scriptedPlatform({ repeat: 'harmless' });
    const { host, clock } = await startedRig({
      platforms: [platform],
      fate: () => (full ? 'refused' : 'good'),
    });
    await host.receive(said('a'));
    full = true;
    await settled();
    await clock.pass(60_000);
    expect(platform.arrived).toEqual([]);
    full = false;
    await clock.pass(10_000);
    expect(platform.arrived).toEqual(['re:a']);
  });
});

describe('a message that cannot be processed', () => {
  const poison: DeliveryOptions['advance'] = (state, message, world) => {
    if (message.text === 'poison') throw new TypeError('no such thing');
    return echo(state, message, world);
  };

  it('is apologised for once, kept for the operator, and the conversation goes on', async () => {
    const platform = scriptedPlatform();
    const { host, store } = await startedRig({ platforms: [platform], advance: poison });
    for (const eventKey of ['a', 'poison', 'b']) await host.receive(said(eventKey));
    await settled();
    await settled();
    expect(platform.arrived).toEqual(['re:a', 'sorry:poison', 're:b']);
    expect(await store.deadLetters(10)).toMatchObject([{ kind: 'message', reason: 'no such thing' }]);
    expect(textsOf((await store.conversation('fake:room'))?.state ?? null)).toEqual(['a', 'b']);
    expect(idsOf(await host.answered('fake:room', 'poison', 0))).toEqual(['sorry:poison']);
  });

  it.each([
    ['the talk', 'zh', 'a', {}],
    ['the client', 'zh', 'poison', { language: 'zh' }],
    ['the letters', 'zh', 'poison', { text: '发不出去' }],
    ['nothing better', 'en', 'poison', {}],
  ] as const)('is apologised for in the language of %s', async (_, language, first, given) => {
    const advance: DeliveryOptions['advance'] = (state, message, world) => {
      if (message.eventKey === 'poison') throw new Error('no');
      const step = echo(state, message, world);
      return { ...step, state: { ...step.state, language: 'zh' } };
    };
    const { host } = await startedRig({ advance });
    if (first !== 'poison') await host.receive(said(first));
    await host.receive(said('poison', given));
    const replies = await host.answered('fake:room', 'poison', 1_000);
    expect(replies?.[0]?.reply.language).toBe(language);
  });

  it('is also one whose reply the platform cannot write, or whose state no database can keep', async () => {
    const platform = scriptedPlatform();
    const encode: ScriptedPlatform['encode'] = (one, address) => {
      if (one.id === 're:odd') throw new RangeError('too long');
      return platform.encode(one, address);
    };
    const advance: DeliveryOptions['advance'] = (state, message, world) => {
      const step = echo(state, message, world);
      if (message.text !== 'endless') return step;
      const circle: Record<string, unknown> = {};
      circle.circle = circle;
      return { ...step, state: { ...step.state, ...circle } };
    };
    const { host } = await startedRig({ platforms: [{ ...platform, encode }], advance });
    for (const eventKey of ['odd', 'endless', 'fine']) await host.receive(said(eventKey));
    await settled();
    await settled();
    expect(platform.arrived).toEqual(['sorry:odd', 'sorry:endless', 're:fine']);
  });

  it('rests without a word when even the apology cannot be made', async () => {
    const apologise = () => {
      throw new Error('speechless');
    };
    const platform = scriptedPlatform();
    const { host, store } = await startedRig({ platforms: [platform], advance: poison, apologise });
    await host.receive(said('poison'));
    await host.receive(said('b'));
    await settled();
    expect(platform.arrived).toEqual(['re:b']);
    expect(await store.deadLetters(10)).toMatchObject([{ reason: 'speechless' }]);
  });

  it('is given up when it was in work at five starts, and the innocent beside it are answered', async () => {
    const platform = scriptedPlatform({ repeat: 'harmless' });
    let rig = createRig({ platforms: [platform] });
    const keys = ['before', 'killer', 'after'];
    for (const eventKey of keys)
      await rig.store.receive(said(eventKey, { conversation: `fake:${eventKey}` }), 0);
    let starts = 0;
    for (; starts < 20 && (await rig.store.depth()).inbox > 0; starts += 1) {
      // Thinking about this message ends the process: nothing that was not committed by then happens.
      let dead = false;
      const advance: DeliveryOptions['advance'] = (state, message, world) => {
        if (message.text === 'killer') dead = true;
        return echo(state, message, world);
      };
      rig = createRig({
        platforms: [platform],
        tables: rig.tables,
        clock: rig.clock,
        advance,
        fate: () => (dead ? 'lost' : 'good'),
      });
      await rig.delivery.start();
      await settled();
      rig = createRig({ platforms: [platform], tables: rig.tables, clock: rig.clock });
    }
    const answersIn = async (key: string) => idsOf(await rig.store.repliesAfter(`fake:${key}`, 0, 10));
    expect(await answersIn('before')).toEqual(['re:before']);
    expect(await answersIn('killer')).toEqual(['sorry:killer']);
    expect(await answersIn('after')).toEqual(['re:after']);
    expect(starts).toBeLessThanOrEqual(6);
    expect(await rig.store.deadLetters(10)).toHaveLength(1);
  });
});

describe('who waits for an answer', () => {
  it('gets it as soon as it is durable, and later from the store', async () => {
    const { host } = await startedRig();
    await host.receive(said('a'));
    expect(idsOf(await host.answered('fake:room', 'a', 1_000))).toEqual(['re:a']);
    expect(idsOf(await host.answered('fake:room', 'a', 1_000))).toEqual(['re:a']);
  });

  it('is told after the time it gave that there is none yet', async () => {
    let full = false;
    const { host, clock } = await startedRig({ fate: () => (full ? 'refused' : 'good') });
    await host.receive(said('a'));
    full = true;
    const waiting = host.answered('fake:room', 'a', 500);
    await clock.pass(499);
    await clock.pass(1);
    expect(await waiting).toBeNull();
  });

  it('hears nothing of another conversation’s event, and nothing of one that nobody knows', async () => {
    const { host } = await startedRig();
    await host.receive(said('a'));
    expect(await host.answered('fake:other', 'a', 1_000)).toBeNull();
    await settled();
    expect(await host.answered('fake:other', 'a', 1_000)).toBeNull();
    expect(await host.answered('fake:room', 'never', 1_000)).toBeNull();
  });

  it('reads a conversation’s replies from any point on, and asks whether it is known', async () => {
    const { host } = await startedRig();
    expect(await host.knows('fake:room')).toBe(false);
    await host.receive(said('a'));
    expect(await host.knows('fake:room')).toBe(true);
    await host.receive(said('b'));
    await settled();
    await settled();
    expect(idsOf(await host.replies('fake:room', 0))).toEqual(['re:a', 're:b']);
    expect(idsOf(await host.replies('fake:room', 1))).toEqual(['re:b']);
  });
});

describe('a restart', () => {
  it('answers what was accepted and not answered, in order and before anything new', async () => {
    const platform = scriptedPlatform();
    const first = createRig({ platforms: [platform] });
    for (const eventKey of ['a', 'b', 'c']) await first.store.receive(said(eventKey), 0);
    const second = createRig({ tables: first.tables, platforms: [platform] });
    const late = second.host.receive(said('d'));
    await second.delivery.start();
    await late;
    for (let turn = 0; turn < 4; turn += 1) await settled();
    expect(platform.arrived).toEqual(['re:a', 're:b', 're:c', 're:d']);
  });

  it('leaves messages and calls of a platform that does not run for the day when it does', async () => {
    const web = scriptedPlatform({ name: 'web', script: () => new Promise(() => {}) });
    const first = await startedRig({ platforms: [web] });
    await first.host.receive(said('a', { platform: 'web', conversation: 'web:1' }));
    await first.store.receive(said('b', { platform: 'web', conversation: 'web:2' }), 0);
    await settled();
    const other = await restarted(first, { platforms: [scriptedPlatform({ name: 'terminal' })] });
    await settled();
    expect(await other.store.depth()).toEqual({ inbox: 1, outbox: 1, dead: 0 });
    const back = scriptedPlatform({ name: 'web', repeat: 'harmless' });
    await restarted(other, { platforms: [back] });
    await settled();
    expect(back.arrived.toSorted()).toEqual(['re:a', 're:b']);
  });
});

describe('stopping', () => {
  it('refuses new messages, finishes what is under way and leaves the rest', async () => {
    let release = () => {};
    const platform = scriptedPlatform({
      script: () =>
        new Promise((resolve) => {
          release = () => resolve({});
        }),
    });
    const { delivery, host, store } = await startedRig({ platforms: [platform] });
    await host.receive(said('a'));
    await settled();
    await host.receive(said('b'));
    await settled();
    const stopping = delivery.stop();
    expect(await host.receive(said('c'))).toEqual({ status: 'refused', sentence: 'refused: stopping' });
    release();
    await stopping;
    expect(platform.arrived).toEqual(['re:a']);
    expect(await store.depth()).toEqual({ inbox: 0, outbox: 1, dead: 0 });
    await delivery.stop();
  });

  it('does not wait longer than its grace for a platform that says nothing', async () => {
    const platform = scriptedPlatform({ script: () => new Promise(() => {}) });
    const { delivery, host, clock } = await startedRig({ platforms: [platform], limits: { graceMs: 100 } });
    await host.receive(said('a'));
    await settled();
    const stopping = delivery.stop();
    await clock.pass(100);
    await stopping;
  });

  it('tells who waits that there will be no answer, and answers after the next start', async () => {
    let full = false;
    const platform = scriptedPlatform();
    const first = await startedRig({ platforms: [platform], fate: () => (full ? 'refused' : 'good') });
    await first.host.receive(said('a'));
    full = true;
    const waiting = first.host.answered('fake:room', 'a', 60_000);
    await settled();
    await first.delivery.stop();
    expect(await waiting).toBeNull();
    const second = await restarted(first, { platforms: [platform] });
    await settled();
    expect(idsOf(await second.host.answered('fake:room', 'a', 0))).toEqual(['re:a']);
  });

  it('can be asked before it ever started', async () => {
    const { delivery, host } = createRig();
    const receiving = host.receive(said('a'));
    await delivery.stop();
    expect(await receiving).toMatchObject({ status: 'refused' });
  });

  it('cuts short the pause before a retry', async () => {
    const platform = scriptedPlatform({
      script: () => {
        throw new Error('busy');
      },
    });
    const { delivery, host, store } = await startedRig({ platforms: [platform] });
    await host.receive(said('a'));
    await settled();
    await delivery.stop();
    expect(await store.depth()).toMatchObject({ outbox: 1, dead: 0 });
  });
});

describe('the reply', () => {
  it('reaches the platform with the address it came from', async () => {
    const calls: unknown[] = [];
    const platform = scriptedPlatform({
      script: ({ body }) => {
        calls.push(body);
        return {};
      },
    });
    const { host } = await startedRig({ platforms: [platform] });
    await host.receive(said('a', { address: { to: 'thread-7' } }));
    await settled();
    expect(calls).toEqual([{ id: reply({ id: 're:a' }).id, to: 'thread-7' }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Acceptance, Incoming, Platform } from '../../src/message.ts';
import type { Fate } from '../../src/storage/memory.ts';
import { emptyTables } from '../../src/storage/memory-tables.ts';
import { createFakeClock, settled } from './fake-clock.ts';
import { createRig, textsOf } from './rig.ts';
import { incoming } from './samples.ts';
import { idOf, scriptedPlatform } from './scripted-platform.ts';

/** One message of the script: who says it, and whether the platform delivers it twice. */
interface Said {
  readonly room: number;
  readonly twice: boolean;
}

/** When a life ends: at its n-th commit, before or after that is durable. Absent: it lives. */
interface Death {
  readonly commit: number;
  readonly fate: Extract<Fate, 'lost' | 'kept'>;
}

interface Script {
  readonly said: readonly Said[];
  readonly deaths: readonly Death[];
  readonly repeat: Platform['repeat'];
}

/** What the people see, and what was promised to them, over all lives. */
interface History {
  /** Event keys in the order in which they were first handed over, per room. */
  readonly handedOver: Map<number, string[]>;
  readonly arrived: string[];
  readonly texts: Map<number, readonly string[]>;
  readonly open: { readonly inbox: number; readonly outbox: number; readonly dead: number };
  readonly lives: number;
}

/**
 * Plays a script on one disk: every life takes up what the last left over; messages not acknowledged are handed over
 * again, as platforms do. A life ends at the commit that its death names; then nothing of it happens any more.
 */
async function play({ said, deaths, repeat }: Script): Promise<History> {
  const tables = emptyTables();
  const clock = createFakeClock();
  const arrived: string[] = [];
  const messages = said.map(({ room }, index) => message(room, index));
  const handedOver = new Map<number, string[]>();
  let pending = messages.flatMap((one, index) => (said[index]?.twice ? [one, one] : [one]));
  let lives = 0;

  for (const death of [...deaths, null]) {
    lives += 1;
    let alive = true;
    const fate = (commit: number): Fate => {
      if (death?.commit !== commit) return 'good';
      alive = false;
      return death.fate;
    };
    const platform = scriptedPlatform({
      repeat,
      arrived,
      // A dead process sends nothing; and a request on its way tells a dead process nothing.
      script: () => (alive ? {} : new Promise<never>(() => {})),
      reconcile: async (call) => (arrived.includes(idOf(call)) ? 'sent' : 'missing'),
    });
    const rig = createRig({ tables, clock, platforms: [platform], fate });
    void rig.delivery.start();
    await settled();
    const acknowledged = new Set<Incoming>();
    for (const one of pending) {
      const keys = handedOver.get(roomOf(one)) ?? [];
      handedOver.set(roomOf(one), keys.includes(one.eventKey) ? keys : [...keys, one.eventKey]);
      void rig.host.receive(one).then(({ status }: Acceptance) => {
        if (status !== 'refused') acknowledged.add(one);
      });
      if (one.eventKey.endsWith('3')) await settled();
    }
    for (let turn = 0; turn < 3 * said.length + 3; turn += 1) await clock.pass(2_000);
    pending = pending.filter((one) => !acknowledged.has(one));
  }

  const last = createRig({ tables, clock });
  const texts = new Map<number, readonly string[]>();
  for (const room of handedOver.keys())
    texts.set(room, textsOf((await last.store.conversation(`fake:${room}`))?.state ?? null));
  return { handedOver, arrived, texts, open: await last.store.depth(), lives };
}

function message(room: number, index: number): Incoming {
  return incoming({ conversation: `fake:${room}`, eventKey: `${room}/${index}`, text: `${room}/${index}` });
}

function roomOf({ eventKey }: Incoming): number {
  return Number(eventKey.split('/')[0]);
}

/** Each accepted message answered once, in order, in its own room; nothing else said. */
function expectPromiseKept({ handedOver, arrived, texts, open }: History, repeat: Platform['repeat']): void {
  // On a platform where a repeat is harmless the reader drops what it has already.
  const seen = repeat === 'harmless' ? [...new Set(arrived)] : arrived;
  for (const [room, keys] of handedOver) {
    expect(texts.get(room)).toEqual(keys);
    expect(seen.filter((id) => id.startsWith(`re:${room}/`))).toEqual(keys.map((key) => `re:${key}`));
  }
  expect(seen).toHaveLength([...handedOver.values()].flat().length);
  expect(open).toEqual({ inbox: 0, outbox: 0, dead: 0 });
}

const script = fc.record({
  said: fc.array(fc.record({ room: fc.integer({ min: 0, max: 2 }), twice: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  }),
  // Four deaths at most: at the fifth start a message would be given up as the one that kills.
  deaths: fc.array(
    fc.record({
      commit: fc.integer({ min: 1, max: 20 }),
      fate: fc.constantFrom<'lost' | 'kept'>('lost', 'kept'),
    }),
    { maxLength: 4 },
  ),
  repeat: fc.constantFrom<Platform['repeat']>('visible', 'harmless'),
});

describe('a process that dies at any write', () => {
  it('keeps its word when it never dies', async () => {
    const said = Array.from({ length: 8 }, (_, index) => ({ room: index % 2, twice: true }));
    for (const repeat of ['visible', 'harmless'] as const)
      expectPromiseKept(await play({ said, deaths: [], repeat }), repeat);
  });

  it.each(['visible', 'harmless'] as const)('keeps its word wherever one life ends (%s)', async (repeat) => {
    const said = [0, 0, 1, 0, 1].map((room) => ({ room, twice: room === 1 }));
    for (let commit = 1; commit <= 24; commit += 1)
      for (const fate of ['lost', 'kept'] as const)
        expectPromiseKept(await play({ said, deaths: [{ commit, fate }], repeat }), repeat);
  });

  it('keeps its word over several deaths, for any script', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (one) => expectPromiseKept(await play(one), one.repeat)),
      { numRuns: 120 },
    );
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { attend, isCertain } from '../../src/conversation/attend.ts';
import { apologise, refuse } from '../../src/conversation/excuse.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/delivery/store.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { adminWords } from '../../src/languages/admin-words.ts';
import type { Incoming, Reply } from '../../src/message.ts';
import type { AuditStore } from '../../src/operations/audit.ts';
import { livePlaces } from '../../src/operations/live-places.ts';
import type { PlaceStore } from '../../src/operations/places.ts';
import { createMemoryStore } from '../../src/storage/memory.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { createFakeClock, settled } from '../delivery/fake-clock.ts';
import { plainIdentities } from '../delivery/plain-identities.ts';
import { scriptedPlatform } from '../delivery/scripted-platform.ts';
import { officePrinter } from '../fixtures/office-printer.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

type Store = DeliveryStore & { readonly audit: AuditStore; readonly places: PlaceStore };

const knowledge: Knowledge = await officePrinter();
const now = () => 1_000_000;
const stores: readonly (readonly [string, () => Store])[] = [
  ['memory', () => createMemoryStore({ now })],
  [
    'SQLite',
    () => {
      const storage = openSqlite({ folder: temporaryFolder(), now });
      onTestFinished(() => storage.close());
      return storage;
    },
  ],
];

/** The bot as it stands behind a platform, answering at once. */
async function bot(store: Store) {
  const clock = createFakeClock();
  const places = await livePlaces(store.places);
  const platform = { ...scriptedPlatform({ name: 'slack' }), speaksWithPrograms: true as const };
  const delivery = createDelivery({
    store,
    platforms: [platform],
    identities: plainIdentities,
    hidden: { hidden: async () => [], hide: async () => {} },
    advance: attend,
    apologise,
    refuse,
    world: ({ seed, incoming }) => {
      const place = places.of(incoming);
      return { knowledge, now: clock.now(), seed, ...(place ? { place } : {}) };
    },
    listening: {
      listens: places.listens,
      overhears: (incoming) =>
        places.listens(incoming.channel ?? '') && isCertain(incoming, { knowledge, now: 0, seed: '' }),
    },
    noted: places.note,
    admins: ['slack:admin'],
    clock,
    random: () => 0,
  } as Parameters<typeof createDelivery>[0]);
  await delivery.start();
  const host = delivery.host(platform, () => {});
  let event = 0;

  /** What the bot says to words; null when it says nothing, 'unheard' when it did not even keep them. */
  async function say(text: string, given: Partial<Incoming> = {}): Promise<Reply | null | 'unheard'> {
    event += 1;
    const person = given.person ?? 'owner';
    const incoming: Incoming = {
      platform: 'slack',
      conversation: `slack:${given.thread ?? given.channel ?? 'direct'}:${person}`,
      person,
      eventKey: `e${event}`,
      kind: 'text',
      text,
      addressed: given.channel === undefined ? 'direct' : 'mention',
      address: { to: 'x' },
      ...given,
    };
    const { status } = await host.receive(incoming);
    if (status === 'unheard') return 'unheard';
    await settled();
    await clock.pass(1_000);
    const replies = await host.answered(incoming.conversation, incoming.eventKey, 0);
    return replies?.[0]?.reply ?? null;
  }
  return { say, host };
}

const people = ['owner', 'other', 'admin', 'stranger'] as const;
const spots = {
  direct: {},
  channel: { channel: 'C1' },
  thread: { channel: 'C1', thread: 'C1:1' },
} as const;
const commands: Readonly<
  Record<string, { readonly words: string; readonly scope: 'channel' | 'talk' | 'none' }>
> = {
  listen: { words: 'Listen here!', scope: 'channel' },
  stopListening: { words: '停止旁听', scope: 'channel' },
  packs: { words: 'packs here: office-printer', scope: 'channel' },
  language: { words: '本频道语言：中文', scope: 'channel' },
  takeOver: { words: 'take over', scope: 'talk' },
  handBack: { words: '交还', scope: 'talk' },
  markSolved: { words: 'mark solved', scope: 'talk' },
  status: { words: '/status', scope: 'none' },
};

const matrix = stores.flatMap(([name, open]) =>
  people.flatMap((person) =>
    Object.keys(commands).flatMap((command) =>
      Object.keys(spots).map((spot) => [name, person, command, spot as keyof typeof spots, open] as const),
    ),
  ),
);

const wordsOf = (reply: Reply | null | 'unheard') => JSON.stringify(reply === null ? null : reply);

describe('every command of an admin', () => {
  it.each(matrix)('on %s, said by %s: %s, %s', async (_name, person, command, spot, open) => {
    const store = open();
    const { say } = await bot(store);
    // The stranger never said a word before.
    if (person !== 'stranger') await say('hello', { person, ...spots[spot] });
    const { words, scope } = commands[command] as (typeof commands)[string];
    const reply = await say(words, { person, ...spots[spot] });
    const done = (await store.audit.records(0, 100)).filter(({ action }) => action !== 'answered');
    const places = await store.places.list();

    if (person !== 'admin') {
      expect(wordsOf(reply)).toMatch(/admins of this bot|只有管理员/);
      expect(
        done.map(({ action, content }) => [action, JSON.parse(content?.detail ?? '{}').command]),
      ).toEqual([['refused', command]]);
      expect(places).toEqual([]);
      return;
    }
    const isPossible = scope !== 'channel' || spot !== 'direct';
    expect(done.map(({ action }) => action)).toEqual(isPossible ? ['administered'] : []);
    expect(wordsOf(reply)).not.toMatch(/admins of this bot|只有管理员/);
    const place = { direct: 'slack:direct:admin', channel: 'slack:C1:admin', thread: 'C1:1' }[spot];
    const changed = scope === 'none' || !isPossible ? [] : [scope === 'channel' ? 'C1' : place];
    expect(places.map(({ id }) => id)).toEqual(changed);
  });

  it('is in the matrix, and all of its words are understood', async () => {
    expect(Object.keys(commands).sort()).toEqual(Object.keys(adminWords).sort());
    const { say } = await bot(createMemoryStore({ now }));
    for (const words of Object.values(adminWords).flat())
      expect(wordsOf(await say(words, { person: 'stranger' })), words).toMatch(
        /admins of this bot|只有管理员/,
      );
  });
});

describe.each(stores)('on %s', (_name, open) => {
  const channel = { channel: 'C1' };
  const thread = { channel: 'C1', thread: 'C1:1' };
  const overheard = { addressed: 'overheard', ...channel } as const;

  it('the bot reads along only where an admin wanted it, and speaks only at a certain code', async () => {
    const store = open();
    const { say, host } = await bot(store);
    expect(await say('it shows 0x80070705', overheard)).toBe('unheard');
    await say('listen here', { person: 'admin', ...channel });
    expect([host.listens('C1'), host.listens('C2')]).toEqual([true, false]);
    expect(await say('who wants coffee', overheard)).toBe('unheard');
    expect(await say('my printer prints nothing', overheard)).toBe('unheard');
    expect(wordsOf(await say('it shows 0x80070705', overheard))).toContain('0x80070705');
    expect(await say('it shows 0x80070705', { ...overheard, channel: 'C2' })).toBe('unheard');
    await say('stop listening', { person: 'admin', ...channel });
    expect(await say('it shows 0x80070705', overheard)).toBe('unheard');
    expect(JSON.stringify(await store.unanswered(0, 100))).not.toContain('coffee');
  });

  it('the bot is silent in a thread that somebody took over, and nowhere else', async () => {
    const store = open();
    const { say } = await bot(store);
    expect(await say('my printer prints nothing', thread)).not.toBeNull();
    await say('take over', { person: 'admin', ...thread });
    expect(await say('are you there?', thread)).toBeNull();
    expect(await say('help', { person: 'other', ...thread })).toBeNull();
    expect(await say('help', { ...channel, thread: 'C1:2' })).not.toBeNull();
    const { say: later } = await bot(store);
    expect(await later('and now, after a restart?', { ...thread, eventKey: 'later' })).toBeNull();
    await later('hand back', { person: 'admin', ...thread, eventKey: 'hand back' });
    expect(await later('why', { ...thread, eventKey: 'why' })).not.toBeNull();
  });

  it('a talk that an admin marked as solved begins anew', async () => {
    const store = open();
    const { say } = await bot(store);
    const first = await say('my printer prints nothing', thread);
    expect(first).toMatchObject({ about: { problem: 'prints-nothing' } });
    const marked = await say('mark solved', { person: 'admin', ...thread });
    expect(marked).toMatchObject({ about: { outcome: 'solved' } });
    const after = await say('why', thread);
    expect(after).not.toMatchObject({ about: { problem: 'prints-nothing' } });
  });

  it('packs and language hold in their channel', async () => {
    const { say } = await bot(open());
    await say('language here: chinese', { person: 'admin', ...channel });
    expect(await say('my printer prints nothing', channel)).toMatchObject({ language: 'zh' });
    expect(await say('my printer prints nothing', { channel: 'C2' })).toMatchObject({ language: 'en' });
    expect(wordsOf(await say('packs here: nonsense', { person: 'admin', ...channel }))).toContain('nonsense');
    await say('language here: any', { person: 'admin', ...channel });
    expect(await say('it prints nothing', { ...channel, person: 'other' })).toMatchObject({ language: 'en' });
  });
});

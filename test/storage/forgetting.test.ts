import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/conversation/state.ts';
import { openBeside } from '../../src/storage/beside.ts';
import { createMemoryStore } from '../../src/storage/memory.ts';
import { shippedMigrations } from '../../src/storage/migrations.ts';
import { openSqlite, type SqliteStorage } from '../../src/storage/sqlite.ts';
import { incoming, message, reply, state, step } from '../delivery/samples.ts';
import { filesWith } from '../fixtures/files-with.ts';
import { describeForgetting } from './forgetting-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

describeForgetting('the memory store', () => ({
  store: createMemoryStore({ now: () => 5_000 }),
  close: () => {},
}));
describeForgetting('the SQLite store', () => {
  const store = openSqlite({ folder: temporaryFolder(), now: () => 5_000 });
  return { store, close: () => store.close() };
});

const canary = 'the canary sings in the coal mine';
const secretive = { person: 'web:ann', conversation: 'web:talk-of-ann' };

const effects: readonly Effect[] = [
  { kind: 'consent', learning: true, version: 1 },
  { kind: 'unanswered', text: canary, language: 'en', nearest: [] },
  { kind: 'ticket', ticket: { id: 'T-1', language: 'en', lines: [canary] } },
  {
    kind: 'outcome',
    pack: 'p',
    problem: 'x',
    outcome: 'solved',
    events: [{ type: 'said', text: canary, turn: 1 }],
    evidence: [],
  },
];

/** Somebody says `words` and is answered, with everything that can be kept of it. */
async function talk(
  store: SqliteStorage,
  who: { readonly person: string; readonly conversation: string },
  { words, key, version = null }: { words: string; key: string; version?: number | null },
): Promise<number> {
  const given = { ...who, eventKey: key, text: words };
  const { sequence } = await store.receive(incoming(given), 1_000);
  await store.complete(
    step(message(sequence, given), {
      at: 1_000,
      expectedVersion: version,
      state: state(words),
      effects,
      reply: reply({ id: `re:${key}`, blocks: [{ type: 'text', text: words }] }),
      calls: [{ body: { text: words } }],
    }),
  );
  await store.placeholders.hide(who.conversation, { kind: 'phone', digest: 'd', number: 1 });
  return sequence;
}

async function forget(store: SqliteStorage, farewell = 'deleted'): Promise<void> {
  const given = { ...secretive, eventKey: 'forget', text: 'forget me' };
  const { sequence } = await store.receive(incoming(given), 2_000);
  await store.complete(
    step(message(sequence, given), {
      at: 2_000,
      expectedVersion: 1,
      state: state(canary),
      effects: [{ kind: 'forget' }, { kind: 'audit', action: 'forgotten', detail: {} }],
      reply: reply({ id: 're:forget' }),
      calls: [{ body: farewell }],
    }),
  );
}

describe('forgetting', () => {
  it('leaves no byte of what was said in any file, and leaves everybody else alone', async () => {
    const folder = temporaryFolder();
    const store = openSqlite({ folder, now: () => 3_000 });
    await talk(store, secretive, { words: canary, key: '1' });
    const bob = { person: 'web:bob', conversation: 'web:talk-of-bob' };
    await talk(store, bob, { words: 'bob speaks of the mine', key: '2' });
    expect(filesWith(folder, canary)).not.toEqual([]);
    await forget(store);
    await setTimeout(20);
    // The other person's effects of this test hold the sentence too; they are the only ones left that do.
    expect((await store.people.record('web:ann')).messages).toEqual([]);
    expect((await store.people.record('web:ann')).effects).toEqual([]);
    expect(await store.conversation(secretive.conversation)).toBeNull();
    expect(await store.placeholders.hidden(secretive.conversation)).toEqual([]);
    expect((await store.ledger.list()).map(({ identity }) => identity)).toEqual(['web:bob']);
    expect((await store.people.record('web:bob')).talks).toHaveLength(1);
    const { openCalls } = store;
    expect((await openCalls(0, 10)).map(({ call }) => call.body)).toEqual([
      { text: 'bob speaks of the mine' },
      'deleted',
    ]);
    store.close();
  });

  it('leaves no byte even while the server goes on, nor after it ended', async () => {
    const folder = temporaryFolder();
    const store = openSqlite({ folder, now: () => 3_000 });
    await talk(store, secretive, { words: canary, key: '1' });
    await forget(store);
    await setTimeout(20);
    expect(filesWith(folder, canary)).toEqual([]);
    expect(filesWith(folder, 'web:ann')).toEqual([]);
    store.close();
    expect(filesWith(folder, canary)).toEqual([]);
  });

  it('keeps where to answer no longer than until it is answered', async () => {
    const folder = temporaryFolder();
    const store = openSqlite({ folder, now: () => 3_000 });
    await talk(store, secretive, { words: canary, key: '1' });
    await forget(store, 'the house by the mine');
    await setTimeout(20);
    expect(filesWith(folder, 'the house by the mine')).not.toEqual([]);
    for (const { id } of await store.openCalls(0, 10)) await store.markSent(id, { messageId: 'm' });
    await setTimeout(20);
    expect(filesWith(folder, 'the house by the mine')).toEqual([]);
    store.close();
  });

  it('leaves no byte of words that fill pages of their own', async () => {
    const folder = temporaryFolder();
    const store = openSqlite({ folder, now: () => 3_000 });
    const long = Array.from({ length: 900 }, (_, index) => `${canary} ${index}`).join(' ');
    await talk(store, { person: 'web:bob', conversation: 'web:talk-of-bob' }, { words: 'short', key: '0' });
    await talk(store, secretive, { words: long, key: '1' });
    await store.receive(incoming({ ...secretive, eventKey: '2', text: long }), 1_100);
    await forget(store);
    await setTimeout(50);
    expect(filesWith(folder, `${canary} 7`)).toEqual([]);
    store.close();
    expect(filesWith(folder, `${canary} 7`)).toEqual([]);
  });

  it('writes a database from before it once anew, so that its free pages go too', () => {
    const folder = temporaryFolder();
    const old = new Database(join(folder, 'askfix.db'));
    for (const { sql } of shippedMigrations().slice(0, 1)) old.exec(sql);
    old.exec(
      'CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
    );
    for (const { number, name, checksum } of shippedMigrations().slice(0, 1))
      old.prepare('INSERT INTO migration VALUES (?, ?, ?, 0)').run(number, name, checksum);
    old
      .prepare(
        "INSERT INTO inbox (platform, event_key, conversation, received_at, incoming) VALUES ('a', 'b', 'c', 0, ?)",
      )
      .run(canary.repeat(500));
    old.exec('UPDATE inbox SET incoming = NULL, answered_at = 1');
    expect(old.pragma('auto_vacuum', { simple: true })).toBe(0);
    old.close();
    expect(filesWith(folder, canary)).not.toEqual([]);
    const store = openSqlite({ folder, now: () => 3_000 });
    store.close();
    expect(filesWith(folder, canary)).toEqual([]);
  });

  it('works beside a running server, which then reads anew instead of bringing the talk back', async () => {
    const folder = temporaryFolder();
    const store = openSqlite({ folder, now: () => 3_000 });
    await talk(store, secretive, { words: canary, key: '1' });
    const late = { ...secretive, eventKey: 'late', text: canary };
    const { sequence } = await store.receive(incoming(late), 1_500);
    const beside = openBeside(folder);
    expect(beside.record('web:ann').talks).toHaveLength(1);
    expect(beside.forget('web:ann', 2_000)).toBe(true);
    expect(beside.record('web:ann')).toMatchObject({ talks: [], messages: [], effects: [], learnt: [] });
    beside.close();
    expect(filesWith(folder, canary)).toEqual([]);
    // The message that was in work is gone; completing it keeps nothing.
    const completed = await store.complete(
      step(message(sequence, late), { expectedVersion: 1, state: state(canary), reply: reply() }),
    );
    expect(completed).toEqual({ replies: [], calls: [] });
    await expect(talk(store, secretive, { words: 'next', key: '5', version: 1 })).rejects.toThrow();
    expect(await store.conversation(secretive.conversation)).toBeNull();
    await setTimeout(20);
    store.close();
    expect(filesWith(folder, canary)).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/conversation/state.ts';
import { cutoffsAt, sweepAll, total } from '../../src/operations/retention.ts';
import { openBeside } from '../../src/storage/beside.ts';
import { openSqlite, type SqliteStorage } from '../../src/storage/sqlite.ts';
import { incoming, message, reply, state, step } from '../delivery/samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const day = 24 * 60 * 60 * 1_000;
const days = { talks: 90, log: 180, learning: 365 };
const pause = async () => {};

const effects: readonly Effect[] = [
  { kind: 'consent', learning: true, version: 1 },
  { kind: 'sighting', family: 'errno_linux', code: '13' },
  { kind: 'unanswered', text: 'old words', language: 'en', nearest: [] },
  { kind: 'outcome', pack: 'p', problem: 'x', outcome: 'solved', events: [], evidence: [] },
];

/** One message of `person`, answered and sent, `at` days after the beginning. */
async function talk(store: SqliteStorage, person: string, at: number): Promise<void> {
  const conversation = `web:${person}`;
  const given = { person, conversation, eventKey: `${person}/${at}`, text: `old words of ${person}` };
  const { sequence } = await store.receive(incoming(given), at * day);
  const stored = await store.conversation(conversation);
  const { calls } = await store.complete(
    step(message(sequence, given), {
      at: at * day,
      expectedVersion: stored?.version ?? null,
      state: state(given.text),
      effects,
      reply: reply({ id: given.eventKey }),
      calls: [{ body: 'x' }],
    }),
  );
  for (const { id } of calls) await store.markSent(id, {});
}

function opened(now = () => 0): { folder: string; store: SqliteStorage } {
  const folder = temporaryFolder();
  return { folder, store: openSqlite({ folder, now }) };
}

describe('retention', () => {
  it('takes each kind away when its days are over, and not a day before', async () => {
    const { store } = opened();
    await talk(store, 'ann', 0);
    const sweepOn = (today: number) => sweepAll(store.retention, cutoffsAt(today * day, days), pause);
    expect(total(await sweepOn(89.9))).toBe(0);
    expect(await sweepOn(90.1)).toMatchObject({ talks: 1, messages: 1, notes: 2, records: 0, lessons: 0 });
    const { talks, messages, replies, effects: notes, learnt } = await store.people.record('ann');
    expect([talks, messages, replies]).toEqual([[], [], []]);
    expect(notes.map(({ effect }) => effect.kind)).toEqual(['sighting']);
    expect(learnt).toHaveLength(1);
    expect(total(await sweepOn(179.9))).toBe(0);
    expect((await sweepOn(180.1)).records).toBe(2);
    expect((await sweepOn(365.1)).lessons).toBe(1);
    expect(total(await sweepOn(1_000))).toBe(0);
    store.close();
  });

  it('lets a talk that goes on live, and takes its oldest replies', async () => {
    const { store } = opened();
    await talk(store, 'ann', 0);
    await talk(store, 'ann', 80);
    await sweepAll(store.retention, cutoffsAt(100 * day, days), pause);
    expect(await store.conversation('web:ann')).not.toBeNull();
    expect((await store.people.record('ann')).replies.map(({ reply: { id } }) => id)).toEqual(['ann/80']);
    store.close();
  });

  it('knows a late retry for seven days, however short the talks are kept', async () => {
    const { store } = opened();
    await talk(store, 'ann', 0);
    const short = { ...days, talks: 1 };
    const given = incoming({ person: 'ann', conversation: 'web:ann', eventKey: 'ann/0' });
    await sweepAll(store.retention, cutoffsAt(6.9 * day, short), pause);
    expect(await store.conversation('web:ann')).toBeNull();
    expect((await store.receive(given, 6.9 * day)).status).toBe('duplicate');
    await sweepAll(store.retention, cutoffsAt(7.1 * day, short), pause);
    expect((await store.receive(given, 7.1 * day)).status).toBe('accepted');
    store.close();
  });

  it('gives up what was never answered, and what could not be', async () => {
    const { store } = opened();
    await store.receive(incoming({ eventKey: 'waiting', text: 'old words' }), 0);
    const { sequence } = await store.receive(incoming({ eventKey: 'dead', text: 'old words' }), 0);
    const given = { eventKey: 'dead', text: 'old words' };
    await store.complete(
      step(message(sequence, given), { status: 'dead', reason: 'it broke', at: 0, state: null }),
    );
    await sweepAll(store.retention, cutoffsAt(91 * day, days), pause);
    expect(await store.depth()).toMatchObject({ inbox: 0, dead: 0 });
    store.close();
  });

  it('works through more than a piece, in pieces, and empties the files', async () => {
    const { folder, store } = opened();
    const people = Array.from({ length: 1_200 }, (_, index) => `p${index}`);
    await Promise.all(people.map((person) => talk(store, person, 0)));
    let pieces = 0;
    const swept = await sweepAll(store.retention, cutoffsAt(200 * day, days), async () => {
      pieces += 1;
    });
    expect(swept.talks).toBe(1_200);
    expect(pieces).toBeGreaterThanOrEqual(3);
    for (const name of ['askfix.db', 'askfix.db-wal'].filter((file) => existsSync(join(folder, file))))
      expect(readFileSync(join(folder, name)).includes('old words')).toBe(false);
    store.close();
  });

  it('counts without taking anything, beside a running server', async () => {
    const { folder, store } = opened();
    for (const person of ['ann', 'bob']) await talk(store, person, 0);
    const beside = openBeside(folder);
    const due = beside.due(cutoffsAt(91 * day, days));
    expect(due).toMatchObject({ talks: 2, messages: 2, replies: 2, calls: 2, notes: 4 });
    expect(beside.due(cutoffsAt(91 * day, days))).toEqual(due);
    beside.close();
    expect(await store.conversation('web:ann')).not.toBeNull();
    store.close();
  });
});

import { describe, expect, it } from 'vitest';
import type { DeliveryStore } from '../../src/delivery/store.ts';
import type { AuditEntry, AuditStore } from '../../src/operations/audit.ts';
import { checkChain } from '../../src/operations/audit-chain.ts';
import { incoming, message, step } from '../delivery/samples.ts';

interface Opened {
  readonly store: DeliveryStore & {
    readonly audit: AuditStore;
    readonly counters: { readonly transactions: number };
  };
  close(): void;
}

/** What every store's audit must keep; `open` gives an empty one. */
export function describeAudit(name: string, open: () => Opened): void {
  describe(`${name} keeps the contract of an audit`, () => {
    const entry: AuditEntry = {
      at: 7,
      action: 'exported',
      subject: 'fake:a',
      detail: { rows: 3, by: 'admin' },
    };

    async function problemIn(audit: AuditStore) {
      const check = checkChain([]);
      for (const record of await audit.records(0, 1_000)) {
        const bad = check.next(record);
        if (bad) return bad;
      }
      expect(check.head()).toEqual(await audit.head());
      return null;
    }

    async function answer(store: DeliveryStore, eventKey: string, person: string) {
      const given = { eventKey, person, conversation: `fake:${eventKey}` };
      const { sequence } = await store.receive(incoming(given), 0);
      const effects = [{ kind: 'audit', action: 'administered', detail: { command: 'quiet' } }] as const;
      await store.complete(step(message(sequence, given), { effects }));
    }

    it('adds records one after the other, and gives them back in order', async () => {
      const { store, close } = open();
      await Promise.all([1, 2, 3].map((at) => store.audit.append({ ...entry, at })));
      const records = await store.audit.records(0, 10);
      expect(records.map(({ sequence, at }) => [sequence, at])).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
      ]);
      expect(records[0]?.content).toMatchObject({ subject: 'fake:a', detail: '{"by":"admin","rows":3}' });
      expect((await store.audit.records(2, 10)).map(({ sequence }) => sequence)).toEqual([3]);
      expect(await problemIn(store.audit)).toBeNull();
      close();
    });

    it('records an answer in the transaction of its step, once, without its words', async () => {
      const { store, close } = open();
      await answer(store, 'one', 'fake:a');
      const before = store.counters.transactions;
      const { sequence } = await store.receive(incoming({ eventKey: 'two' }), 0);
      const twice = step(message(sequence, { eventKey: 'two' }));
      await store.complete({
        ...twice,
        message: { ...twice.message, incoming: incoming({ eventKey: 'two', conversation: 'fake:x' }) },
      });
      expect(store.counters.transactions).toBe(before + 2);
      await store.complete(twice);
      const records = await store.audit.records(0, 10);
      expect(records.map(({ action }) => action)).toEqual(['administered', 'answered', 'answered']);
      expect(JSON.stringify(records)).not.toContain('send my file');
      expect(await problemIn(store.audit)).toBeNull();
      close();
    });

    it('forgets whom a record is about and what it says, and stays whole', async () => {
      const { store, close } = open();
      await answer(store, 'one', 'fake:a');
      await answer(store, 'two', 'fake:b');
      expect(await store.audit.forget('fake:a')).toBe(2);
      const records = await store.audit.records(0, 10);
      expect(records.map(({ content }) => content?.subject ?? null)).toEqual([
        null,
        null,
        'fake:b',
        'fake:b',
      ]);
      expect(JSON.stringify(records)).not.toContain('fake:one');
      expect(await store.audit.forget('fake:a')).toBe(0);
      expect(await problemIn(store.audit)).toBeNull();
      close();
    });
  });
}

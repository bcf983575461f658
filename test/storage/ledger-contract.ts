import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TalkEvent } from '../../src/conversation/state.ts';
import type { DeliveryStore } from '../../src/delivery/store.ts';
import type { LedgerStore } from '../../src/diagnosis/ledger.ts';
import { incoming, message, step } from '../delivery/samples.ts';

export interface OpenedLedger {
  readonly store: DeliveryStore & { readonly ledger: LedgerStore };
  close(): void;
}

const evidence = [{ kind: 'answer', question: 'q', answer: 'yes' }] as const;

/** What every ledger must keep. */
export function describeLedger(name: string, open: () => OpenedLedger): void {
  describe(`${name} keeps the contract of a ledger`, () => {
    let opened: OpenedLedger;
    let events = 0;
    beforeEach(() => {
      opened = open();
    });
    afterEach(() => opened.close());

    /** A talk of `person` that began with turn `began` comes to its end. */
    async function end(person: string, { began = 1, at = 0, fix = 'f', teaches = true } = {}): Promise<void> {
      const given = { person, conversation: `web:${person}`, eventKey: String(++events) };
      const { sequence } = await opened.store.receive(incoming(given), at);
      const opening: TalkEvent = { type: 'opened', pack: 'p', problem: 'x', turn: began };
      const outcome = {
        kind: 'outcome',
        pack: 'p',
        problem: 'x',
        outcome: 'solved',
        fix,
        events: [opening],
        ...(teaches ? { evidence } : {}),
      } as const;
      const consent = { kind: 'consent', learning: true, version: 1 } as const;
      await opened.store.complete(
        step(message(sequence, given), { effects: [consent, outcome], at, state: null }),
      );
    }

    it('has a row per ended talk, oldest first, and what it teaches', async () => {
      await end('ann', { at: 20 });
      await end('bob', { at: 10 });
      expect(await opened.store.ledger.list()).toMatchObject([
        { identity: 'bob', at: 10 },
        { identity: 'ann', at: 20, pack: 'p', problem: 'x', outcome: 'solved', fix: 'f', evidence },
      ]);
    });

    it('has none for a talk that nothing is to be learnt from', async () => {
      await end('ann', { teaches: false });
      expect(await opened.store.ledger.list()).toEqual([]);
    });

    it('counts a talk that ended twice once, as it ended last', async () => {
      await end('ann', { fix: 'first', at: 1 });
      await end('ann', { fix: 'second', at: 2 });
      await end('ann', { began: 9, fix: 'third', at: 3 });
      const rows = await opened.store.ledger.list();
      expect(rows.map(({ fix }) => fix)).toEqual(['second', 'third']);
    });

    it('forgets an identity and nobody else', async () => {
      await end('ann');
      await end('bob');
      await end('ann', { began: 9 });
      expect(await opened.store.ledger.forget('ann')).toBe(2);
      expect((await opened.store.ledger.list()).map(({ identity }) => identity)).toEqual(['bob']);
      expect(await opened.store.ledger.forget('ann')).toBe(0);
    });
  });
}

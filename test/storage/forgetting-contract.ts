import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/conversation/state.ts';
import type { PeopleStore } from '../../src/delivery/people.ts';
import type { DeliveryStore } from '../../src/delivery/store.ts';
import type { LedgerStore } from '../../src/diagnosis/ledger.ts';
import type { AuditStore } from '../../src/operations/audit.ts';
import { checkChain } from '../../src/operations/audit-chain.ts';
import type { TicketStore } from '../../src/operations/tickets.ts';
import { incoming, message, reply, state, step } from '../delivery/samples.ts';

export interface OpenedPeople {
  readonly store: DeliveryStore & {
    readonly people: PeopleStore;
    readonly tickets: TicketStore;
    readonly ledger: LedgerStore;
    readonly audit: AuditStore;
  };
  close(): void;
}

interface Said {
  readonly person: string;
  readonly conversation: string;
  readonly eventKey: string;
  readonly text?: string;
}

const ann = { person: 'fake:ann', conversation: 'fake:talk-of-ann' };
const bob = { person: 'fake:bob', conversation: 'fake:talk-of-bob' };
const secret = 'the canary sings';
const agreed: Effect = { kind: 'consent', learning: true, version: 1 };
const ended: Effect = {
  kind: 'outcome',
  pack: 'p',
  problem: 'x',
  outcome: 'solved',
  fix: 'f',
  events: [{ type: 'opened', pack: 'p', problem: 'x', turn: 1 }],
  evidence: [],
};
const everything: readonly Effect[] = [
  agreed,
  ended,
  { kind: 'unanswered', text: secret, language: 'en', nearest: [] },
  { kind: 'ticket', ticket: { id: 'T-1', language: 'en', lines: [secret] } },
  { kind: 'audit', action: 'exported', detail: {} },
];
const forgetting: readonly Effect[] = [
  { kind: 'forget' },
  { kind: 'audit', action: 'forgotten', detail: {} },
];

/** What every store must show of a person, and forget at their word; `open` gives an empty one. */
export function describeForgetting(name: string, open: () => OpenedPeople): void {
  describe(`${name} keeps the contract of people’s rights`, () => {
    let opened: OpenedPeople;
    let store: OpenedPeople['store'];
    beforeEach(() => {
      opened = open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    async function say(
      { person, conversation, eventKey, text = secret }: Said,
      { effects = everything, version = null }: { effects?: readonly Effect[]; version?: number | null } = {},
    ): Promise<number> {
      const given = { person, conversation, eventKey, text, address: { to: `where ${conversation} is` } };
      const { sequence } = await store.receive(incoming(given), 1_000);
      const kept = { state: state(text), effects, expectedVersion: version, at: 1_000 + sequence };
      await store.complete(
        step(message(sequence, given), {
          ...kept,
          reply: reply({ id: `re:${eventKey}`, blocks: [{ type: 'text', text }] }),
        }),
      );
      return sequence;
    }
    const forget = () => say({ ...ann, eventKey: 'forget', text: '' }, { effects: forgetting, version: 1 });

    it('shows a person everything that is kept of them, and nothing of others', async () => {
      await say({ ...ann, eventKey: '1' });
      await say({ ...bob, eventKey: '2', text: 'of bob' });
      await store.receive(incoming({ ...ann, eventKey: '3', text: 'still waiting' }), 2_000);
      const record = await store.people.record(ann.person);
      expect(record).toMatchObject({
        person: ann.person,
        consent: { learning: true, version: 1, at: 1_001 },
        talks: [
          {
            conversation: ann.conversation,
            at: 1_001,
            address: { to: `where ${ann.conversation} is` },
            state: state(secret),
          },
        ],
        messages: [{ at: 1_000 }, { at: 2_000, text: 'still waiting' }],
        replies: [{ conversation: ann.conversation, reply: { id: 're:1' } }],
        learnt: [{ pack: 'p', problem: 'x', outcome: 'solved', fix: 'f', evidence: [] }],
      });
      expect(record.messages[0]).not.toHaveProperty('text');
      expect(record.effects.map(({ effect }) => effect.kind).sort()).toEqual([
        'outcome',
        'ticket',
        'unanswered',
      ]);
      expect(JSON.stringify(record)).not.toContain('of bob');
    });

    it('has nothing of a stranger', async () => {
      expect(await store.people.record('fake:nobody')).toEqual({
        person: 'fake:nobody',
        consent: null,
        talks: [],
        messages: [],
        replies: [],
        effects: [],
        learnt: [],
      });
    });

    it('forgets whoever asks for it, and nobody else', async () => {
      await say({ ...ann, eventKey: '1' });
      await say({ ...bob, eventKey: '2', text: 'of bob' });
      await store.receive(incoming({ ...ann, eventKey: '3' }), 2_000);
      const before = await store.people.record(bob.person);
      await forget();
      const nothing = { consent: null, talks: [], messages: [], replies: [], effects: [], learnt: [] };
      expect(await store.people.record(ann.person)).toEqual({ person: ann.person, ...nothing });
      expect(await store.people.record(bob.person)).toEqual(before);
      expect(await store.conversation(ann.conversation)).toBeNull();
      expect(await store.unanswered(0, 10)).toEqual([]);
      expect((await store.tickets.list(10)).map(({ conversation }) => conversation)).toEqual([
        bob.conversation,
      ]);
      expect((await store.ledger.list()).map(({ identity }) => identity)).toEqual([bob.person]);
      expect(
        (await store.openCalls(0, 10)).map(({ conversation, call }) => [conversation, call.body]),
      ).toEqual([
        [bob.conversation, { say: 'of bob' }],
        [ann.conversation, { say: '' }],
      ]);
      expect(await store.newestAddresses('fake', 10)).toEqual([{ to: `where ${bob.conversation} is` }]);
    });

    it('keeps the record of what happened whole, without the person in it', async () => {
      await say({ ...ann, eventKey: '1' });
      await forget();
      const records = await store.audit.records(0, 100);
      const check = checkChain([]);
      expect(records.map((record) => check.next(record))).toEqual(records.map(() => null));
      expect(JSON.stringify(records)).not.toContain(ann.person);
      expect(records.some(({ content }) => content === null)).toBe(true);
    });

    it('still has the answer for whoever asked, and takes no late repeat for a new message', async () => {
      await say({ ...ann, eventKey: '1' });
      await forget();
      const event = { platform: 'fake', conversation: ann.conversation, eventKey: 'forget' };
      expect((await store.repliesTo(event))?.map(({ reply: { id } }) => id)).toEqual(['re:forget']);
      expect((await store.repliesAfter(ann.conversation, 0, 10)).map(({ reply: { id } }) => id)).toEqual([
        're:forget',
      ]);
      expect(await store.knows(ann.conversation)).toBe(true);
      const again = await store.receive(incoming({ ...ann, eventKey: '1' }), 2_500);
      expect(again.status).toBe('duplicate');
    });

    it('lets the same person begin anew, under numbers that nothing had before', async () => {
      await say({ ...ann, eventKey: '1' });
      const before = (await store.openCalls(0, 10)).map(({ id }) => id);
      await forget();
      await say({ ...ann, eventKey: '4', text: 'a new day' });
      const record = await store.people.record(ann.person);
      expect(record.talks).toMatchObject([{ state: state('a new day') }]);
      const [asked, next] = await store.repliesAfter(ann.conversation, 0, 10);
      expect(next?.sequence).toBeGreaterThan(asked?.sequence ?? 0);
      for (const { id } of await store.openCalls(0, 10)) expect(before).not.toContain(id);
    });

    it('takes what somebody said in the talk of another with it', async () => {
      await say({ ...bob, eventKey: '1', text: 'of bob' });
      await say({ ...bob, person: ann.person, eventKey: '2' }, { version: 1 });
      await say({ ...ann, eventKey: 'forget', text: '' }, { effects: forgetting });
      const kept = await store.people.record(ann.person);
      expect([kept.messages, kept.effects]).toEqual([[], []]);
      expect((await store.people.record(bob.person)).talks).toHaveLength(1);
      expect((await store.tickets.list(10)).map(({ ticket }) => ticket.id)).toHaveLength(1);
    });

    it('keeps the language that somebody chose until they are forgotten', async () => {
      expect(await store.people.language(ann.person)).toBeNull();
      await store.people.chooseLanguage(ann.person, 'en');
      await store.people.chooseLanguage(ann.person, 'zh');
      await store.people.chooseLanguage(bob.person, 'en');
      expect(await store.people.language(ann.person)).toBe('zh');
      expect(await store.people.record(ann.person)).toMatchObject({ language: 'zh' });
      await say({ ...ann, eventKey: '1' });
      await forget();
      expect(await store.people.language(ann.person)).toBeNull();
      expect(await store.people.record(ann.person)).not.toHaveProperty('language');
      expect(await store.people.language(bob.person)).toBe('en');
    });

    it('asks the person, not the talk, for consent: without it nothing is learnt, and withdrawing takes it back', async () => {
      const learnt = async () => (await store.ledger.list()).length;
      const told = (eventKey: string, effects: readonly Effect[], version: number | null) =>
        say({ ...ann, eventKey }, { effects, version });
      await told('1', [ended], null);
      expect(await learnt()).toBe(0);
      await told('2', [agreed], 1);
      await told('3', [ended], 2);
      expect(await learnt()).toBe(1);
      await told('4', [{ kind: 'consent', learning: false, version: 1 }], 3);
      expect(await learnt()).toBe(0);
      await told('5', [ended], 4);
      expect(await learnt()).toBe(0);
      expect((await store.people.record(ann.person)).consent).toMatchObject({ learning: false, version: 1 });
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryStore, InboxMessage } from '../../src/delivery/store.ts';
import { VersionConflict } from '../../src/delivery/store-errors.ts';
import type { Incoming } from '../../src/message.ts';
import type { TicketStore } from '../../src/operations/tickets.ts';
import { incoming, message, reply, state, step } from '../delivery/samples.ts';

export interface OpenedStore {
  readonly store: DeliveryStore & {
    readonly tickets: TicketStore;
    readonly counters: { readonly transactions: number };
  };
  /** The same data, opened by a new process. */
  reopen(): OpenedStore;
  close(): void;
}

/** What every store must keep; `open` gives an empty one, whose clock stands at 5,000. */
export function describeStore(name: string, open: () => OpenedStore): void {
  describe(`${name} keeps the contract of a store`, () => {
    let opened: OpenedStore;
    let store: OpenedStore['store'];

    function reopen(): void {
      opened = opened.reopen();
      store = opened.store;
    }

    async function received(given: Partial<Incoming> = {}): Promise<InboxMessage> {
      const { sequence } = await store.receive(incoming(given), 0);
      return message(sequence, given);
    }

    beforeEach(() => {
      opened = open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    describe('the inbox', () => {
      it('keeps a message once per platform and event key, also over a restart', async () => {
        const first = await store.receive(incoming(), 7);
        expect(first.status).toBe('accepted');
        expect(await store.receive(incoming({ text: 'again' }), 8)).toEqual({
          ...first,
          status: 'duplicate',
        });
        reopen();
        expect(await store.receive(incoming(), 9)).toEqual({ ...first, status: 'duplicate' });
        expect((await store.receive(incoming({ platform: 'other' }), 9)).status).toBe('accepted');
        expect(await store.unanswered(0, 10)).toMatchObject([
          { incoming: incoming(), receivedAt: 7, attempts: 0 },
          {},
        ]);
      });

      it('knows a message as a repeat also when both came in one turn', async () => {
        const both = await Promise.all([store.receive(incoming(), 0), store.receive(incoming(), 0)]);
        expect(both.map(({ status }) => status)).toEqual(['accepted', 'duplicate']);
      });

      it('gives back everything of a message', async () => {
        const whole = incoming({
          kind: 'choice',
          choice: 'abc123.4.2',
          language: 'zh',
          text: '\u0000 😀 "quoted" 中文 \ud800',
          address: { to: '{"channel":1}', expiresAt: 99 },
        });
        await store.receive(whole, 0);
        reopen();
        expect((await store.unanswered(0, 10))[0]?.incoming).toEqual(whole);
      });

      it('lists the unanswered in the order they came, page by page', async () => {
        for (const eventKey of ['a', 'b', 'c', 'd']) await received({ eventKey });
        await store.complete(step(message(2, { eventKey: 'b' })));
        const first = await store.unanswered(0, 2);
        expect(first.map((one) => one.incoming.eventKey)).toEqual(['a', 'c']);
        const rest = await store.unanswered(first[1]?.sequence ?? 0, 2);
        expect(rest.map((one) => one.incoming.eventKey)).toEqual(['d']);
      });

      it('counts at how many starts a message was left over', async () => {
        const { sequence } = await received();
        expect(await store.countAttempt(sequence)).toBe(1);
        reopen();
        expect(await store.countAttempt(sequence)).toBe(2);
        expect((await store.unanswered(0, 1))[0]?.attempts).toBe(2);
      });

      it('puts all messages of one turn into one transaction', async () => {
        const before = store.counters.transactions;
        await Promise.all(
          Array.from({ length: 300 }, (_, index) => received({ eventKey: `event-${index}` })),
        );
        expect(store.counters.transactions).toBe(before + 1);
      });
    });

    describe('a completed step', () => {
      it('keeps state, reply, calls and effects together', async () => {
        const ticket = { id: 't1', language: 'en', lines: ['one', 'two'] } as const;
        const completed = await store.complete(
          step(await received(), {
            effects: [
              { kind: 'ticket', ticket },
              { kind: 'sighting', family: 'f', code: '1' },
            ],
          }),
        );
        expect(completed.replies).toEqual([{ sequence: 1, reply: reply({ id: 'reply-to-event-1' }) }]);
        reopen();
        expect(await store.conversation('fake:room')).toEqual({ version: 1, state: state(incoming().text) });
        expect(await store.repliesAfter('fake:room', 0, 10)).toEqual(completed.replies);
        expect(await store.openCalls(0, 10)).toEqual(completed.calls);
        expect(await store.tickets.list(10)).toEqual([{ conversation: 'fake:room', at: 1_000, ticket }]);
        expect(await store.depth()).toEqual({ inbox: 0, outbox: 1, dead: 0 });
      });

      it('is done once: completing again gives the first replies and no calls', async () => {
        const received1 = await received();
        const { replies } = await store.complete(step(received1));
        const again = await store.complete(
          step(received1, { reply: reply({ id: 'other' }), expectedVersion: 1 }),
        );
        expect(again).toEqual({ replies, calls: [] });
        expect((await store.conversation('fake:room'))?.version).toBe(1);
      });

      it('may have neither state, reply nor calls', async () => {
        const silent = step(await received(), { state: null, reply: null, calls: [] });
        expect(await store.complete(silent)).toEqual({ replies: [], calls: [] });
        expect(await store.conversation('fake:room')).toBeNull();
        expect(await store.repliesTo(incoming())).toEqual([]);
        expect(await store.unanswered(0, 10)).toEqual([]);
      });

      it('is refused whole when somebody else wrote the conversation', async () => {
        await store.complete(step(await received()));
        const late = await received({ eventKey: 'event-2' });
        const sighting = { kind: 'sighting', family: 'f', code: '1' } as const;
        await expect(
          store.complete(step(late, { expectedVersion: null, effects: [sighting] })),
        ).rejects.toThrow(VersionConflict);
        await expect(store.complete(step(late, { expectedVersion: 7 }))).rejects.toThrow(VersionConflict);
        expect(await store.depth()).toMatchObject({ inbox: 1, outbox: 1 });
        await store.complete(step(late, { expectedVersion: 1, state: state('a', 'b') }));
        expect(await store.conversation('fake:room')).toEqual({ version: 2, state: state('a', 'b') });
      });

      it('fails alone in a shared transaction', async () => {
        const one = await received({ eventKey: 'one', conversation: 'fake:one' });
        const two = await received({ eventKey: 'two', conversation: 'fake:two' });
        const before = store.counters.transactions;
        const [bad, good] = await Promise.allSettled([
          store.complete(step(one, { expectedVersion: 3 })),
          store.complete(step(two)),
        ]);
        expect(store.counters.transactions).toBe(before + 1);
        expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
        expect((await store.unanswered(0, 10)).map(({ sequence }) => sequence)).toEqual([one.sequence]);
        expect(await store.conversation('fake:one')).toBeNull();
      });

      it('of a first message that could not be processed leaves the conversation to the next', async () => {
        await store.complete(step(await received(), { status: 'dead', reason: 'it threw', state: null }));
        expect(await store.knows('fake:room')).toBe(true);
        expect(await store.deadLetters(10)).toEqual([
          {
            kind: 'message',
            id: 1,
            platform: 'fake',
            conversation: 'fake:room',
            reason: 'it threw',
            at: 1_000,
          },
        ]);
        await store.complete(step(await received({ eventKey: 'event-2' })));
        expect((await store.conversation('fake:room'))?.version).toBe(1);
      });

      it('of a later message that could not be processed leaves the state as it was', async () => {
        await store.complete(step(await received()));
        const bad = await received({ eventKey: 'event-2' });
        await store.complete(
          step(bad, { status: 'dead', reason: 'it threw', state: null, expectedVersion: 1 }),
        );
        expect(await store.conversation('fake:room')).toEqual({ version: 1, state: state(incoming().text) });
      });
    });

    describe('replies', () => {
      it('are found by the event they answer, within its conversation only', async () => {
        const { replies } = await store.complete(step(await received()));
        expect(await store.repliesTo(incoming())).toEqual(replies);
        expect(await store.repliesTo(incoming({ conversation: 'fake:other' }))).toBeNull();
        expect(await store.repliesTo(incoming({ eventKey: 'never' }))).toBeNull();
        await received({ eventKey: 'waiting' });
        expect(await store.repliesTo(incoming({ eventKey: 'waiting' }))).toBeNull();
      });

      it('grow in sequence over all conversations', async () => {
        for (const [index, conversation] of ['fake:a', 'fake:b', 'fake:a', 'fake:a'].entries())
          await store.complete(
            step(await received({ eventKey: `${index}`, conversation }), {
              expectedVersion: [null, null, 1, 2][index] ?? null,
            }),
          );
        const sequences = async (after: number) =>
          (await store.repliesAfter('fake:a', after, 2)).map(({ sequence }) => sequence);
        expect(await sequences(0)).toEqual([1, 3]);
        expect(await sequences(3)).toEqual([4]);
        expect(await sequences(4)).toEqual([]);
      });
    });

    describe('the outbox', () => {
      async function calls() {
        const bodies = [{ body: 'first' }, { body: { second: [2] } }, { body: null }];
        const address = { to: 'room', expiresAt: 60_000 };
        return (await store.complete(step(await received({ address }), { calls: bodies }))).calls;
      }

      it('keeps calls in sending order, with what sending needs', async () => {
        await calls();
        reopen();
        const open = await store.openCalls(0, 10);
        expect(open.map(({ call }) => call)).toEqual([
          { body: 'first' },
          { body: { second: [2] } },
          { body: null },
        ]);
        expect(open[1]).toEqual({
          id: 2,
          platform: 'fake',
          conversation: 'fake:room',
          idempotencyKey: 'fake:event-1:1',
          call: { body: { second: [2] } },
          status: 'pending',
          attempts: 0,
          notBefore: 1_000,
          expiresAt: 60_000,
        });
        expect((await store.openCalls(1, 1)).map(({ id }) => id)).toEqual([2]);
      });

      it('keeps posts to other platforms behind the reply, without its expiry', async () => {
        const address = { to: 'room', expiresAt: 60_000 };
        const posts = [{ platform: 'other', calls: [{ body: 'one' }, { body: 'two' }] }];
        await store.complete(step(await received({ address }), { calls: [{ body: 'reply' }], posts }));
        reopen();
        const open = await store.openCalls(0, 10);
        expect(
          open.map(({ platform, call, idempotencyKey, conversation, expiresAt }) => [
            platform,
            call.body,
            idempotencyKey,
            conversation,
            expiresAt,
          ]),
        ).toEqual([
          ['fake', 'reply', 'fake:event-1:0', 'fake:room', 60_000],
          ['other', 'one', 'fake:event-1:post.0.0', 'fake:room', null],
          ['other', 'two', 'fake:event-1:post.0.1', 'fake:room', null],
        ]);
      });

      it('remembers over a restart that a call was being sent', async () => {
        await calls();
        await store.markSending(1);
        reopen();
        expect((await store.openCalls(0, 10)).map(({ status }) => status)).toEqual([
          'sending',
          'pending',
          'pending',
        ]);
        await store.markRetry(1, 9_000);
        expect((await store.openCalls(0, 1))[0]).toMatchObject({
          status: 'pending',
          attempts: 1,
          notBefore: 9_000,
        });
      });

      it('lets go of a settled call, and never opens it again', async () => {
        await calls();
        await store.markSent(1, { messageId: 'm1' });
        await store.markSent(2, {});
        await store.markDead(3, 'unknown', 'nobody can tell');
        await Promise.all([
          store.markSending(1),
          store.markRetry(2, 0),
          store.markDead(1, 'dead', 'late'),
          store.markSent(3, {}),
        ]);
        reopen();
        expect(await store.openCalls(0, 10)).toEqual([]);
        expect(await store.deadLetters(10)).toEqual([
          {
            kind: 'call',
            id: 3,
            platform: 'fake',
            conversation: 'fake:room',
            reason: 'nobody can tell',
            at: 5_000,
          },
        ]);
        expect(await store.depth()).toEqual({ inbox: 0, outbox: 0, dead: 1 });
      });
    });

    describe('what it knows', () => {
      it('knows a conversation from the first kept message on', async () => {
        expect(await store.knows('fake:room')).toBe(false);
        const first = await received();
        expect(await store.knows('fake:room')).toBe(true);
        await store.complete(step(first));
        reopen();
        expect(await store.knows('fake:room')).toBe(true);
        expect(await store.knows('fake:elsewhere')).toBe(false);
      });

      it('knows where a platform’s conversations are answered, the newest first', async () => {
        const say = async (eventKey: string, place: string, platform = 'fake') => {
          const conversation = `${platform}:${place}`;
          const address = { to: `${place} of ${eventKey}` };
          const message = await received({ eventKey, platform, conversation, address });
          const stored = await store.conversation(conversation);
          await store.complete(
            step(message, { expectedVersion: stored?.version ?? null, at: message.sequence }),
          );
        };
        await say('1', 'one');
        await say('2', 'two');
        await say('3', 'elsewhere', 'other');
        await say('4', 'one');
        reopen();
        expect(await store.newestAddresses('fake', 9)).toEqual([{ to: 'one of 4' }, { to: 'two of 2' }]);
        expect(await store.newestAddresses('fake', 1)).toEqual([{ to: 'one of 4' }]);
        expect(await store.newestAddresses('nobody', 9)).toEqual([]);
      });

      it('finds a ticket by its id, the newest first in the list', async () => {
        for (const id of ['t1', 't2', 't3']) {
          const conversation = `fake:${id}`;
          const ticket = { id, language: 'zh', pack: 'p', problem: 'q', lines: [id] } as const;
          await store.complete(
            step(await received({ eventKey: id, conversation }), { effects: [{ kind: 'ticket', ticket }] }),
          );
        }
        expect((await store.tickets.list(2)).map(({ ticket }) => ticket.id)).toEqual(['t3', 't2']);
        expect((await store.tickets.get('t1'))?.ticket.lines).toEqual(['t1']);
        expect(await store.tickets.get('t9')).toBeNull();
      });
    });
  });
}

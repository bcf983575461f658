import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Reply } from '../../../src/message.ts';
import { encode, type MessageCall } from '../../../src/platforms/discord/encode.ts';
import { pressOf } from '../../../src/platforms/discord/names.ts';
import {
  cardOf,
  labelOf,
  type Payload,
  plainOf,
  pressablesOf,
  textOf,
} from '../../../src/platforms/discord/payload.ts';
import { addressOf, type Target } from '../../../src/platforms/discord/target.ts';
import { nastyText } from '../nasty-text.ts';
import { answerReply } from '../scripted-host.ts';
import { faultsOf, rowsIn } from './faults.ts';

const talk = { owner: '18446744073709551615', place: '18446744073709551614' };
const target: Target = { talk, channel: '5', since: '4', canType: true };
const interaction = { application: '1', token: 't', until: 9, isPrivate: true };

function messages(reply: Reply, isCard: boolean, more: Partial<Target> = {}): MessageCall[] {
  const calls = encode(reply, addressOf({ ...target, ...more }), isCard).map(
    ({ body }) => body as MessageCall,
  );
  return calls.filter(({ type }) => type === 'message');
}

function payloads(reply: Reply, isCard: boolean, more: Partial<Target> = {}): Payload[] {
  return messages(reply, isCard, more).flatMap((call) => (isCard ? [cardOf(call)] : plainOf(call)));
}

const longText = fc.oneof(
  nastyText,
  nastyText.map((text) => text.repeat(60)),
  fc.constant('a\u0301\u0302'.repeat(4_000)),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('text' as const, 'heading' as const), text: longText }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(longText, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('steps' as const),
    items: fc.array(fc.record({ text: longText, command: longText }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('note' as const),
    tone: fc.constantFrom('warning' as const, 'verify' as const, 'undo' as const, 'info' as const),
    title: longText,
    text: longText,
  }),
  fc.record({
    type: fc.constant('rows' as const),
    rows: fc.array(fc.record({ label: longText, value: longText }), { maxLength: 3 }),
  }),
);
const reply: fc.Arbitrary<Reply> = fc.record({
  id: fc.string({ minLength: 1 }),
  kind: fc.constantFrom('answer', 'question', 'choose', 'fix', 'notice', 'handover'),
  language: fc.constantFrom('en', 'zh'),
  blocks: fc.array(block, { maxLength: 4 }),
  choices: fc.array(fc.record({ id: fc.stringMatching(/^[a-z0-9-]{1,64}$/), label: longText }), {
    maxLength: 120,
  }),
  about: fc.constant({}),
});

describe('any reply', () => {
  it.each([true, false])('keeps to Discord’s limits and mentions nobody (cards: %s)', (isCard) => {
    fc.assert(
      fc.property(reply, fc.boolean(), (any, isPrivate) => {
        const more = isPrivate ? { interaction, canType: false } : {};
        for (const call of encode(any, addressOf({ ...target, ...more }), isCard))
          expect(faultsOf(call)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('has a nonce per message, of at most 25 characters with a part’s number, the same every time', () => {
    fc.assert(
      fc.property(reply, (any) => {
        const nonces = messages(any, true).map(({ nonce }) => nonce);
        expect(new Set(nonces).size).toBe(nonces.length);
        for (const nonce of nonces) expect(`${nonce}.9`.length).toBeLessThanOrEqual(25);
        expect(messages(any, true).map(({ nonce }) => nonce)).toEqual(nonces);
      }),
      { numRuns: 30 },
    );
  });

  it('can be sent plainly although it was made as a card', () => {
    const long = answerReply('r', 'x'.repeat(3_900), { choices: [{ id: 'a', label: 'A' }] });
    const [call] = messages(long, true);
    const parts = plainOf(call as MessageCall);
    expect(parts.length).toBeGreaterThan(1);
    for (const { content } of parts) expect(content?.length).toBeLessThanOrEqual(2000);
    expect(parts.map(({ components }) => components?.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
  });
});

describe('choices', () => {
  const choices = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `c${index}`, label: `Choice ${index}` }));
  const rowTypes = (count: number) => {
    const [payload] = payloads(answerReply('r', 'which?', { choices: choices(count) }), false);
    return rowsIn(payload as Payload).map(({ components }) => components.map(({ type }) => type));
  };

  it('are buttons, five in a row', () => {
    expect(rowTypes(7).map((row) => row.length)).toEqual([5, 2]);
  });

  it('are selects where there are more than buttons fit', () => {
    expect(rowTypes(30)).toEqual([[ComponentType.StringSelect], [ComponentType.StringSelect]]);
  });

  it('say in full, with their numbers, what a button cuts off', () => {
    const label =
      'The very long label of a button that nobody can read because it does not fit on one at all';
    const [payload] = payloads(
      answerReply('r', 'which?', {
        choices: [
          { id: 'a', label },
          { id: 'b', label: 'No' },
        ],
      }),
      true,
    );
    const text = textOf(payload as Parameters<typeof textOf>[0]);
    expect(text).toContain(`1\\. ${label}`);
    expect(text).toContain('2\\. No');
  });

  it('carry their talk and its owner', () => {
    const [payload] = payloads(
      answerReply('r', 'which?', { choices: [{ id: 'x'.repeat(64), label: 'A' }] }),
      true,
    );
    const [id = ''] = pressablesOf(payload as Parameters<typeof pressablesOf>[0]);
    expect(pressOf(id)).toEqual({ kind: 'pick', talk, choice: 'x'.repeat(64) });
    expect(labelOf(payload as Parameters<typeof labelOf>[0], id)).toBe('A');
  });

  it.each(['', 'x', 'p1', 'p1.2', 'pÄ.1.x', 'q1.2.x', `p1.2.${'x'.repeat(65)}`])(
    '%j is no press of ours',
    (id) => {
      expect(pressOf(id)).toBeNull();
    },
  );
});

describe('a reply looks like', () => {
  it('steps with commands to copy, notes and small print', () => {
    const blocks: Block[] = [
      { type: 'heading', text: 'Renew the address' },
      {
        type: 'badges',
        items: [
          { kind: 'minutes', text: 'about 3 min' },
          { kind: 'admin', text: 'needs admin' },
        ],
      },
      { type: 'steps', items: [{ text: 'Open a prompt.' }, { text: 'Run', command: 'ipconfig /renew' }] },
      { type: 'note', tone: 'verify', title: 'Did it work?', text: 'A page opens.' },
      { type: 'rows', rows: [{ label: 'hex', value: '0x1' }] },
    ];
    expect(messages(answerReply('r', '', { blocks }), true)[0]?.text).toBe(
      [
        '### Renew the address',
        '-# about 3 min · needs admin',
        '**1.** Open a prompt.\n**2.** Run\n```\nipconfig /renew\n```',
        '> ✅ **Did it work?**\n> A page opens.',
        '**hex:** 0x1',
      ].join('\n\n'),
    );
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import type { Conversation } from '../../src/conversation/state.ts';
import { evidenceOf, placeOf, readTalk } from '../../src/conversation/talk.ts';
import { believe, causesOf } from '../../src/diagnosis/belief.ts';
import { modelOf } from '../../src/diagnosis/model.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming } from '../../src/message.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

type Input = { readonly press: number } | { readonly say: string };
const sayings = [
  'the printer prints nothing',
  '打印机没反应',
  'nothing comes out, no light',
  '同事也打不了',
  'why',
  'back',
  '上一步',
  'human',
  '人工',
  'start over',
  'help',
  'thanks',
  '好了',
  'no idea',
  '不知道',
  '2',
  '选1',
  'yes',
  'no',
  'windows',
  '我用的是苹果电脑',
  '0x80070706',
  '0x80070057',
  '今天天气怎么样',
  'will printing end',
  '',
  'resume',
  'English',
  '中文',
];
const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ press: fc.integer({ min: -1, max: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ say: fc.constantFrom(...sayings) }) },
  { weight: 1, arbitrary: fc.record({ say: fc.string({ maxLength: 60, unit: 'grapheme' }) }) },
);

function send(state: Conversation | null, one: Input, key: number) {
  const base = {
    platform: 'test',
    conversation: 'test:1',
    person: 'p',
    eventKey: String(key),
    addressed: 'direct',
    address: { to: 'x' },
    language: 'en',
  } as const;
  const open = state?.open;
  const incoming: Incoming =
    'say' in one
      ? { ...base, kind: 'text', text: one.say }
      : {
          ...base,
          kind: 'choice',
          text: '',
          choice: `${state?.talk ?? 'aaaaaa'}-${open?.turn ?? 0}-${Math.max(0, one.press)}`,
        };
  return advance(state, incoming, { knowledge, now: key * 1000, seed: 's' });
}

describe('whatever is said and pressed', () => {
  it('is answered with a next step, a hand-over, or "not in the knowledge"; belief sums to 1; the state survives JSON', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 25 }), (inputs) => {
        let state: Conversation | null = null;
        inputs.forEach((one, key) => {
          const step = send(state, one, key);
          state = step.state;
          expect(step.reply?.blocks.length).toBeGreaterThan(0);
          for (const choice of step.reply?.choices ?? []) expect(choice.label).not.toBe('');
          if (step.reply?.kind === 'question' || step.reply?.kind === 'choose')
            expect(step.reply.choices.length).toBeGreaterThan(0);
          if (step.reply?.kind === 'fix') expect(step.reply.about.cause).toBeTruthy();
          expect(JSON.parse(JSON.stringify(step.state))).toEqual(step.state);
          expectBelief(step.state);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is undone exactly by "back"', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 12 }), input, (inputs, last) => {
        let state: Conversation | null = null;
        inputs.forEach((one, key) => {
          state = send(state, one, key).state;
        });
        const before = state as Conversation | null;
        const after = send(before, last, 100).state;
        // What led nowhere is no step, and start-over begins another list.
        fc.pre(
          before !== null &&
            after.events.length > before.events.length &&
            after.events[0] === before.events[0],
        );
        const added = after.events.slice(before.events.length).map(({ type }) => type);
        // A ticket that was sent is with somebody: there is no way back from it.
        fc.pre(added.some((type) => type !== 'said') && !added.includes('handedOver'));
        const undone = send(after, { say: 'back' }, 101).state;
        expect(undone.events).toEqual((before as Conversation).events);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same step again when replayed', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 10 }), (inputs) => {
        const play = () =>
          inputs.reduce<{ state: Conversation | null; replies: unknown[] }>(
            ({ state, replies }, one, key) => {
              const step = send(state, one, key);
              return { state: step.state, replies: [...replies, step.reply, step.effects] };
            },
            { state: null, replies: [] },
          );
        expect(play()).toEqual(play());
      }),
      { numRuns: 50 },
    );
  });
});

function expectBelief(state: Conversation): void {
  const talk = readTalk(state.events);
  const place = placeOf(talk, knowledge);
  if (!place) return;
  const causes = causesOf(believe(modelOf(place.pack, place.problem), evidenceOf(talk, place.problem)));
  expect(causes.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
}

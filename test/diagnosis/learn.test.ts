import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTalk } from '../../src/diagnosis/counts.ts';
import { countTalks, learn, surprise, tryOut } from '../../src/diagnosis/learn.ts';
import { countedRows, type LedgerRow, withoutIdentity } from '../../src/diagnosis/ledger.ts';
import { seededRandom } from '../../src/diagnosis/seeded-random.ts';
import { modelOf, questionOf, repairOf } from '../fixtures/model.ts';

const day = 24 * 60 * 60 * 1000;
const now = 400 * day;
const questions = [
  questionOf('q', [
    [0.7, 0.3, 0.5],
    [0.3, 0.7, 0.5],
  ]),
];
const repairs = [repairOf('f0', 0, { chance: 0.8 }), repairOf('f1', 1, { chance: 0.8 })];
/** The author thinks that the first cause is the common one. */
const authored = modelOf([0.7, 0.25], { questions, repairs });

const row: fc.Arbitrary<LedgerRow> = fc
  .record({
    id: fc.uuid(),
    identity: fc.constantFrom('ann', 'bob', 'eve'),
    at: fc.integer({ min: 0, max: now }),
    answer: fc.constantFrom('a0', 'a1', 'unheard'),
    share: fc.constantFrom(undefined, 0.65, 0.8),
    fix: fc.constantFrom('f0', 'f1'),
    failed: fc.boolean(),
    outcome: fc.constantFrom('solved', 'handedOver', 'unknown'),
  })
  .map(({ answer, share, fix, failed, outcome, ...rest }) => ({
    ...rest,
    pack: 'p',
    problem: 'x',
    outcome,
    evidence: [
      { kind: 'answer', question: 'q', answer, ...(share ? { share } : {}) },
      ...(failed ? [{ kind: 'failed', fix: fix === 'f0' ? 'f1' : 'f0' } as const] : []),
    ],
    ...(outcome === 'solved' ? { fix } : {}),
  }));
const ledgers = fc.uniqueArray(row, { maxLength: 30, selector: ({ id }) => id });

/** `count` talks in which the second cause is behind three of four. */
function talks(count: number): LedgerRow[] {
  const random = seededRandom('talks');
  return [...Array(count).keys()].map((index) => {
    const cause = random() < 0.75 ? 1 : 0;
    const answer = random() < 0.7 ? cause : 1 - cause;
    return {
      id: `t${index}`,
      identity: `person-${index}`,
      pack: 'p',
      problem: 'x',
      at: now - (count - index) * 1000,
      evidence: [{ kind: 'answer', question: 'q', answer: `a${answer}` }],
      outcome: 'solved',
      fix: `f${cause}`,
    };
  });
}

describe('counting talks', () => {
  it('is undone exactly by taking the same talks out, in any order', () => {
    fc.assert(
      fc.property(ledgers, ledgers, (kept, revoked) => {
        const before = countTalks(authored, kept, now);
        const counts = countTalks(authored, [...revoked, ...kept], now);
        for (const one of revoked.toReversed()) addTalk(counts, one, { model: authored, now, sign: -1 });
        expect(counts).toEqual(before);
      }),
    );
  });

  it('leaves no trace of an identity that was revoked', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        const never = rows.filter(({ identity }) => identity !== 'eve');
        expect(learn(authored, withoutIdentity(rows, 'eve'), now)).toEqual(learn(authored, never, now));
      }),
    );
  });

  it('does not depend on the order of the ledger', () => {
    fc.assert(
      fc.property(ledgers, (rows) => {
        expect(learn(authored, rows.toReversed(), now)).toEqual(learn(authored, rows, now));
      }),
    );
  });

  it('counts half as much after 90 days', () => {
    const [talk] = talks(1) as [LedgerRow];
    const fresh = countTalks(authored, [{ ...talk, at: now }], now).causes;
    const old = countTalks(authored, [{ ...talk, at: now - 90 * day }], now).causes;
    for (const [cause, count] of fresh.entries()) expect(old[cause]).toBeCloseTo(count / 2, -1);
  });

  it('hears one identity five times in a month, and not those who said nothing', () => {
    const many = talks(12).map((talk, index) => ({ ...talk, identity: 'eve', at: index * day }));
    expect(countedRows(many)).toHaveLength(5);
    expect(countedRows(many.map((talk) => ({ ...talk, outcome: 'unknown' as const })))).toEqual([]);
    const later = many.map((talk) => ({ ...talk, id: `later-${talk.id}`, at: talk.at + 60 * day }));
    expect(countedRows([...many, ...later])).toHaveLength(10);
  });
});

describe('what is learnt', () => {
  it('is nothing without talks', () => {
    expect(learn(authored, [], now).model).toEqual(authored);
  });

  it('comes close to how it really is, and foresees new talks better', () => {
    const { model } = learn(authored, talks(1000), now);
    expect(model.prior[1]).toBeGreaterThan(0.5);
    const trial = tryOut(authored, talks(1000), now);
    expect(trial).toMatchObject({ passes: true, heldOut: 200 });
    expect(trial.learnt).toBeLessThan(trial.authored);
    expect(surprise(model, talks(50))).toBeLessThan(surprise(authored, talks(50)));
  });

  it('waits for the operator where it would go beyond the band', () => {
    const surer = modelOf([0.93, 0.02], { questions, repairs });
    const { model, held } = learn(surer, talks(1000), now);
    expect(held.map(({ what }) => what)).toContain('prior:c1');
    expect(model.prior[1]).toBeLessThan(0.15);
  });

  it('is not tried out on nothing', () => {
    expect(tryOut(authored, [], now).passes).toBe(false);
  });
});

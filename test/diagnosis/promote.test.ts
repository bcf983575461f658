import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerRow, withoutIdentity } from '../../src/diagnosis/ledger.ts';
import { withNumbers } from '../../src/diagnosis/parameters.ts';
import { hasLostTalks, promote, relearnt } from '../../src/diagnosis/promote.ts';
import { seededRandom } from '../../src/diagnosis/seeded-random.ts';
import { modelOf, questionOf, repairOf } from '../fixtures/model.ts';

const now = 1_000_000;
const questions = [
  questionOf('q', [
    [0.7, 0.3, 0.5],
    [0.3, 0.7, 0.5],
  ]),
];
const repairs = [repairOf('f0', 0, { chance: 0.8 }), repairOf('f1', 1, { chance: 0.8 })];
/** The author thinks that the first cause is the common one. */
const authored = modelOf([0.7, 0.25], { questions, repairs });
const models = new Map([['p/x', authored]]);

/** `count` talks of as many people, in which the second cause is behind `share` of them. */
function talks(count: number, share = 0.75, who = (index: number) => `person-${index}`): LedgerRow[] {
  const random = seededRandom(`talks ${share}`);
  return [...Array(count).keys()].map((index) => {
    const cause = random() < share ? 1 : 0;
    return {
      id: `t${index}`,
      identity: who(index),
      pack: 'p',
      problem: 'x',
      at: now - (count - index),
      evidence: [{ kind: 'answer', question: 'q', answer: `a${cause}` }],
      outcome: 'solved',
      fix: `f${cause}`,
    };
  });
}

const asked = { before: null, now, agreed: false };

describe('promote', () => {
  it('lets through what foresees the newest talks better than the author', () => {
    const { set, verdicts } = promote(models, talks(60), asked);
    expect(verdicts).toMatchObject([{ problem: 'p/x', verdict: 'promoted' }]);
    const learnt = withNumbers(authored, set.problems['p/x'] as NonNullable<(typeof set.problems)[string]>);
    expect(learnt?.prior[1]).toBeGreaterThan(authored.prior[1] as number);
  });

  it('lets nothing through that a few people said, or that foresees worse', () => {
    expect(promote(models, talks(19), asked).set.problems).toEqual({});
    const turned = [...talks(80, 0.95), ...talks(20, 0).map((row) => ({ ...row, id: `late-${row.id}` }))].map(
      (row, index) => ({ ...row, at: index, identity: `person-${index}` }),
    );
    expect(promote(models, turned, asked).verdicts).toMatchObject([{ verdict: 'not better' }]);
  });

  it('keeps a change beyond the band at its edge until the operator agrees', () => {
    const rows = talks(400, 1);
    const held = promote(models, rows, asked);
    expect(held.verdicts[0]?.learnt.held.length).toBeGreaterThan(0);
    const agreed = promote(models, rows, { ...asked, agreed: true });
    const first = (set: typeof held.set) => set.problems['p/x']?.prior[0] as number;
    expect(first(agreed.set)).toBeLessThan(first(held.set));
  });

  it('keeps what was promoted before for a problem that nobody talked about since', () => {
    const { set } = promote(models, talks(60), asked);
    expect(promote(models, [], { ...asked, before: set }).set).toEqual(set);
  });

  it('forgets numbers whose author changed his', () => {
    const { set } = promote(models, talks(60), asked);
    const edited = new Map([['p/x', modelOf([0.6, 0.35], { questions, repairs })]]);
    expect(promote(edited, [], { ...asked, before: set }).set.problems).toEqual({});
  });
});

describe('relearnt', () => {
  it('gives, bit for bit, what would have been promoted had the identity never spoken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 30, max: 80 }), (whose, count) => {
        // Within the cap of an identity, so that another one's rows do not move up.
        const rows = talks(count, 0.75, (index) => (index % 10 === whose ? 'eve' : `person-${index}`));
        const { set } = promote(models, rows, asked);
        const honest = withoutIdentity(rows, 'eve');
        expect(relearnt(set, models, honest)).toEqual(promote(models, honest, asked).set);
      }),
      { numRuns: 20 },
    );
  });

  it('is due when a talk behind the numbers is gone, and not when new ones came', () => {
    const rows = talks(60);
    const { set } = promote(models, rows, asked);
    const later = { ...(rows[0] as LedgerRow), id: 'later', identity: 'later', at: now + 1 };
    expect(hasLostTalks(set, [...rows, later])).toBe(false);
    expect(hasLostTalks(set, [...rows.slice(1), later])).toBe(true);
    expect(hasLostTalks(relearnt(set, models, rows.slice(1)), rows.slice(1))).toBe(false);
  });

  it('counts only the talks up to the promotion', () => {
    const rows = talks(60);
    const { set } = promote(models, rows, asked);
    const later = { ...(rows[0] as LedgerRow), id: 'later', identity: 'later', at: now + 1 };
    expect(relearnt(set, models, [...rows, later])).toEqual(set);
  });
});

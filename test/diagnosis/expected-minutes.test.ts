import { describe, expect, it } from 'vitest';
import { expectedMinutes } from '../../src/diagnosis/expected-minutes.ts';
import type { Fix, Pack, Problem } from '../../src/knowledge/knowledge.ts';

const fix = (minutes: number, tier: 1 | 3): Fix =>
  ({ id: 'mend', minutes, tier, risk: 'high', variants: { any: {} } }) as unknown as Fix;

const problem = { id: 'p', causes: { wet: 1 }, observations: [] } as unknown as Problem;

/** A pack with one cause and at most one fix, which always helps. */
function packWith(mend?: Fix): { pack: Pack; problem: Problem } {
  const fixes = mend ? { mend } : {};
  const causes = { wet: { id: 'wet', fixes: mend ? { mend: 1 } : {} } };
  const pack = { id: 'pack', handOverMinutes: 100, problems: {}, causes, observations: {}, fixes };
  return { pack: pack as unknown as Pack, problem: { ...problem } };
}

describe('how long it still takes', () => {
  it('counts the minutes of a fix, and no charge for its tier and risk', () => {
    const { pack, problem: one } = packWith(fix(7, 3));
    expect(expectedMinutes(pack, one, [])).toBeCloseTo(7, 6);
  });

  it('is nothing where only a person can help: the waiting is not theirs', () => {
    const { pack, problem: one } = packWith();
    expect(expectedMinutes(pack, one, [])).toBe(0);
  });

  it('grows shorter by what was tried', () => {
    const { pack, problem: one } = packWith(fix(7, 1));
    expect(expectedMinutes(pack, one, [{ kind: 'failed', fix: 'mend' }])).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { askedTogether } from '../../src/diagnosis/asked-together.ts';
import { decide } from '../../src/diagnosis/decide.ts';
import type { Observation, Pack, Problem } from '../../src/knowledge/knowledge.ts';

const causes = ['a', 'b', 'c', 'd'];

/** A question that tells the causes in `yes` from the others. */
function observation(id: string, yes: readonly string[], minutes = 0.2): Observation {
  return {
    id,
    title: { en: id },
    ask: { en: id },
    minutes,
    dontKnow: 0.05,
    answers: ['yes', 'no'].map((answer) => ({
      id: answer,
      label: { en: answer },
      heard: { en: [`${id} ${answer}`] },
      usual: 0.5,
    })),
    likelihood: Object.fromEntries(
      causes.map((cause) => [cause, yes.includes(cause) ? [0.97, 0.03] : [0.03, 0.97]]),
    ),
  } as unknown as Observation;
}

function packWith(...observations: Observation[]): { pack: Pack; problem: Problem } {
  const problem = {
    id: 'p',
    title: { en: 'p' },
    causes: Object.fromEntries(causes.map((id) => [id, 0.25])),
    observations: observations.map(({ id }) => id),
  } as unknown as Problem;
  const fix = (id: string) => ({ id, minutes: 30, tier: 1, risk: 'low', variants: { any: {} } });
  const pack = {
    id: 'pack',
    handOverMinutes: 200,
    problems: { p: problem },
    causes: Object.fromEntries(causes.map((id) => [id, { id, fixes: { [`mend-${id}`]: 0.9 } }])),
    observations: Object.fromEntries(observations.map((one) => [one.id, one])),
    fixes: Object.fromEntries(causes.map((id) => [`mend-${id}`, fix(`mend-${id}`)])),
  } as unknown as Pack;
  return { pack, problem };
}

/** The question that comes first, and what is asked along with it. */
function firstOf({ pack, problem }: { pack: Pack; problem: Problem }): { first: string; more: string[] } {
  const decision = decide(pack, problem, []);
  const first = decision.do === 'ask' ? decision.question : '';
  return { first, more: askedTogether(pack, problem, { evidence: [], first }) };
}

describe('questions in one message', () => {
  it('are those that are as quick and would come next anyway', () => {
    const { first, more } = firstOf(packWith(observation('one', ['a', 'b']), observation('two', ['a', 'c'])));
    expect([first, ...more].sort()).toEqual(['one', 'two']);
  });

  it('leave out what takes longer to find out', () => {
    const slow = packWith(observation('one', ['a', 'b'], 2), observation('two', ['a', 'c'], 2));
    expect(firstOf(slow).first).not.toBe('');
    expect(firstOf(slow).more).toEqual([]);
  });

  it('are one alone where its likeliest answer ends the asking', () => {
    const { first, more } = firstOf(packWith(observation('one', ['a', 'b'])));
    expect({ first, more }).toEqual({ first: 'one', more: [] });
  });
});

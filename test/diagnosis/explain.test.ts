import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import { answerToRecheck, ruledOut } from '../../src/diagnosis/explain.ts';
import type { Observation, Pack, Problem } from '../../src/knowledge/knowledge.ts';

/** Three questions that two causes answer the opposite way round. */
function observation(id: string): Observation {
  return {
    id,
    title: { en: id },
    ask: { en: id },
    minutes: 1,
    dontKnow: 0.05,
    answers: ['yes', 'no'].map((answer) => ({ id: answer, label: { en: answer }, heard: {}, usual: 0.5 })),
    likelihood: { wet: [0.97, 0.03], dry: [0.03, 0.97] },
  };
}

const problem = {
  id: 'p',
  title: { en: 'p' },
  causes: { wet: 0.5, dry: 0.5 },
  observations: ['one', 'two', 'three', 'four'],
} as unknown as Problem;
const pack = {
  id: 'pack',
  handOverMinutes: 100,
  problems: { p: problem },
  causes: { wet: { id: 'wet', fixes: {} }, dry: { id: 'dry', fixes: {} } },
  observations: Object.fromEntries(problem.observations.map((id) => [id, observation(id)])),
  fixes: {},
} as unknown as Pack;
const said = (question: string, answer: string): Evidence => ({ kind: 'answer', question, answer });

describe('what is ruled out', () => {
  it('is nothing before anything is known', () => {
    expect(ruledOut(pack, problem, [])).toEqual([]);
  });

  it('comes with the answer that counted most against it', () => {
    const [gone] = ruledOut(pack, problem, [said('one', 'yes'), said('two', 'yes')]);
    expect(gone).toEqual({ cause: 'dry', by: { question: 'one', answer: 'yes' } });
    expect(ruledOut(pack, problem, [said('one', 'yes'), said('two', 'no')])).toEqual([]);
  });
});

describe('answers that do not fit together', () => {
  it('are left alone while they fit', () => {
    const fitting = ['one', 'two', 'three', 'four'].map((id) => said(id, 'yes'));
    expect(answerToRecheck(pack, problem, fitting)).toBeNull();
  });

  it('lead to asking once more about one of them', () => {
    const torn = [said('one', 'yes'), said('two', 'yes'), said('three', 'no'), said('four', 'no')];
    const recheck = answerToRecheck(pack, problem, torn);
    expect(torn.map((piece) => 'question' in piece && piece.question)).toContain(recheck?.question);
  });

  it('need three answers, and what was volunteered is not questioned', () => {
    expect(answerToRecheck(pack, problem, [said('one', 'yes'), said('two', 'no')])).toBeNull();
    const volunteered = ['one', 'two', 'three', 'four'].map((id, index) => ({
      ...said(id, index % 2 ? 'yes' : 'no'),
      volunteered: true as const,
    })) as Evidence[];
    expect(answerToRecheck(pack, problem, volunteered)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { believe, causesOf } from '../../src/diagnosis/belief.ts';
import { computeDecision } from '../../src/diagnosis/decide.ts';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import { openOptions } from '../../src/diagnosis/options.ts';
import { bestQuestion } from '../../src/diagnosis/question-value.ts';
import { planRepairs, repairTable } from '../../src/diagnosis/repair-plan.ts';
import { modelOf, questionOf, repairOf } from '../fixtures/model.ts';

const separating = questionOf('separating', [
  [0.95, 0.05, 0.5],
  [0.05, 0.95, 0.5],
]);
const useless = questionOf('useless', [
  [0.5, 0.5, 0.5],
  [0.5, 0.5, 0.5],
]);

describe('what is worth most', () => {
  it('is the question that separates two causes with dear fixes', () => {
    const model = modelOf([0.48, 0.47], {
      questions: [useless, separating],
      repairs: [repairOf('r0', 0, { cost: 40 }), repairOf('r1', 1, { cost: 40 })],
    });
    expect(computeDecision(model, [], 's')).toEqual({ do: 'ask', question: 'separating' });
  });

  it('is the cheap fix at once when asking costs more than trying', () => {
    const model = modelOf([0.9, 0.05], {
      questions: [separating],
      repairs: [repairOf('r0', 0, { cost: 2 }), repairOf('r1', 1, { cost: 2 })],
    });
    expect(computeDecision(model, [], 's')).toEqual({
      do: 'repair',
      fix: 'r0',
      cause: 'c0',
      standing: 'sure',
    });
  });

  it('never asks or offers again what was asked, tried or refused, and hands over when nothing is left', () => {
    const model = modelOf([0.48, 0.47], {
      questions: [separating],
      repairs: [repairOf('r0', 0), repairOf('r1', 1)],
    });
    const evidence: Evidence[] = [];
    for (let step = 0; step < 3; step++) {
      const decision = computeDecision(model, evidence, 's');
      if (decision.do === 'ask') evidence.push({ kind: 'unknown', question: decision.question });
      if (decision.do === 'repair')
        evidence.push({ kind: evidence.length % 2 ? 'failed' : 'excluded', fix: decision.fix });
    }
    expect(new Set(evidence.map((piece) => ('fix' in piece ? piece.fix : piece.question))).size).toBe(
      evidence.length,
    );
    expect(computeDecision(model, evidence, 's')).toEqual({ do: 'handOver' });
  });

  it('asks on when causes are many and flat, where looking one question ahead would hand over', () => {
    // 16 equally likely causes, 4 questions that each halve them, every fix too dear to guess.
    const causes = 16;
    const questions = [0, 1, 2, 3].map((bit) =>
      questionOf(
        `bit${bit}`,
        [0, 1].map((answer) =>
          [...Array(causes).keys()]
            .map((cause): number => (((cause >> bit) & 1) === answer ? 0.99 : 0.01))
            .concat(0.5),
        ),
      ),
    );
    const repairs = [...Array(causes).keys()].map((cause) => repairOf(`r${cause}`, cause, { cost: 30 }));
    const model = modelOf(Array(causes).fill(0.95 / causes), { questions, repairs, handOverMinutes: 150 });
    const options = openOptions(model, []);
    const belief = believe(model, []);
    const table = repairTable(options.repairs, model.causes.length);
    const plan = planRepairs(causesOf(belief), table, model.handOverMinutes);
    expect(plan.first).toBeNull();
    expect(bestQuestion(belief, options.questions, { ...model, table })?.cost).toBeGreaterThan(plan.cost);
    expect(computeDecision(model, [], 's').do).toBe('ask');
  });

  it('is the same for the same evidence and seed', () => {
    const model = modelOf([0.48, 0.47], {
      questions: [separating, useless],
      repairs: [repairOf('r0', 0), repairOf('r1', 1)],
    });
    expect(computeDecision(model, [], 'x')).toEqual(computeDecision(model, [], 'x'));
  });
});

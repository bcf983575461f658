import { describe, expect, it } from 'vitest';
import { openOptions } from '../../src/diagnosis/options.ts';
import { modelOf, questionOf, repairOf } from '../fixtures/model.ts';

const system = questionOf('system', [
  [0.6, 0.6],
  [0.4, 0.4],
]);
const named = { ...system, answers: ['windows', 'android'] };
const windowsOnly = {
  ...questionOf('dragging', [
    [0.5, 0.5],
    [0.5, 0.5],
  ]),
  systems: ['windows' as const],
};
const phoneOnly = {
  ...questionOf('battery', [
    [0.5, 0.5],
    [0.5, 0.5],
  ]),
  systems: ['android' as const],
};
const dependent = {
  ...questionOf('which-group', [
    [0.5, 0.5],
    [0.5, 0.5],
  ]),
  askIf: { where: ['group'] },
};
const heardOnly = {
  ...questionOf('volunteered', [
    [0.5, 0.5],
    [0.5, 0.5],
  ]),
  askable: false,
};
const repair = { ...repairOf('windows-fix', 0), systems: ['windows' as const] };
const model = modelOf([0.9], {
  questions: [named, windowsOnly, phoneOnly, dependent, heardOnly],
  repairs: [repair],
});
const ids = (evidence: Parameters<typeof openOptions>[1]) =>
  openOptions(model, evidence).questions.map(({ id }) => id);

describe('open options', () => {
  it('leave out what can only be volunteered and what depends on an answer not given', () => {
    expect(ids([])).not.toContain('volunteered');
    expect(ids([])).not.toContain('which-group');
    expect(ids([{ kind: 'answer', question: 'where', answer: 'group' }])).toContain('which-group');
    expect(ids([{ kind: 'answer', question: 'where', answer: 'friend' }])).not.toContain('which-group');
  });

  it('ask about a system only where the person probably is', () => {
    expect(ids([])).toEqual(['system', 'dragging']);
    expect(ids([{ kind: 'answer', question: 'system', answer: 'android' }])).toEqual(['battery']);
  });

  it('leave out fixes without steps for the system, but only once it is known', () => {
    expect(openOptions(model, []).repairs).toHaveLength(1);
    expect(openOptions(model, [{ kind: 'answer', question: 'system', answer: 'android' }]).repairs).toEqual(
      [],
    );
  });

  it('leave out what was answered, not known, tried or refused', () => {
    expect(ids([{ kind: 'unknown', question: 'dragging' }])).toEqual(['system']);
    expect(openOptions(model, [{ kind: 'excluded', fix: 'windows-fix' }]).repairs).toEqual([]);
  });
});

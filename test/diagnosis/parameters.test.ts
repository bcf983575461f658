import { beforeAll, describe, expect, it } from 'vitest';
import { suspects } from '../../src/diagnosis/decide.ts';
import { type Model, modelOf } from '../../src/diagnosis/model.ts';
import { numbersOf, type ParameterSet, problemUnder, withNumbers } from '../../src/diagnosis/parameters.ts';
import type { Pack, Problem } from '../../src/knowledge/knowledge.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let pack: Pack;
let problem: Problem;
let authored: Model;
/** The author's model, but the last of the known causes is behind nine talks of ten. */
let learnt: Model;
beforeAll(async () => {
  const { packs } = await officePrinter();
  pack = packs['office-printer'] as Pack;
  problem = pack.problems['prints-nothing'] as Problem;
  authored = modelOf(pack, problem);
  const often = authored.causes.length - 2;
  const rest = 0.1 / (authored.causes.length - 1);
  learnt = { ...authored, prior: authored.prior.map((_, cause) => (cause === often ? 0.9 : rest)) };
});

const setOf = (numbers: ReturnType<typeof numbersOf>): ParameterSet =>
  JSON.parse(JSON.stringify({ version: 'one', problems: { 'office-printer/prints-nothing': numbers } }));

describe('learnt numbers', () => {
  it('give the learnt model back, also through JSON', () => {
    const numbers = setOf(numbersOf(authored, learnt)).problems['office-printer/prints-nothing'];
    expect(withNumbers(authored, numbers as NonNullable<typeof numbers>)).toEqual(learnt);
  });

  it('count no more after the author changed a number', () => {
    const edited = { ...authored, prior: authored.prior.toReversed() };
    expect(withNumbers(edited, numbersOf(authored, learnt))).toBeNull();
  });

  it('change what a talk under them suspects, and nothing for the others', () => {
    const often = authored.causes.at(-2);
    const before = suspects(pack, problem, []);
    const under = problemUnder(setOf(numbersOf(authored, learnt)), pack, problem);
    expect(suspects(pack, under, [])[0]).toMatchObject({ id: often });
    expect(suspects(pack, problem, [])).toEqual(before);
  });

  it('leave a problem alone that they say nothing about', () => {
    expect(problemUnder({ version: 'none', problems: {} }, pack, problem)).toBe(problem);
  });
});

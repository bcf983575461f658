import { createHash } from 'node:crypto';
import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { bindModel, type Model, modelOf } from './model.ts';

/** What talks taught about the problems of all packs at one promotion. A talk keeps the set that it began with. */
export interface ParameterSet {
  readonly version: string;
  /** `pack/problem` → numbers. What is not named keeps the author's. */
  readonly problems: Readonly<Record<string, Numbers>>;
}

/** The learnt numbers of one problem, in the order of its model. Survives JSON. */
export interface Numbers {
  /** Of the author's numbers that they were learnt beside; after an edit of those they count no more. */
  readonly fingerprint: string;
  readonly prior: readonly number[];
  /** Question, answer, cause. */
  readonly likelihood: readonly (readonly (readonly number[])[])[];
  /** Fix, place among its causes. */
  readonly chance: readonly (readonly number[])[];
}

/** The numbers of `learnt`, to be kept beside the author's. */
export function numbersOf(authored: Model, learnt: Model): Numbers {
  return { fingerprint: fingerprintOf(authored), ...plainNumbers(learnt) };
}

/** The author's model with learnt numbers in it; null when the author's numbers were others at the time. */
export function withNumbers(authored: Model, numbers: Numbers): Model | null {
  if (numbers.fingerprint !== fingerprintOf(authored)) return null;
  return {
    ...authored,
    prior: Float64Array.from(numbers.prior),
    questions: authored.questions.map((question, place) => ({
      ...question,
      likelihood: question.likelihood.map((row, answer) =>
        Float64Array.from(numbers.likelihood[place]?.[answer] ?? row),
      ),
    })),
    repairs: authored.repairs.map((repair, place) => ({
      ...repair,
      chance: numbers.chance[place] ?? repair.chance,
    })),
  };
}

const bound = new WeakMap<ParameterSet, WeakMap<Problem, Problem>>();

/** The problem as a parameter set knows it: a copy that decisions and explanations compute with the learnt numbers of. */
export function problemUnder(set: ParameterSet, pack: Pack, problem: Problem): Problem {
  const numbers = set.problems[`${pack.id}/${problem.id}`];
  if (!numbers) return problem;
  const copies = bound.get(set) ?? new WeakMap<Problem, Problem>();
  bound.set(set, copies);
  const known = copies.get(problem);
  if (known) return known;
  const model = withNumbers(modelOf(pack, problem), numbers);
  const copy = model ? bindModel({ ...problem }, model) : problem;
  copies.set(problem, copy);
  return copy;
}

function plainNumbers({ prior, questions, repairs }: Model): Omit<Numbers, 'fingerprint'> {
  return {
    prior: [...prior],
    likelihood: questions.map(({ likelihood }) => likelihood.map((row) => [...row])),
    chance: repairs.map(({ chance }) => [...chance]),
  };
}

function fingerprintOf(model: Model): string {
  const named = {
    causes: model.causes,
    questions: model.questions.map(({ id, answers }) => [id, answers]),
    repairs: model.repairs.map(({ id, causes }) => [id, causes]),
    ...plainNumbers(model),
  };
  return createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 16);
}

import type { Evidence } from './evidence.ts';
import type { Model, Question, Repair } from './model.ts';

/**
 * How people answer. Likelihoods are trusted only so far: an engine that takes every answer at its word is, at
 * 10–20 % wrong answers, worse than one that never asks. Two kinds of people in the measured mixture; a person's own
 * answers move the weight between them.
 */
const people = [
  { share: 0.6, error: 0.02 },
  { share: 0.4, error: 0.4 },
] as const;

/** P(a volunteered fact is wrong, or was misheard): careless answering is something people do when asked. */
const volunteeredError = 0.02;
/**
 * What people mention unasked, they mention because they think it matters: the same words weigh more than as an answer.
 * The exponent of its likelihoods; measured on the shipped pack, see decision 010.
 */
const volunteeredWeight = 1.5;

/** P(a fix that fits the cause is done right and so really rules the cause out when it fails). */
const doneRight = 0.95;
/** No cause is ever ruled out for good: one wrong click must not be final. */
const floor = 1e-6;

/** P(cause, kind of person | evidence); `joint[kind][cause]`, all together sum to 1. */
export interface Belief {
  readonly joint: readonly Float64Array[];
}

/** Before any evidence. */
export function priorBelief(model: Model): Belief {
  return normalised(people.map(({ share }) => model.prior.map((p) => Math.max(floor, p) * share)));
}

/** Belief after all of `evidence`, in any order. Evidence on questions or fixes outside the model changes nothing. */
export function believe(model: Model, evidence: readonly Evidence[]): Belief {
  return evidence.reduce((belief, piece) => afterEvidence(model, belief, piece), priorBelief(model));
}

function afterEvidence(model: Model, belief: Belief, piece: Evidence): Belief {
  if (piece.kind === 'answer') {
    const question = model.questions.find((candidate) => candidate.id === piece.question);
    const answer = question?.answers.indexOf(piece.answer) ?? -1;
    return question && answer >= 0 ? afterAnswer(belief, question, answer, piece.volunteered) : belief;
  }
  if (piece.kind === 'failed') {
    const repair = model.repairs.find((candidate) => candidate.id === piece.fix);
    return repair ? afterFailure(belief, repair) : belief;
  }
  return belief;
}

/** Belief once `question` was answered with its answer number `answer`, asked or `volunteered`. */
export function afterAnswer(belief: Belief, question: Question, answer: number, volunteered = false): Belief {
  const likelihood = question.likelihood[answer] as Float64Array;
  const joint = belief.joint.map((causes, kind) => {
    const error = volunteered ? volunteeredError : (people[kind] as (typeof people)[number]).error;
    const guess = error / question.answers.length;
    const after = new Float64Array(causes.length);
    for (let cause = 0; cause < causes.length; cause++) {
      const trusted = Math.max(floor, (1 - error) * (likelihood[cause] as number) + guess);
      after[cause] = (causes[cause] as number) * (volunteered ? trusted ** volunteeredWeight : trusted);
    }
    return after;
  });
  return normalised(joint);
}

/** Belief once a fix was tried and did not help. */
function afterFailure(belief: Belief, repair: Repair): Belief {
  return normalised(
    belief.joint.map((causes) => {
      const after = Float64Array.from(causes);
      repair.causes.forEach((cause, index) => {
        after[cause] = (after[cause] as number) * (1 - doneRight * (repair.chance[index] as number));
      });
      return after;
    }),
  );
}

/** P(cause | evidence), whatever the kind of person; sums to 1. */
export function causesOf(belief: Belief): Float64Array {
  const sum = new Float64Array((belief.joint[0] as Float64Array).length);
  for (const causes of belief.joint) {
    for (let cause = 0; cause < sum.length; cause++)
      sum[cause] = (sum[cause] as number) + (causes[cause] as number);
  }
  return sum;
}

/** P(each answer) to a question, "don't know" left out; sums to 1. */
export function answerChances(belief: Belief, question: Question): number[] {
  const { trusted, guessed } = expectedJoint(belief);
  const share = 1 / question.answers.length;
  return question.likelihood.map((likelihood) => {
    let chance = 0;
    for (let cause = 0; cause < trusted.length; cause++) {
      chance +=
        (trusted[cause] as number) * (likelihood[cause] as number) + (guessed[cause] as number) * share;
    }
    return chance;
  });
}

/** P(cause and the next answer is meant) and P(cause and it is a guess); together P(cause). */
interface ExpectedJoint {
  readonly trusted: Float64Array;
  readonly guessed: Float64Array;
}

const expectedJoints = new WeakMap<Belief, ExpectedJoint>();

/** What a next answer will be worth, over both kinds of people: P(answer, cause) = trusted · L + guessed / answers. */
export function expectedJoint(belief: Belief): ExpectedJoint {
  const known = expectedJoints.get(belief);
  if (known) return known;
  const guessed = new Float64Array((belief.joint[0] as Float64Array).length);
  const trusted = new Float64Array(guessed.length);
  belief.joint.forEach((causes, kind) => {
    const { error } = people[kind] as (typeof people)[number];
    for (let cause = 0; cause < causes.length; cause++) {
      guessed[cause] = (guessed[cause] as number) + (causes[cause] as number) * error;
      trusted[cause] = (trusted[cause] as number) + (causes[cause] as number) * (1 - error);
    }
  });
  const joint = { trusted, guessed };
  expectedJoints.set(belief, joint);
  return joint;
}

/** Scales to a sum of 1, in place: the arrays were just made by the caller. */
function normalised(joint: readonly Float64Array[]): Belief {
  let total = 0;
  for (const causes of joint)
    for (let cause = 0; cause < causes.length; cause++) total += causes[cause] as number;
  for (const causes of joint)
    for (let cause = 0; cause < causes.length; cause++) causes[cause] = (causes[cause] as number) / total;
  return { joint };
}

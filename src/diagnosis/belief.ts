import { type Evidence, mixed } from './evidence.ts';
import type { Model, PersonKind, Question, Repair, Trust } from './model.ts';
import { weighedLikelihood } from './weighed-likelihood.ts';

/** P(a volunteered fact is wrong, or was misheard): careless answering is something people do when asked. */
const volunteeredError = 0.02;
/**
 * What people mention unasked, they mention because they think it matters: the same words weigh more than as an answer.
 * The exponent of its likelihoods; measured on the shipped pack, see decision 010.
 */
const volunteeredWeight = 1.5;

/** No cause is ever ruled out for good: one wrong click must not be final. */
const floor = 1e-6;

/** P(cause, kind of person | evidence); `joint[kind][cause]`, all together sum to 1. */
export interface Belief {
  readonly joint: readonly Float64Array[];
  readonly trust: Trust;
  /** P(cause), over all kinds. */
  readonly causes: Float64Array;
  /** What a next answer will be worth: P(answer, cause) = trusted · L + guessed / answers; together P(cause). */
  readonly trusted: Float64Array;
  readonly guessed: Float64Array;
  /** P(this person does not know an answer), besides what the question itself brings. */
  readonly unsure: number;
}

/** Before any evidence. */
export function priorBelief(model: Model): Belief {
  const { trust } = model;
  return normalised(
    trust.people.map(({ share }) => model.prior.map((p) => Math.max(floor, p) * share)),
    trust,
  );
}

/** Belief after all of `evidence`, in any order. Evidence on questions or fixes outside the model changes nothing. */
export function believe(model: Model, evidence: readonly Evidence[]): Belief {
  return evidence.reduce((belief, piece) => afterEvidence(model, belief, piece), priorBelief(model));
}

function afterEvidence(model: Model, belief: Belief, piece: Evidence): Belief {
  if (piece.kind === 'answer') {
    const question = questionIn(model, piece.question);
    const answer = question?.answers.indexOf(piece.answer) ?? -1;
    return question && answer >= 0 ? afterAnswer(belief, question, answer, piece) : belief;
  }
  if (piece.kind === 'unknown') {
    const question = questionIn(model, piece.question);
    return question ? afterUnknown(belief, question) : belief;
  }
  if (piece.kind === 'failed') {
    const repair = model.repairs.find((candidate) => candidate.id === piece.fix);
    return repair ? afterFailure(belief, repair) : belief;
  }
  return belief;
}

function questionIn(model: Model, id: string): Question | undefined {
  return model.questions.find((candidate) => candidate.id === id);
}

/** Belief once `question` was answered with its answer number `answer`; a hedged answer is a mixture of all answers. */
export function afterAnswer(
  belief: Belief,
  question: Question,
  answer: number,
  { volunteered, share }: Pick<Extract<Evidence, { kind: 'answer' }>, 'volunteered' | 'share'> = {},
): Belief {
  const mixture = { share, answers: question.answers.length };
  const rows = volunteered ? question.likelihood : weighedLikelihood(question, belief.trust);
  const likelihood = rows[answer] as Float64Array;
  const joint = belief.joint.map((causes, kind) => {
    const { error: errs, unsure } = kindOf(belief.trust, kind);
    const error = volunteered ? volunteeredError : errs;
    const guess = error / question.answers.length;
    const after = new Float64Array(causes.length);
    for (let cause = 0; cause < causes.length; cause++) {
      const trusted = Math.max(floor, (1 - error) * mixed(likelihood[cause] as number, mixture) + guess);
      after[cause] =
        (causes[cause] as number) * (volunteered ? trusted ** volunteeredWeight : trusted * (1 - unsure));
    }
    return after;
  });
  return normalised(joint, belief.trust);
}

function kindOf(trust: Trust, kind: number): PersonKind {
  return trust.people[kind] as PersonKind;
}

/** Belief once somebody did not know the answer: it says nothing of the causes, but something of the person. */
export function afterUnknown(belief: Belief, question: Question): Belief {
  return normalised(
    belief.joint.map((causes, kind) => {
      const chance = Math.max(floor, unknownFor(question, kindOf(belief.trust, kind).unsure));
      return causes.map((share) => share * chance);
    }),
    belief.trust,
  );
}

/** P("I don't know") from this person, to this question. */
export function unknownChance(belief: Belief, question: Question): number {
  return unknownFor(question, belief.unsure);
}

function unknownFor(question: Question, unsure: number): number {
  return 1 - (1 - question.dontKnow) * (1 - unsure);
}

/** Belief once a fix was tried and did not help. */
export function afterFailure(belief: Belief, repair: Repair): Belief {
  return normalised(
    belief.joint.map((causes, kind) => {
      const { doneRight } = kindOf(belief.trust, kind);
      const after = Float64Array.from(causes);
      repair.causes.forEach((cause, index) => {
        after[cause] = (after[cause] as number) * (1 - doneRight * (repair.chance[index] as number));
      });
      return after;
    }),
    belief.trust,
  );
}

/** P(cause | evidence), whatever the kind of person; sums to 1. */
export function causesOf(belief: Belief): Float64Array {
  return belief.causes;
}

/** P(each answer) to a question, "don't know" left out; sums to 1. */
export function answerChances(belief: Belief, question: Question): number[] {
  const { trusted, guessed } = belief;
  const share = 1 / question.answers.length;
  return weighedLikelihood(question, belief.trust).map((likelihood) => {
    let chance = 0;
    for (let cause = 0; cause < trusted.length; cause++) {
      chance +=
        (trusted[cause] as number) * (likelihood[cause] as number) + (guessed[cause] as number) * share;
    }
    return chance;
  });
}

/** Scales to a sum of 1, in place: the arrays were just made by the caller. */
function normalised(joint: readonly Float64Array[], trust: Trust): Belief {
  let total = 0;
  for (const shares of joint)
    for (let cause = 0; cause < shares.length; cause++) total += shares[cause] as number;
  const trusted = new Float64Array((joint[0] as Float64Array).length);
  const guessed = new Float64Array(trusted.length);
  const causes = new Float64Array(trusted.length);
  let unknowing = 0;
  for (let kind = 0; kind < joint.length; kind++) {
    const shares = joint[kind] as Float64Array;
    const { error, unsure } = kindOf(trust, kind);
    for (let cause = 0; cause < shares.length; cause++) {
      const share = (shares[cause] as number) / total;
      shares[cause] = share;
      unknowing += share * unsure;
      causes[cause] = (causes[cause] as number) + share;
      guessed[cause] = (guessed[cause] as number) + share * error;
      trusted[cause] = (trusted[cause] as number) + share * (1 - error);
    }
  }
  return { joint, trust, causes, trusted, guessed, unsure: unknowing };
}

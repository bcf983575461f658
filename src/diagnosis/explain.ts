import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { afterAnswer, answerChances, type Belief, believe, causesOf, priorBelief } from './belief.ts';
import { draw } from './draw.ts';
import type { Evidence } from './evidence.ts';
import { type Model, modelOf, other, type Question } from './model.ts';
import { seededRandom } from './seeded-random.ts';

type Answer = Extract<Evidence, { kind: 'answer' }>;

/** A cause that was likely before anything was known and hardly is any more. */
export interface RuledOut {
  readonly cause: string;
  /** What counted most against it; null when no single answer did. */
  readonly by: { readonly question: string; readonly answer: string } | null;
}

/** At first at least this likely, or nobody would have thought of it. */
const notable = 0.03;
/** Below this, and less than half of what it was at first, a cause hardly counts any more. */
const remnant = 0.1;

/** The causes that were ruled out, most notable first, each with the answer that did most of it. */
export function ruledOut(pack: Pack, problem: Problem, evidence: readonly Evidence[]): RuledOut[] {
  const model = modelOf(pack, problem);
  const before = causesOf(priorBelief(model));
  const after = causesOf(believe(model, evidence));
  return model.causes
    .map((cause, index) => ({ cause, index, was: before[index] as number, is: after[index] as number }))
    .filter(({ cause, was, is }) => cause !== other && was >= notable && is < remnant && is < was / 2)
    .sort((one, two) => two.was - one.was)
    .map(({ cause, index }) => ({ cause, by: againstMost(model, evidence, index) }));
}

/** The answer without which the cause would be likeliest. */
function againstMost(model: Model, evidence: readonly Evidence[], cause: number): RuledOut['by'] {
  const shares = answersIn(evidence).map((piece) => ({
    piece,
    share: causesOf(believe(model, without(evidence, piece)))[cause] as number,
  }));
  const most = shares.sort((one, two) => two.share - one.share)[0];
  const now = causesOf(believe(model, evidence))[cause] as number;
  return most && most.share > now * 1.5 ? { question: most.piece.question, answer: most.piece.answer } : null;
}

/** With fewer answers nothing can contradict itself. */
const fewestAnswers = 3;
/** Answers this unlikely among people who answer truly are more likely a slip. */
const unusual = 0.05;
const draws = 200;

/**
 * The answer to ask about once more: when the answers together are rarer than 95 % of what people who answer truly
 * would say to the same questions, the one that moves belief most; null while they fit together.
 */
export function answerToRecheck(
  pack: Pack,
  problem: Problem,
  evidence: readonly Evidence[],
): { readonly question: string; readonly answer: string } | null {
  const model = modelOf(pack, problem);
  const answers = answersIn(evidence).filter((piece) => !piece.volunteered);
  const questions = answers.flatMap(
    ({ question }) => model.questions.find(({ id }) => id === question) ?? [],
  );
  if (questions.length < fewestAnswers) return null;
  const given = answers.flatMap(({ question, answer }) => {
    const asked = questions.find(({ id }) => id === question);
    return asked ? [asked.answers.indexOf(answer)] : [];
  });
  return rank(model, questions, given) < unusual ? mostInfluential(model, evidence, answers) : null;
}

/** Share of truthful people whose answers would be as rare or rarer. */
function rank(model: Model, questions: readonly Question[], given: readonly number[]): number {
  const start = priorBelief(model);
  const random = seededRandom(questions.map(({ id }) => id).join(';'));
  const own = rarity(start, questions, given);
  let rarer = 0;
  for (let run = 0; run < draws; run++) {
    const cause = draw(model.prior, random());
    const answers = questions.map(({ likelihood }) =>
      draw(
        likelihood.map((row) => row[cause] as number),
        random(),
      ),
    );
    if (rarity(start, questions, answers) <= own) rarer++;
  }
  return rarer / draws;
}

/** log P(these answers), as belief expects them one after another. */
function rarity(start: Belief, questions: readonly Question[], answers: readonly number[]): number {
  let belief = start;
  let sum = 0;
  questions.forEach((question, index) => {
    const answer = answers[index] as number;
    sum += Math.log(answerChances(belief, question)[answer] as number);
    belief = afterAnswer(belief, question, answer);
  });
  return sum;
}

function mostInfluential(
  model: Model,
  evidence: readonly Evidence[],
  answers: readonly Answer[],
): Answer | null {
  const now = causesOf(believe(model, evidence));
  const moved = answers.map((piece) => {
    const otherwise = causesOf(believe(model, without(evidence, piece)));
    return {
      piece,
      distance: now.reduce((sum, p, index) => sum + Math.abs(p - (otherwise[index] as number)), 0),
    };
  });
  return moved.sort((one, two) => two.distance - one.distance)[0]?.piece ?? null;
}

function answersIn(evidence: readonly Evidence[]): Answer[] {
  return evidence.filter((piece) => piece.kind === 'answer');
}

function without(evidence: readonly Evidence[], left: Evidence): Evidence[] {
  return evidence.filter((piece) => piece !== left);
}

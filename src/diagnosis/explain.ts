import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { afterAnswer, answerChances, type Belief, believe, causesOf, priorBelief } from './belief.ts';
import { draw } from './draw.ts';
import { type Evidence, mixed } from './evidence.ts';
import { type Model, modelOf, other, type Question } from './model.ts';
import { seededRandom } from './seeded-random.ts';

type Answer = Extract<Evidence, { kind: 'answer' }>;

/** A cause that was likely before anything was known and hardly is any more. */
export interface RuledOut {
  readonly cause: string;
  /** What counted most against it: an answer, or a fix that did not help; null when no single one did. */
  readonly by: Reason | null;
}

type Reason = { readonly question: string; readonly answer: string } | { readonly fix: string };

/** At first at least this likely, or nobody would have thought of it. */
const notable = 0.03;
/** Below this, and less than half of what it was at first, a cause hardly counts any more. */
const remnant = 0.1;

/** The causes that were ruled out, most notable first, each with the answer or failed fix that did most of it. */
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

/** The answer or failed fix without which the cause would be likeliest. */
function againstMost(model: Model, evidence: readonly Evidence[], cause: number): Reason | null {
  const shares = evidence.flatMap((piece) => {
    const reason = reasonIn(piece);
    if (!reason) return [];
    return [{ reason, share: causesOf(believe(model, without(evidence, piece)))[cause] as number }];
  });
  const most = shares.sort((one, two) => two.share - one.share)[0];
  const now = causesOf(believe(model, evidence))[cause] as number;
  return most && most.share > now * 1.5 ? most.reason : null;
}

function reasonIn(piece: Evidence): Reason | null {
  if (piece.kind === 'answer') return { question: piece.question, answer: piece.answer };
  return piece.kind === 'failed' ? { fix: piece.fix } : null;
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
  const asked = answers.flatMap(({ question: id, answer, share }): Asked[] => {
    const question = model.questions.find((candidate) => candidate.id === id);
    return question ? [{ question, answer: question.answers.indexOf(answer), share }] : [];
  });
  if (asked.length < fewestAnswers) return null;
  return rank(model, asked) < unusual ? mostInfluential(model, evidence, answers) : null;
}

interface Asked {
  readonly question: Question;
  readonly answer: number;
  readonly share: number | undefined;
}

/** Share of truthful people whose answers, hedged alike, would be as rare or rarer. */
function rank(model: Model, asked: readonly Asked[]): number {
  const start = priorBelief(model);
  const random = seededRandom(asked.map(({ question }) => question.id).join(';'));
  const own = rarity(start, asked);
  let rarer = 0;
  for (let run = 0; run < draws; run++) {
    const cause = draw(model.prior, random());
    const truthful = asked.map((piece) => ({
      ...piece,
      answer: draw(
        piece.question.likelihood.map((row) => row[cause] as number),
        random(),
      ),
    }));
    if (rarity(start, truthful) <= own) rarer++;
  }
  return rarer / draws;
}

/** log P(these answers), as belief expects them one after another. */
function rarity(start: Belief, asked: readonly Asked[]): number {
  let belief = start;
  let sum = 0;
  for (const { question, answer, share } of asked) {
    const chance = answerChances(belief, question)[answer] as number;
    sum += Math.log(mixed(chance, { share, answers: question.answers.length }));
    belief = afterAnswer(belief, question, answer, share === undefined ? {} : { share });
  }
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

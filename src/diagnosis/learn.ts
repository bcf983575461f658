import { afterAnswer, afterFailure, answerChances, causesOf, priorBelief } from './belief.ts';
import { addTalk, type Counts, noCounts, unit } from './counts.ts';
import { mixed } from './evidence.ts';
import { countedRows, type LedgerRow } from './ledger.ts';
import type { Model } from './model.ts';

/** How many talks an author's number is worth, measured with authored numbers that were wrong by a factor of e. */
const strengths = { prior: 30, answer: 10, fix: 8 } as const;
/** Which cause it was is judged by what was learnt so far, so the ledger is read a few times over. */
const passes = 4;
/** Odds further from the author's than this factor wait for the operator. */
const band = 4;
/** Without a band: the operator agreed to whatever the talks say. */
const anywhere = Number.POSITIVE_INFINITY;
/** Share of the newest talks on which new numbers must prove themselves. */
const heldOutShare = 0.2;

/** A number that talks would change by more than the band. */
interface Held {
  /** `prior:cause`, `answer:question/answer/cause` or `fix:fix/cause`. */
  readonly what: string;
  readonly authored: number;
  readonly learnt: number;
}

export interface Learnt {
  readonly model: Model;
  /** Changes beyond the band; the model has them at its edge until somebody agrees. */
  readonly held: readonly Held[];
  /** How many talks count. */
  readonly talks: number;
}

/**
 * What the talks of a problem teach. A function of the set of rows and nothing else: without an identity's rows it is
 * what it would be had they never spoken.
 *
 * @param authored the numbers of the knowledge.
 * @param now epoch milliseconds, for the half-life.
 * @param agreed whether the operator agreed to changes beyond the band.
 */
export function learn(authored: Model, rows: readonly LedgerRow[], now: number, agreed = false): Learnt {
  const counted = countedRows(rows);
  let learnt: Learnt = { model: authored, held: [], talks: counted.length };
  for (let pass = 0; pass < passes && counted.length > 0; pass++) {
    const counts = countTalks(learnt.model, counted, now);
    learnt = { ...applied(authored, counts, agreed ? anywhere : band), talks: counted.length };
  }
  return learnt;
}

/** The counts of all `rows`, each judged by `model`. */
export function countTalks(model: Model, rows: readonly LedgerRow[], now: number): Counts {
  const counts = noCounts(model);
  for (const row of rows) addTalk(counts, row, { model, now });
  return counts;
}

/** The author's numbers as so many talks, and what was counted beside them. */
function applied(authored: Model, counts: Counts, limit: number): { model: Model; held: Held[] } {
  const held: Held[] = [];
  const within = (what: string, from: number, to: number) => {
    const edge = banded(from, to, limit);
    if (edge !== to) held.push({ what, authored: from, learnt: to });
    return edge;
  };
  const total = counts.causes.reduce((sum, count) => sum + count, 0) / unit;
  const prior = authored.prior.map((share, cause) => {
    const to =
      (strengths.prior * share + (counts.causes[cause] as number) / unit) / (strengths.prior + total);
    return within(`prior:${authored.causes[cause]}`, share, to);
  });
  const questions = authored.questions.map((question, place) => ({
    ...question,
    likelihood: learntAnswers(authored, counts, { place, within }),
  }));
  const repairs = authored.repairs.map((repair, place) => ({
    ...repair,
    chance: repair.chance.map((chance, at) => {
      const worked = (counts.worked[place]?.[at] ?? 0) / unit;
      const tries = worked + (counts.failed[place]?.[at] ?? 0) / unit;
      const to = (strengths.fix * chance + worked) / (strengths.fix + tries);
      return within(`fix:${repair.id}/${authored.causes[repair.causes[at] as number]}`, chance, to);
    }),
  }));
  return { model: { ...authored, prior: scaled(prior), questions, repairs }, held };
}

function learntAnswers(
  authored: Model,
  counts: Counts,
  { place, within }: { place: number; within: (what: string, from: number, to: number) => number },
): Float64Array[] {
  const { id, answers, likelihood } = authored.questions[place] as Model['questions'][number];
  const seen = counts.answers[place] as Float64Array;
  const causes = authored.causes.length;
  const rows = likelihood.map((row) => Float64Array.from(row));
  for (let cause = 0; cause < causes; cause++) {
    const counted = answers.map((_, answer) => (seen[answer * causes + cause] as number) / unit);
    const total = counted.reduce((sum, count) => sum + count, strengths.answer);
    const column = Float64Array.from(answers, (answer, index) => {
      const from = likelihood[index]?.[cause] as number;
      const to = (strengths.answer * from + (counted[index] as number)) / total;
      return within(`answer:${id}/${answer}/${authored.causes[cause]}`, from, to);
    });
    scaled(column).forEach((share, index) => {
      (rows[index] as Float64Array)[cause] = share;
    });
  }
  return rows;
}

function scaled(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

/** `to`, or the probability whose odds are `limit` times away from `from`. */
function banded(from: number, to: number, limit: number): number {
  if (from <= 0 || from >= 1) return from;
  if (limit === anywhere) return to;
  const odds = from / (1 - from);
  const low = odds / limit;
  const high = odds * limit;
  return Math.min(high / (1 + high), Math.max(low / (1 + low), to));
}

/** Mean surprise per talk, in nats: how badly a model foresees answers, failures and what worked. Lower is better. */
export function surprise(model: Model, rows: readonly LedgerRow[]): number {
  return rows.reduce((sum, row) => sum + surpriseOf(model, row), 0) / Math.max(1, rows.length);
}

function surpriseOf(model: Model, { evidence, fix }: LedgerRow): number {
  let belief = priorBelief(model);
  let sum = 0;
  for (const piece of evidence) {
    const question = piece.kind === 'answer' && model.questions.find(({ id }) => id === piece.question);
    const answer = question && piece.kind === 'answer' ? question.answers.indexOf(piece.answer) : -1;
    if (question && piece.kind === 'answer' && answer >= 0) {
      sum -= Math.log(
        mixed(answerChances(belief, question)[answer] as number, {
          share: piece.share,
          answers: question.answers.length,
        }),
      );
      belief = afterAnswer(belief, question, answer, piece.share === undefined ? {} : { share: piece.share });
    }
    const failed = piece.kind === 'failed' && model.repairs.find(({ id }) => id === piece.fix);
    if (failed) {
      sum -= Math.log(Math.max(1e-9, 1 - helps(causesOf(belief), failed)));
      belief = afterFailure(belief, failed);
    }
  }
  const worked = model.repairs.find(({ id }) => id === fix);
  return worked ? sum - Math.log(Math.max(1e-9, helps(causesOf(belief), worked))) : sum;
}

function helps(causes: Float64Array, repair: Model['repairs'][number]): number {
  return repair.causes.reduce(
    (sum, cause, at) => sum + (causes[cause] as number) * (repair.chance[at] as number),
    0,
  );
}

/** Whether what was learnt foresees the newest talks at least as well as the author's numbers. */
export interface Trial {
  readonly authored: number;
  readonly learnt: number;
  readonly heldOut: number;
  readonly passes: boolean;
}

/** Learns from all but the newest fifth of the talks, and tries both models on that fifth. */
export function tryOut(authored: Model, rows: readonly LedgerRow[], now: number): Trial {
  const counted = countedRows(rows);
  const cut = Math.floor(counted.length * (1 - heldOutShare));
  const heldOut = counted.slice(cut);
  const { model } = learn(authored, counted.slice(0, cut), now);
  const before = surprise(authored, heldOut);
  const after = surprise(model, heldOut);
  return {
    authored: before,
    learnt: after,
    heldOut: heldOut.length,
    passes: heldOut.length > 0 && after <= before,
  };
}

import { believe, causesOf } from './belief.ts';
import type { LedgerRow } from './ledger.ts';
import type { Model, Repair } from './model.ts';

/**
 * What talks add up to, per model. Whole millionths, so that sums do not depend on the order and taking a talk out
 * gives back, bit for bit, what was there before.
 */
export interface Counts {
  readonly causes: Float64Array;
  /** Per question: answer × causes + cause. */
  readonly answers: readonly Float64Array[];
  /** Per fix and place among its causes. */
  readonly worked: readonly Float64Array[];
  readonly failed: readonly Float64Array[];
}

/** One talk counted whole. */
export const unit = 1_000_000;
/** A confirmed fix counts whole; a hand-over says less, for nobody knows what it was. */
const weights = { solved: 1, handedOver: 0.5, unknown: 0 } as const;
const halfLifeMs = 90 * 24 * 60 * 60 * 1000;

/** Nothing learnt yet. */
export function noCounts(model: Model): Counts {
  return {
    causes: new Float64Array(model.causes.length),
    answers: model.questions.map(({ answers }) => new Float64Array(answers.length * model.causes.length)),
    worked: model.repairs.map(({ causes }) => new Float64Array(causes.length)),
    failed: model.repairs.map(({ causes }) => new Float64Array(causes.length)),
  };
}

/**
 * Adds a talk to `counts`, or with `sign` -1 takes it out again.
 *
 * @param model whose numbers say which cause it probably was; the same for adding and taking out.
 * @param now epoch milliseconds; a talk counts half as much every 90 days.
 */
export function addTalk(
  counts: Counts,
  row: LedgerRow,
  { model, now, sign = 1 }: { model: Model; now: number; sign?: 1 | -1 },
): void {
  const weight = weights[row.outcome] * 0.5 ** (Math.max(0, now - row.at) / halfLifeMs);
  const shares = probableCauses(model, row).map((share) => sign * Math.round(share * weight * unit));
  for (const [cause, share] of shares.entries()) add(counts.causes, cause, share);
  for (const piece of row.evidence) {
    if (piece.kind === 'answer') addAnswer(counts, model, { ...piece, shares });
    if (piece.kind === 'failed') addTry(counts.failed, model, { fix: piece.fix, shares });
  }
  if (row.fix) addTry(counts.worked, model, { fix: row.fix, shares });
}

function addAnswer(
  counts: Counts,
  model: Model,
  {
    question,
    answer,
    share = 1,
    shares,
  }: { question: string; answer: string; share?: number; shares: Float64Array },
): void {
  const place = model.questions.findIndex(({ id }) => id === question);
  const answers = model.questions[place]?.answers ?? [];
  const index = answers.indexOf(answer);
  if (index < 0) return;
  const others = answers.length > 1 ? (1 - share) / (answers.length - 1) : 0;
  for (let at = 0; at < answers.length; at++) {
    const part = at === index ? share : others;
    // Towards zero, so that taking out is the exact opposite of adding.
    for (const [cause, count] of shares.entries())
      add(counts.answers[place] as Float64Array, at * shares.length + cause, Math.trunc(part * count));
  }
}

function addTry(
  tries: readonly Float64Array[],
  model: Model,
  { fix, shares }: { fix: string; shares: Float64Array },
): void {
  const place = model.repairs.findIndex(({ id }) => id === fix);
  for (const [at, cause] of (model.repairs[place]?.causes ?? []).entries())
    add(tries[place] as Float64Array, at, shares[cause] as number);
}

function add(values: Float64Array, index: number, more: number): void {
  values[index] = (values[index] as number) + more;
}

/** P(cause | the whole talk, its end included); sums to 1. */
function probableCauses(model: Model, row: LedgerRow): Float64Array {
  const causes = Float64Array.from(causesOf(believe(model, row.evidence)));
  const repair = row.fix ? model.repairs.find(({ id }) => id === row.fix) : undefined;
  if (!repair) return causes;
  const after = causes.map((share, cause) => share * chanceFor(repair, cause));
  const total = after.reduce((sum, share) => sum + share, 0);
  return total > 0 ? after.map((share) => share / total) : causes;
}

function chanceFor(repair: Repair, cause: number): number {
  const at = repair.causes.indexOf(cause);
  return at < 0 ? 0 : (repair.chance[at] as number);
}

import type { Fix, Observation, Pack, Problem, System } from '../knowledge/knowledge.ts';

/** The cause that stands for everything the knowledge does not hold; no fix repairs it, only a person can. */
export const other = 'other';

/**
 * P(the true cause is none of ours), before anything is known. 5 % in the measured prototype; knowledge that covers
 * less should say so by handing over earlier, not by a bigger number here.
 */
const otherShare = 0.05;

/** A problem as numbers: what belief, cost and choice work on. */
export interface Model {
  /** Cause ids; the last is `other`. */
  readonly causes: readonly string[];
  /** P(cause), aligned with `causes`; sums to 1. */
  readonly prior: Float64Array;
  readonly questions: readonly Question[];
  readonly repairs: readonly Repair[];
  /** What handing over to a person costs everybody, in minutes. */
  readonly handOverMinutes: number;
  /** How far what people say and do is trusted. */
  readonly trust: Trust;
}

/** How far answers and failed fixes are trusted. */
export interface Trust {
  /** The kinds of people there are; what a person says and does moves the weight between them. Shares sum to 1. */
  readonly people: readonly PersonKind[];
  /** What one more answer counts, as a power of its likelihoods; 1 = answers are independent given the cause. */
  readonly weight: number;
}

export interface PersonKind {
  readonly share: number;
  /** The share of their answers that say nothing at all. */
  readonly error: number;
  /** P("I don't know") besides what the question itself brings. */
  readonly unsure: number;
  /** P(a fix that fits the cause is done right and so really rules the cause out when it fails). */
  readonly doneRight: number;
}

/**
 * An engine that takes every answer at its word is, at 10–20 % wrong answers, worse than one that never asks. Careful
 * people, careless ones, and those who are lost: who often does not know also errs more often in what they answer and
 * do. Shares and errors are measured with `npm run bench:diagnosis`, the same for every model (decision 003).
 */
export const measuredTrust: Trust = {
  people: [
    { share: 0.6, error: 0.12, unsure: 0.02, doneRight: 0.98 },
    { share: 0.2, error: 0.4, unsure: 0.02, doneRight: 0.95 },
    { share: 0.2, error: 0.3, unsure: 0.2, doneRight: 0.9 },
  ],
  weight: 0.85,
};

export interface Question {
  readonly id: string;
  /** What asking costs, in minutes: reading, looking it up, and the turn of chat. */
  readonly cost: number;
  /** P("I don't know"), 0–0.9. */
  readonly dontKnow: number;
  /** False for what can only be volunteered. */
  readonly askable: boolean;
  readonly askIf: Readonly<Record<string, readonly string[]>>;
  readonly systems: readonly System[];
  readonly answers: readonly string[];
  /** P(answer | cause): `likelihood[answer][cause]`. */
  readonly likelihood: readonly Float64Array[];
}

/** A fix as the engine sees it. */
export interface Repair {
  readonly id: string;
  /** Minutes including what its tier and risk weigh, see `repairCost`. */
  readonly cost: number;
  /** Indexes of the causes that it can repair, and P(fixed | cause) beside them. */
  readonly causes: readonly number[];
  readonly chance: readonly number[];
  /** Systems it has steps for; empty = every system. */
  readonly systems: readonly System[];
}

/** Minutes that a person would pay to be spared another turn of chat (measured range 1–2). */
const turnMinutes = 1;
const tierMinutes = { 1: 0, 2: 3, 3: 6 } as const;
const riskMinutes = { low: 0, medium: 1, high: 5 } as const;

/** A minute of waiting costs the person this much of a minute: they do something else meanwhile. */
const waitingShare = 0.02;

/** What trying a fix costs, in minutes: the work, some of the waiting, the turn of chat, a charge for tier and risk. */
function repairCost(fix: Fix): number {
  const waiting = Math.min(fix.wait ?? 0, 24 * 60) * waitingShare;
  return fix.minutes + waiting + turnMinutes + tierMinutes[fix.tier] + riskMinutes[fix.risk];
}

const models = new WeakMap<Problem, Model>();

/** The numbers of a problem; computed once per problem object. Throws when the pack refers to what it does not hold. */
export function modelOf(pack: Pack, problem: Problem): Model {
  const known = models.get(problem);
  if (known) return known;
  const model = buildModel(pack, problem);
  models.set(problem, model);
  return model;
}

/** Makes `model` the numbers of `problem` from now on, and gives the problem back. For a copy made for that purpose. */
export function bindModel(problem: Problem, model: Model): Problem {
  models.set(problem, model);
  return problem;
}

function buildModel(pack: Pack, problem: Problem): Model {
  const ids = Object.keys(problem.causes);
  const causes = [...ids, other];
  const prior = Float64Array.from(causes, (id) =>
    id === other ? (ids.length === 0 ? 1 : otherShare) : (problem.causes[id] ?? 0) * (1 - otherShare),
  );
  return {
    causes,
    prior,
    questions: problem.observations.map((id) => questionOf(entry(pack.observations, id), causes)),
    repairs: repairsOf(pack, ids),
    handOverMinutes: pack.handOverMinutes,
    trust: measuredTrust,
  };
}

function questionOf(observation: Observation, causes: readonly string[]): Question {
  return {
    id: observation.id,
    cost: observation.minutes + turnMinutes,
    dontKnow: observation.dontKnow,
    askable: observation.ask !== undefined,
    askIf: observation.askIf ?? {},
    systems: observation.systems ?? [],
    answers: observation.answers.map((answer) => answer.id),
    likelihood: observation.answers.map((answer, index) =>
      Float64Array.from(causes, (cause) => observation.likelihood[cause]?.[index] ?? answer.usual),
    ),
  };
}

function repairsOf(pack: Pack, causes: readonly string[]): Repair[] {
  const repairs = new Map<string, { causes: number[]; chance: number[] }>();
  causes.forEach((id, index) => {
    for (const [fix, chance] of Object.entries(entry(pack.causes, id).fixes)) {
      const repair = repairs.get(fix) ?? { causes: [], chance: [] };
      repair.causes.push(index);
      repair.chance.push(chance);
      repairs.set(fix, repair);
    }
  });
  return [...repairs].map(([id, reach]) => {
    const fix = entry(pack.fixes, id);
    return { id, cost: repairCost(fix), ...reach, systems: systemsOf(fix) };
  });
}

function systemsOf(fix: Fix): System[] {
  return fix.variants.any ? [] : (Object.keys(fix.variants) as System[]);
}

function entry<T>(table: Readonly<Record<string, T>>, id: string): T {
  const found = table[id];
  if (found === undefined)
    throw new Error(`"${id}" is not in the pack; the knowledge check should have refused it`);
  return found;
}

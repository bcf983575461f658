import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { createOwnedMemory } from '../languages/text-memory.ts';
import { believe, causesOf } from './belief.ts';
import { type Evidence, evidenceKey } from './evidence.ts';
import { worthAsking } from './information-gate.ts';
import { lookAhead } from './look-ahead.ts';
import { type Model, modelOf, other, type Repair } from './model.ts';
import { followUpsOf, openOptions } from './options.ts';
import { seededRandom } from './seeded-random.ts';

/** What is worth most right now. */
export type Decision =
  | { readonly do: 'ask'; readonly question: string }
  /** `cause` is the one that the fix is given for: the likeliest among those it repairs. */
  | { readonly do: 'repair'; readonly fix: string; readonly cause: string; readonly standing: Standing }
  | { readonly do: 'handOver' };

/**
 * How a fix's cause stands: `sure` fits what is known, `likeliest` is ahead of the others, `quick` is not, but cheap
 * enough to be ruled out first.
 */
export type Standing = 'sure' | 'likeliest' | 'quick';

/** Below this share of belief a cause is spoken of as likely, not as a fact. */
const sureShare = 0.75;
const memoSize = 20_000;
const memo = createOwnedMemory<Model, Decision>(memoSize);

/**
 * The question or fix with the lowest expected cost of repair, or handing over when that is cheapest. The same pack,
 * problem and evidence (in any order) give the same decision; it is computed once.
 */
export function decide(pack: Pack, problem: Problem, evidence: readonly Evidence[]): Decision {
  const model = modelOf(pack, problem);
  const key = evidenceKey(evidence);
  return memo(model, key, () => computeDecision(model, evidence, key));
}

/** As `decide`, without the memory. `seed` feeds the gate's rollouts. */
export function computeDecision(model: Model, evidence: readonly Evidence[], seed: string): Decision {
  const belief = believe(model, evidence);
  const options = openOptions(model, evidence);
  const outlook = lookAhead(model, belief, { options, followUps: followUpsOf(model, evidence) });
  if (outlook.ask) return { do: 'ask', question: outlook.ask.id };
  if (outlook.repair) return repairDecision(model, causesOf(belief), outlook.repair);
  const gated = worthAsking(model, belief, { options, cost: outlook.cost, random: seededRandom(seed) });
  return gated ? { do: 'ask', question: gated.id } : { do: 'handOver' };
}

function repairDecision(model: Model, causes: Float64Array, repair: Repair): Decision {
  let cause = repair.causes[0] as number;
  let best = -1;
  repair.causes.forEach((index, position) => {
    const share = (causes[index] as number) * (repair.chance[position] as number);
    if (share > best) {
      best = share;
      cause = index;
    }
  });
  return {
    do: 'repair',
    fix: repair.id,
    cause: model.causes[cause] as string,
    standing: standingOf(model, causes, cause),
  };
}

function standingOf(model: Model, causes: Float64Array, cause: number): Standing {
  const share = causes[cause] as number;
  if (share >= sureShare) return 'sure';
  const isAhead = model.causes.every((id, index) => id === other || (causes[index] as number) <= share);
  return isAhead ? 'likeliest' : 'quick';
}

/** The causes still in question, likeliest first, `other` left out; for trails and "what do you think it is?". */
export function suspects(pack: Pack, problem: Problem, evidence: readonly Evidence[]): readonly Suspect[] {
  const model = modelOf(pack, problem);
  return suspicions(model, evidenceKey(evidence), () => suspectsIn(model, evidence));
}

interface Suspect {
  readonly id: string;
  readonly share: number;
}

const suspicionsSize = 2_000;
const suspicions = createOwnedMemory<Model, readonly Suspect[]>(suspicionsSize);

function suspectsIn(model: Model, evidence: readonly Evidence[]): readonly Suspect[] {
  const causes = causesOf(believe(model, evidence));
  return model.causes
    .map((id, index) => ({ id, share: causes[index] as number }))
    .filter(({ id }) => id !== other)
    .sort((one, two) => two.share - one.share);
}

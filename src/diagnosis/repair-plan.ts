import type { Repair } from './model.ts';

/** The cheapest known way to repair without asking anything more. */
export interface RepairPlan {
  /** Expected minutes until it is repaired or handed over. */
  readonly cost: number;
  /** The fix to begin with; null = hand over at once. */
  readonly first: Repair | null;
}

/**
 * Expected cost of repair of the best prefix of the greedy order P(fixed)/cost, with the cost of handing over after it.
 *
 * Greedy with updating is a 4-approximation for fixes that share causes, and the best prefix is the right stopping
 * rule (comparing P/C with handing over step by step cost up to 24 % more). Jensen et al., "The SACSO methodology for
 * troubleshooting complex systems", AI EDAM 15 (2001), Def. 1 and Prop. 1–4.
 *
 * @param causes P(cause), sums to 1; not changed.
 * @param repairs the fixes that may still be tried.
 */
export function planRepairs(
  causes: Float64Array,
  repairs: readonly Repair[],
  handOverMinutes: number,
): RepairPlan {
  const left = Float64Array.from(causes);
  const untried = [...repairs];
  let unsolved = 1;
  let spent = 0;
  let best: RepairPlan = { cost: handOverMinutes, first: null };
  let first: Repair | null = null;
  while (untried.length > 0) {
    const index = mostEfficient(left, untried);
    const repair = untried[index] as Repair;
    const fixed = fixedBy(left, repair);
    if (fixed < 1e-9) break;
    first ??= repair;
    spent += repair.cost * unsolved;
    unsolved -= fixed;
    remove(left, repair);
    untried.splice(index, 1);
    const cost = spent + unsolved * handOverMinutes;
    if (cost < best.cost) best = { cost, first };
    // Even if all the rest were repaired for nothing it could not beat the best prefix any more.
    if (spent >= best.cost) break;
  }
  return best;
}

function mostEfficient(left: Float64Array, repairs: readonly Repair[]): number {
  let best = 0;
  let bestEfficiency = -1;
  for (let index = 0; index < repairs.length; index++) {
    const repair = repairs[index] as Repair;
    const efficiency = fixedBy(left, repair) / repair.cost;
    if (efficiency > bestEfficiency) {
      best = index;
      bestEfficiency = efficiency;
    }
  }
  return best;
}

/** P(the fix solves it and nothing before did), given what is left of each cause. */
function fixedBy(left: Float64Array, repair: Repair): number {
  let fixed = 0;
  for (let index = 0; index < repair.causes.length; index++) {
    fixed += (left[repair.causes[index] as number] as number) * (repair.chance[index] as number);
  }
  return fixed;
}

function remove(left: Float64Array, repair: Repair): void {
  for (let index = 0; index < repair.causes.length; index++) {
    const cause = repair.causes[index] as number;
    left[cause] = (left[cause] as number) * (1 - (repair.chance[index] as number));
  }
}

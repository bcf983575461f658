import type { Repair } from './model.ts';

/** The cheapest known way to repair without asking anything more. */
export interface RepairPlan {
  /** Expected minutes until it is repaired or handed over. */
  readonly cost: number;
  /** The fix to begin with; null = hand over at once. */
  readonly first: Repair | null;
}

/** Fixes laid out for planning a few thousand times in one decision; holds scratch space, so one plan at a time. */
export interface RepairTable {
  readonly repairs: readonly Repair[];
  /** Per cause: the fixes that reach it, and P(fixed | cause) beside them. */
  readonly reaching: readonly (readonly number[])[];
  readonly chances: readonly (readonly number[])[];
  /** 1 = tried already, and out of the plan. */
  readonly used: Uint8Array;
  readonly left: Float64Array;
  readonly fixed: Float64Array;
}

/** @param repairs the fixes that may still be tried. */
export function repairTable(repairs: readonly Repair[], causes: number): RepairTable {
  const reaching: number[][] = Array.from({ length: causes }, () => []);
  const chances: number[][] = Array.from({ length: causes }, () => []);
  repairs.forEach((repair, index) => {
    repair.causes.forEach((cause, place) => {
      (reaching[cause] as number[]).push(index);
      (chances[cause] as number[]).push(repair.chance[place] as number);
    });
  });
  return {
    repairs,
    reaching,
    chances,
    used: new Uint8Array(repairs.length),
    left: new Float64Array(causes),
    fixed: new Float64Array(repairs.length),
  };
}

/**
 * Expected cost of repair of the best prefix of the greedy order P(fixed)/cost, with the cost of handing over after it.
 *
 * Greedy with updating is a 4-approximation for fixes that share causes, and the best prefix is the right stopping
 * rule (comparing P/C with handing over step by step cost up to 24 % more). Jensen et al., "The SACSO methodology for
 * troubleshooting complex systems", AI EDAM 15 (2001), Def. 1 and Prop. 1–4.
 *
 * @param mass P(cause), not changed (it may be the table's own `left`, which is overwritten); when it sums to m instead of 1, the cost is m times as high.
 */
export function planRepairs(mass: Float64Array, table: RepairTable, handOverMinutes: number): RepairPlan {
  const { repairs } = table;
  const total = begin(mass, table);
  let unsolved = total;
  let spent = 0;
  let cost = total * handOverMinutes;
  let best: Repair | null = null;
  let first: Repair | null = null;
  for (;;) {
    const index = mostEfficient(table);
    if (index < 0) break;
    const gain = table.fixed[index] as number;
    if (gain < total * 1e-9) break;
    const repair = repairs[index] as Repair;
    // Nothing after this repairs more per minute, so even the best of continuations costs u²/2e more.
    const least = Math.min(handOverMinutes, (unsolved * repair.cost) / (2 * gain));
    if (spent + unsolved * least >= cost) break;
    first ??= repair;
    spent += repair.cost * unsolved;
    unsolved -= gain;
    const until = spent + unsolved * handOverMinutes;
    if (until < cost) {
      cost = until;
      best = first;
    }
    remove(table, index);
  }
  return { cost, first: best };
}

/** Fills the scratch space; returns the whole mass. */
function begin(mass: Float64Array, { repairs, used, left, fixed }: RepairTable): number {
  let total = 0;
  for (let cause = 0; cause < mass.length; cause++) {
    const share = mass[cause] as number;
    left[cause] = share;
    total += share;
  }
  for (let index = 0; index < repairs.length; index++) {
    if (used[index] === 1) {
      fixed[index] = -1;
      continue;
    }
    const { causes, chance } = repairs[index] as Repair;
    let sum = 0;
    for (let place = 0; place < causes.length; place++)
      sum += (mass[causes[place] as number] as number) * (chance[place] as number);
    fixed[index] = sum;
  }
  return total;
}

/** The fix with the highest P(fixed)/cost; -1 when all were taken. */
function mostEfficient({ repairs, fixed }: RepairTable): number {
  let best = -1;
  let bestEfficiency = 0;
  for (let index = 0; index < repairs.length; index++) {
    const efficiency = (fixed[index] as number) / (repairs[index] as Repair).cost;
    if (efficiency > bestEfficiency) {
      best = index;
      bestEfficiency = efficiency;
    }
  }
  return best;
}

/** Takes a fix out, and what it solves out of the causes and of the other fixes that reach them. */
function remove({ repairs, reaching, chances, left, fixed }: RepairTable, taken: number): void {
  const { causes, chance } = repairs[taken] as Repair;
  for (let place = 0; place < causes.length; place++) {
    const cause = causes[place] as number;
    const solved = (left[cause] as number) * (chance[place] as number);
    left[cause] = (left[cause] as number) - solved;
    const others = reaching[cause] as readonly number[];
    const weights = chances[cause] as readonly number[];
    for (let at = 0; at < others.length; at++) {
      const other = others[at] as number;
      fixed[other] = (fixed[other] as number) - solved * (weights[at] as number);
    }
  }
  fixed[taken] = -1;
}

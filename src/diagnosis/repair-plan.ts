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
  readonly costs: Float64Array;
  /** The causes of fix i, and P(fixed | cause), stand from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly causes: Int32Array;
  readonly chances: Float64Array;
  /** The other way round: the fixes that reach cause c, and P(fixed | cause)/cost, from `reachStarts[c]` on. */
  readonly reachStarts: Int32Array;
  readonly reaching: Int32Array;
  readonly rates: Float64Array;
  /** 1 = tried already, and out of the plan. */
  readonly used: Uint8Array;
  readonly left: Float64Array;
  /** P(fixed)/cost of each fix. */
  readonly efficiency: Float64Array;
  /** The fixes that still compete, in the first places. */
  readonly active: Int32Array;
}

/** @param repairs the fixes that may still be tried. */
export function repairTable(repairs: readonly Repair[], causes: number): RepairTable {
  const links = repairs.flatMap((repair, index) =>
    repair.causes.map((cause, place) => ({
      index,
      cause,
      chance: repair.chance[place] as number,
      rate: (repair.chance[place] as number) / repair.cost,
    })),
  );
  const back = links.toSorted((one, two) => one.cause - two.cause);
  return {
    repairs,
    costs: Float64Array.from(repairs, ({ cost }) => cost),
    starts: startsOf(links, ({ index }) => index, repairs.length),
    causes: Int32Array.from(links, ({ cause }) => cause),
    chances: Float64Array.from(links, ({ chance }) => chance),
    reachStarts: startsOf(back, ({ cause }) => cause, causes),
    reaching: Int32Array.from(back, ({ index }) => index),
    rates: Float64Array.from(back, ({ rate }) => rate),
    used: new Uint8Array(repairs.length),
    left: new Float64Array(causes),
    efficiency: new Float64Array(repairs.length),
    active: new Int32Array(repairs.length),
  };
}

/** Where the links of each owner begin in a list ordered by owner; one more at the end. */
function startsOf<T>(links: readonly T[], owner: (link: T) => number, owners: number): Int32Array {
  const starts = new Int32Array(owners + 1);
  for (const link of links) starts[owner(link) + 1] = (starts[owner(link) + 1] as number) + 1;
  for (let index = 0; index < owners; index++)
    starts[index + 1] = (starts[index + 1] as number) + (starts[index] as number);
  return starts;
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
  const { repairs, costs, efficiency, active } = table;
  const total = begin(mass, table);
  let competing = compete(table, handOverMinutes);
  let unsolved = total;
  let spent = 0;
  let cost = total * handOverMinutes;
  let best = -1;
  let first = -1;
  while (competing > 0) {
    const place = mostEfficient(table, competing);
    const index = active[place] as number;
    const rate = efficiency[index] as number;
    const minutes = costs[index] as number;
    if (rate * minutes < total * 1e-9) break;
    // Nothing after this repairs more per minute, so even the best of continuations costs u²/2e more.
    if (spent + unsolved * Math.min(handOverMinutes, unsolved / (2 * rate)) >= cost) break;
    if (first < 0) first = index;
    spent += minutes * unsolved;
    unsolved -= rate * minutes;
    const until = spent + unsolved * handOverMinutes;
    if (until < cost) {
      cost = until;
      best = first;
    }
    active[place] = active[--competing] as number;
    takeOut(table, index);
  }
  return { cost, first: repairs[best] ?? null };
}

/** Fills the scratch space; returns the whole mass. */
function begin(mass: Float64Array, { left }: RepairTable): number {
  let total = 0;
  for (let cause = 0; cause < left.length; cause++) {
    const share = mass[cause] as number;
    left[cause] = share;
    total += share;
  }
  return total;
}

/**
 * Lines up the fixes that can pay, and returns how many there are. One whose P(fixed) saves less hand-over than its
 * minutes cost those whom nothing can repair never pays, wherever it stands.
 */
function compete(table: RepairTable, handOverMinutes: number): number {
  const { costs, starts, causes, chances, reachStarts, used, left, efficiency, active } = table;
  let beyondRepair = 0;
  for (let cause = 0; cause < left.length; cause++)
    if (reachStarts[cause] === reachStarts[cause + 1]) beyondRepair += left[cause] as number;
  let competing = 0;
  for (let index = 0; index < efficiency.length; index++) {
    if (used[index] === 1) continue;
    let sum = 0;
    for (let at = starts[index] as number; at < (starts[index + 1] as number); at++)
      sum += (left[causes[at] as number] as number) * (chances[at] as number);
    const rate = sum / (costs[index] as number);
    efficiency[index] = rate;
    if (rate * handOverMinutes > beyondRepair) active[competing++] = index;
  }
  return competing;
}

/** The place in `active` of the fix with the highest P(fixed)/cost. */
function mostEfficient({ efficiency, active }: RepairTable, competing: number): number {
  let best = 0;
  let most = -1;
  for (let place = 0; place < competing; place++) {
    const rate = efficiency[active[place] as number] as number;
    if (rate > most) {
      best = place;
      most = rate;
    }
  }
  return best;
}

/** Takes a fix out, and what it solves out of the causes and of the other fixes that reach them. */
function takeOut(table: RepairTable, taken: number): void {
  const { starts, causes, chances, reachStarts, reaching, rates, left, efficiency } = table;
  for (let at = starts[taken] as number; at < (starts[taken + 1] as number); at++) {
    const cause = causes[at] as number;
    const solved = (left[cause] as number) * (chances[at] as number);
    left[cause] = (left[cause] as number) - solved;
    for (let link = reachStarts[cause] as number; link < (reachStarts[cause + 1] as number); link++) {
      const other = reaching[link] as number;
      efficiency[other] = (efficiency[other] as number) - solved * (rates[link] as number);
    }
  }
}

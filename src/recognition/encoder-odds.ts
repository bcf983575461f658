import { solve } from './solve.ts';

/** What a text looks like to the words and to the encoder, and whether it belongs to any class. */
export interface EncoderTrial {
  /** Log odds of belonging to a class by its words alone. */
  readonly byWords: number;
  /** The encoder's score of the class that both together find best. */
  readonly byEncoder: number;
  readonly isInside: boolean;
}

/** Log odds of belonging to a class: a constant, and what each unit of `byWords` and `byEncoder` adds. */
export type EncoderOdds = readonly [constant: number, byWords: number, byEncoder: number];

/** What holds on average over the sets and packs it was measured on; the start, and the pull, of every fit. */
const usualOdds: EncoderOdds = [-0.3, 0.75, 1.6];
/** How hard a fit is pulled: as hard as so many trials would. */
const pull = 2;
const steps = 40;
const longestStep = 0.5;

function inputsOf({ byWords, byEncoder }: Omit<EncoderTrial, 'isInside'>): EncoderOdds {
  return [1, byWords, byEncoder];
}

/** The chance that a text belongs to one of the classes, 0–1. */
export function chanceByBoth(odds: EncoderOdds, seen: Omit<EncoderTrial, 'isInside'>): number {
  const inputs = inputsOf(seen);
  return 1 / (1 + Math.exp(-odds.reduce((sum, weight, at) => sum + weight * (inputs[at] ?? 0), 0)));
}

/** One step of Newton's method towards the odds under which the trials are most likely. */
function improved(
  odds: EncoderOdds,
  trials: readonly (EncoderTrial & { readonly worth: number })[],
): EncoderOdds {
  const rows = odds.map((weight, at) => {
    const row = [0, 0, 0, -pull * (weight - (usualOdds[at] ?? 0))];
    row[at] = pull;
    return row;
  });
  for (const trial of trials) {
    const inputs = inputsOf(trial);
    const chance = chanceByBoth(odds, trial);
    const curve = Math.max(1e-6, chance * (1 - chance)) * trial.worth;
    for (const [at, row] of rows.entries()) {
      const input = inputs[at] ?? 0;
      for (const [other, value] of inputs.entries()) row[other] = (row[other] ?? 0) + curve * input * value;
      row[inputs.length] =
        (row[inputs.length] ?? 0) + trial.worth * ((trial.isInside ? 1 : 0) - chance) * input;
    }
  }
  const change = solve(rows);
  const shorten = Math.min(1, longestStep / Math.max(...change.map(Math.abs)));
  return odds.map((weight, at) => weight + shorten * (change[at] ?? 0)) as unknown as EncoderOdds;
}

/**
 * Logistic regression, pulled towards what is usual. Trials inside weigh as much together as those outside; without
 * any of either kind, what is usual holds.
 */
export function fitEncoderOdds(trials: readonly EncoderTrial[]): EncoderOdds {
  const inside = trials.filter(({ isInside }) => isInside).length;
  const outside = trials.length - inside;
  if (inside === 0 || outside === 0) return usualOdds;
  const weighed = trials.map((trial) => ({
    ...trial,
    worth: trials.length / (2 * (trial.isInside ? inside : outside)),
  }));
  let odds = usualOdds;
  for (let step = 0; step < steps; step += 1) odds = improved(odds, weighed);
  return odds;
}

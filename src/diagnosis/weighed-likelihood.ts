import type { Question, Trust } from './model.ts';

/** An answer that the author holds impossible is only very rare: numbers are judgements. */
const rarest = 1e-3;

const known = new WeakMap<readonly Float64Array[], { weight: number; rows: readonly Float64Array[] }>();

/**
 * P(answer | cause) as far as one more answer counts: the author's to the power of the trust's weight, per cause scaled
 * back to a sum of 1. Belief takes answers for independent given the cause; real ones come in bunches (whoever has no
 * network at all says "no" to five questions), and taken one by one they would be counted several times.
 */
export function weighedLikelihood({ likelihood }: Question, { weight }: Trust): readonly Float64Array[] {
  if (weight === 1) return likelihood;
  const memo = known.get(likelihood);
  if (memo?.weight === weight) return memo.rows;
  const rows = weighed(likelihood, weight);
  known.set(likelihood, { weight, rows });
  return rows;
}

function weighed(likelihood: readonly Float64Array[], weight: number): readonly Float64Array[] {
  const rows = likelihood.map((row) => row.map((chance) => Math.max(rarest, chance) ** weight));
  const causes = rows[0]?.length ?? 0;
  for (let cause = 0; cause < causes; cause++) {
    const sum = rows.reduce((total, row) => total + (row[cause] as number), 0);
    for (const row of rows) row[cause] = (row[cause] as number) / sum;
  }
  return rows;
}

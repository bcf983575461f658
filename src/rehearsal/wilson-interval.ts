/**
 * The 95 % interval of a share, Wilson's score (E. B. Wilson, "Probable inference", JASA 22, 1927).
 *
 * @returns both ends in [0, 1]; the whole range when there were no runs.
 */
export function wilsonInterval(hits: number, runs: number): readonly [number, number] {
  if (runs === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / runs;
  const middle = share + (z * z) / (2 * runs);
  const spread = z * Math.sqrt((share * (1 - share)) / runs + (z * z) / (4 * runs * runs));
  const scale = 1 + (z * z) / runs;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

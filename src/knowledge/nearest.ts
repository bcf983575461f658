/**
 * The candidate that `word` was probably meant to be, or undefined when none is close (at most a third of the letters
 * differ). For "did you mean" only.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < 2) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.round(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `did you mean …? ` with a trailing space, or nothing: the beginning of a tip. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word.slice(0, 100), candidates);
  return candidate === undefined ? '' : `Did you mean "${candidate}"? `;
}

/** Levenshtein distance by the usual two-row table. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

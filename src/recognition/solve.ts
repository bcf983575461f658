/**
 * Solves a small system of linear equations by elimination with pivots.
 *
 * @param rows the coefficients of each equation, with its right side as the last; not changed
 * @returns the unknowns; 0 for those that no equation determines
 */
export function solve(rows: readonly (readonly number[])[]): number[] {
  const left = rows.map((row) => [...row]);
  const size = left.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(left[row]?.[column] ?? 0) > Math.abs(left[pivot]?.[column] ?? 0)) pivot = row;
    [left[column], left[pivot]] = [left[pivot] as number[], left[column] as number[]];
    eliminate(left, column);
  }
  return left.map((row, at) => (row[at] ? (row[size] ?? 0) / row[at] : 0));
}

/** Takes the equation of a column from all others, so that its unknown stands in that one alone. */
function eliminate(left: number[][], column: number): void {
  const own = left[column] as number[];
  const head = own[column] ?? 0;
  if (head === 0) return;
  for (const [at, row] of left.entries()) {
    const times = (row[column] ?? 0) / head;
    if (at === column || times === 0) continue;
    for (let place = column; place < row.length; place += 1)
      row[place] = (row[place] ?? 0) - times * (own[place] ?? 0);
  }
}

/** How many rows are read at once. */
const page = 500;

/** Hands over all rows of a numbered table, in order, a page at a time. */
export async function takeUp<Row>(
  read: (after: number, limit: number) => Promise<readonly Row[]>,
  numberOf: (row: Row) => number,
  hand: (row: Row) => void,
): Promise<void> {
  let after = 0;
  for (;;) {
    const rows = await read(after, page);
    for (const row of rows) {
      after = numberOf(row);
      hand(row);
    }
    if (rows.length < page) return;
  }
}

import { cpus, totalmem } from 'node:os';

/** One figure: the median of several runs, with the range. */
export interface Row {
  readonly name: string;
  /** What was measured: ours, or the peer's name. */
  readonly subject: string;
  readonly metric: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** A row from the values of single runs. @throws when there are none. */
export function rowOf(
  what: Pick<Row, 'name' | 'subject' | 'metric' | 'unit'>,
  values: readonly number[],
): Row {
  if (values.length === 0) throw new Error(`No run of "${what.name} ${what.metric}" gave a value`);
  const sorted = [...values].sort((one, two) => one - two);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
  return {
    ...what,
    median: rounded(median),
    min: rounded(at(sorted, 0)),
    max: rounded(at(sorted, sorted.length - 1)),
    runs: sorted.length,
  };
}

/** The value below which `share` of the values lie; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Prints a table, and as the last line the same as JSON. */
export function printReport(bench: string, rows: readonly Row[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  process.stdout.write(`${bench} on ${machine}\n`);
  for (const row of rows) {
    const figures = `${row.median} ${row.unit}`.padStart(18);
    process.stdout.write(
      `  ${row.name.padEnd(34)} ${row.subject.padEnd(12)} ${row.metric.padEnd(24)} ${figures}   (${row.min} to ${row.max}, ${row.runs} runs)\n`,
    );
  }
  process.stdout.write(`${JSON.stringify({ bench, machine, rows })}\n`);
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

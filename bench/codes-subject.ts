import { shippedFolder } from '../src/commands/shipped-knowledge.ts';
import type { CodeFamily } from '../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { type Row, rowOf } from './report.ts';

/** What the code benches share: the shipped knowledge, and five runs of each figure. */
export const subject = 'askfix';
const runs = 5;

const loaded = await loadKnowledge({ folders: [shippedFolder] });
if (loaded.knowledge === undefined) throw new Error('The shipped knowledge is broken; run "askfix check".');
export const knowledge: Knowledge = loaded.knowledge;
export const families: readonly CodeFamily[] = knowledge.table?.families ?? [];

/** Milliseconds of the clock. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Milliseconds of the processor, all threads: what else the machine does has little part in it. */
export function worked(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

export function repeated<Value>(work: (run: number) => Value): Value[] {
  return Array.from({ length: runs }, (_, run) => work(run));
}

/** A row of the report about us. */
export function row(name: string, metric: string, unit: string, values: readonly number[]): Row {
  return rowOf({ name, subject, metric, unit }, values);
}

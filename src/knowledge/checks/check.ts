import type { Finding } from '../finding.ts';
import { pausing } from '../pause.ts';
import { type Fault, findingOf, type PackSources } from '../read/pack-sources.ts';

/** One rule of knowledge/README.md over a whole pack. Pure; knows no file system and no clock. */
export interface Check {
  /** The name that findings and the README use. */
  readonly name: string;
  /** What goes wrong for the person in the chat without this rule. */
  readonly why: string;
  /** Missing = error. */
  readonly severity?: 'warning';
  /** true = says nothing useful while files are unreadable, because it asks what is NOT there. */
  readonly needsWhole?: true;
  readonly check: (sources: PackSources, context: CheckContext) => Iterable<Fault>;
}

export interface CheckContext {
  /** The day on which facts are judged as old, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Runs checks over one pack, in the order of the list, giving way to other work in between. */
export async function runChecks(
  checks: readonly Check[],
  sources: PackSources,
  context: CheckContext,
): Promise<Finding[]> {
  const isWhole = Object.values(sources.broken).every((ids) => ids.size === 0);
  const findings: Finding[] = [];
  const pause = pausing();
  for (const { name, severity = 'error', needsWhole, check } of checks) {
    if (needsWhole === true && !isWhole) continue;
    for (const fault of check(sources, context)) findings.push(findingOf(fault, name, severity));
    await pause();
  }
  return findings;
}

import type { Finding } from '../finding.ts';
import type { ProblemSource } from '../schema.ts';
import { type Entry, findingOf } from './pack-sources.ts';

const inlineFolders = ['causes', 'observations', 'fixes'] as const;
type InlineFolder = (typeof inlineFolders)[number];

type Collected = { problems: ReadonlyMap<string, Entry<ProblemSource>> } & {
  [F in InlineFolder]: Map<string, Entry<NonNullable<NonNullable<ProblemSource['inline']>[F]>[string]>>;
};

/** Adds what problems hold inline to the pack's own entries; an id that exists already is a finding. */
export function addInlineEntries(entries: Collected): Finding[] {
  return [...entries.problems.values()].flatMap((problem) =>
    inlineFolders.flatMap((folder) => addFrom(problem, folder, entries)),
  );
}

function addFrom(problem: Entry<ProblemSource>, folder: InlineFolder, entries: Collected): Finding[] {
  const target: Map<string, Entry<unknown>> = entries[folder];
  const findings: Finding[] = [];
  for (const [id, source] of Object.entries(problem.source.inline?.[folder] ?? {})) {
    const prefix = ['inline', folder, id];
    const other = target.get(id);
    if (other !== undefined) findings.push(duplicate(problem, prefix, other));
    const lineOf: Entry<unknown>['lineOf'] = (path) => problem.lineOf([...prefix, ...path]);
    target.set(id, { id, folder, file: problem.file, source, lineOf, inlineOf: problem.id });
  }
  return findings;
}

function duplicate(problem: Entry<ProblemSource>, path: readonly string[], other: Entry<unknown>): Finding {
  const fault = {
    entry: problem,
    path,
    found: `"${path.at(-1)}", which is also in ${other.file}`,
    expected: 'an id of its own',
    tip: 'Rename one of them, or keep only one.',
  };
  return findingOf(fault, 'duplicate-id', 'error');
}

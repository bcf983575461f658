import type { Finding } from '../finding.ts';
import type { Folder } from '../folders.ts';
import type {
  ArticleSource,
  CauseSource,
  FixSource,
  ObservationSource,
  PackSource,
  ProblemSource,
  ProcedureSource,
} from '../schema.ts';
import type { LineOf, Path } from './parse-yaml.ts';

/** One entry as its author wrote it, and where its parts stand. */
export interface Entry<Source> {
  readonly id: string;
  readonly folder: Folder | 'pack';
  readonly file: string;
  readonly source: Source;
  /** 1-based line of a part of `source`. */
  readonly lineOf: LineOf;
  /** The problem inside which it stands; missing for a file of its own. */
  readonly inlineOf?: string;
}

export type Entries<Source> = ReadonlyMap<string, Entry<Source>>;

/** A pack as read: every entry that fits its schema, inline ones included. */
export interface PackSources {
  readonly id: string;
  readonly pack: Entry<PackSource>;
  readonly problems: Entries<ProblemSource>;
  readonly causes: Entries<CauseSource>;
  readonly observations: Entries<ObservationSource>;
  readonly fixes: Entries<FixSource>;
  readonly procedures: Entries<ProcedureSource>;
  readonly articles: Entries<ArticleSource>;
  /** Ids of files that could not be read: known by name, so that one broken file is one finding. */
  readonly broken: Readonly<Record<Folder, ReadonlySet<string>>>;
}

/** Something wrong with a part of an entry; the rule and severity come from the check that found it. */
export interface Fault {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
}

/** The finding for a fault. */
export function findingOf(fault: Fault, rule: string, severity: Finding['severity']): Finding {
  const { entry, path, found, expected, tip } = fault;
  return { file: entry.file, line: entry.lineOf(path), rule, severity, found, expected, tip };
}

/** Whether there is a file or inline entry of that id, readable or not. */
export function hasEntry(sources: PackSources, folder: Folder, id: string): boolean {
  return sources[folder].has(id) || sources.broken[folder].has(id);
}

/** Every entry of the pack, pack.yaml first. */
export function allEntries(sources: PackSources): Entry<unknown>[] {
  const { pack, problems, causes, observations, fixes, procedures, articles } = sources;
  const lists = [problems, causes, observations, fixes, procedures, articles];
  return [pack, ...lists.flatMap((entries): Entry<unknown>[] => [...entries.values()])];
}

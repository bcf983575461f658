import type { Checked } from './check-packs.ts';
import { preferFamilies } from './codes/prefer-families.ts';
import { compileKnowledge } from './compile/compile-knowledge.ts';
import { readIndex, writeIndex } from './compiled-index.ts';
import { contentHash } from './content-hash.ts';
import { type Finding, hasErrors, summariseFindings } from './finding.ts';
import type { Knowledge } from './knowledge.ts';
import { openPacks } from './read/open-packs.ts';

export interface LoadOptions {
  /** Knowledge folders or packs; a later one outranks an earlier one. */
  readonly folders: readonly string[];
  /** Pack ids to load; missing or empty = all. */
  readonly packs?: readonly string[];
  /** Families of codes (or groups of them) that are likelier than others; missing = none. */
  readonly codeFamilies?: readonly string[];
  /** Where compiled knowledge is kept between starts; missing = nowhere. */
  readonly cacheFolder?: string;
  /** The day on which facts are judged as old, `YYYY-MM-DD`; missing = they never are. */
  readonly today?: string;
}

export interface LoadResult {
  /** Missing when a finding is an error. */
  readonly knowledge?: Knowledge;
  /** At most 20 of each rule. Empty when the knowledge came from the index: it was checked when that was written. */
  readonly findings: readonly Finding[];
  readonly fromIndex: boolean;
}

/**
 * Reads, checks and compiles knowledge, or takes the compiled index of exactly these files. Gives way to other work
 * while it reads. Never throws for bad content: what is wrong with it stands in the findings.
 */
export async function loadKnowledge(options: LoadOptions): Promise<LoadResult> {
  const loaded = await loadPlain(options);
  if (loaded.knowledge === undefined) return loaded;
  // After the index, which is the same whatever the owner's people use.
  const { knowledge, findings } = preferFamilies(loaded.knowledge, options.codeFamilies ?? []);
  return { ...loaded, knowledge, findings: [...loaded.findings, ...findings] };
}

async function loadPlain(options: LoadOptions): Promise<LoadResult> {
  const opened = openPacks(options.folders, options.packs);
  const version = contentHash([...opened.packs, ...opened.codes]);
  const isReadable = !hasErrors([
    ...opened.findings,
    ...[...opened.packs, ...opened.codes].flatMap(({ findings }) => findings),
  ]);
  const kept = isReadable && options.cacheFolder !== undefined && readIndex(options.cacheFolder, version);
  if (kept) return { knowledge: kept, findings: [], fromIndex: true };
  // The YAML reader and the schemas take longer to load than the index, so they are fetched only when needed.
  const { checkPacks } = await import('./check-packs.ts');
  return compileChecked(
    version,
    await checkPacks(opened, options.today ?? '0000-00-00'),
    options.cacheFolder,
  );
}

function compileChecked(version: string, checked: Checked, cacheFolder: string | undefined): LoadResult {
  const findings = summariseFindings(checked.findings);
  if (hasErrors(findings)) return { findings, fromIndex: false };
  // Through JSON, so that fresh knowledge and knowledge from the index are the same to the last key.
  const knowledge: Knowledge = JSON.parse(JSON.stringify(compileKnowledge(version, checked)));
  const failure = cacheFolder === undefined ? undefined : writeIndex(cacheFolder, knowledge);
  if (failure === undefined) return { knowledge, findings, fromIndex: false };
  return {
    knowledge,
    findings: [...findings, indexNotWritten(String(cacheFolder), failure)],
    fromIndex: false,
  };
}

function indexNotWritten(file: string, failure: Error): Finding {
  return {
    file,
    line: 1,
    rule: 'index-not-written',
    severity: 'warning',
    found: failure.message,
    expected: 'a folder that can be written',
    tip: 'Askfix works without, but compiles the knowledge again at every start.',
  };
}

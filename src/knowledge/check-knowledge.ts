import { allChecks } from './checks/all-checks.ts';
import { runChecks } from './checks/check.ts';
import type { Finding } from './finding.ts';
import { findPacks } from './read/find-packs.ts';
import { readPackFiles } from './read/read-files.ts';
import { readPack } from './read/read-pack.ts';

export interface CheckResult {
  readonly packs: number;
  readonly files: number;
  /** Errors and warnings in the order of packs, files and checks. */
  readonly findings: readonly Finding[];
}

/**
 * Reads every pack in `folders` and runs all checks over it.
 * @param today the day on which facts are judged as old, `YYYY-MM-DD`
 */
export async function checkKnowledge(options: {
  folders: readonly string[];
  today: string;
}): Promise<CheckResult> {
  const found = findPacks(options.folders);
  const findings: Finding[] = [...found.findings];
  let files = 0;
  for (const { id, root } of found.packs) {
    const packFiles = readPackFiles(id, root);
    files += packFiles.files.length;
    const read = await readPack(packFiles);
    findings.push(...read.findings);
    if (read.sources !== undefined) findings.push(...runChecks(allChecks, read.sources, options));
  }
  return { packs: found.packs.length, files, findings };
}

import { allChecks } from './checks/all-checks.ts';
import { runChecks } from './checks/check.ts';
import type { CodeData } from './codes/code-data.ts';
import { readCodes } from './codes/read-codes.ts';
import type { Finding } from './finding.ts';
import type { OpenedPacks } from './read/open-packs.ts';
import type { PackSources } from './read/pack-sources.ts';
import { readPack } from './read/read-pack.ts';

export interface Checked {
  /** Strongest first; packs whose pack.yaml cannot be read are missing. */
  readonly sources: readonly PackSources[];
  readonly codes: CodeData;
  /** Errors and warnings in the order of packs, files and checks. */
  readonly findings: readonly Finding[];
}

/**
 * Parses opened packs and runs every check over them.
 * @param today the day on which facts are judged as old, `YYYY-MM-DD`
 */
export async function checkPacks(opened: OpenedPacks, today: string): Promise<Checked> {
  const findings: Finding[] = [...opened.findings];
  const sources: PackSources[] = [];
  for (const pack of opened.packs) {
    const read = await readPack(pack);
    findings.push(...read.findings);
    if (read.sources === undefined) continue;
    sources.push(read.sources);
    findings.push(...(await runChecks(allChecks, read.sources, { today })));
  }
  const codes = readCodes(opened.codes);
  return { sources, codes: codes.data, findings: [...findings, ...codes.findings] };
}

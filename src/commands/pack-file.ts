import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFolder } from '../knowledge/read/find-packs.ts';
import { readPack } from '../knowledge/read/read-pack.ts';
import type { SkeletonPack } from '../knowledge/skeleton.ts';
import { printFindings } from './print-findings.ts';

/**
 * A pack's own file, which is all that a new entry must fit: it may be started while others are broken. What is wrong
 * with it goes to stderr.
 */
export async function readPackFile({ id, root }: PackFolder): Promise<SkeletonPack | undefined> {
  const file = join(root, 'pack.yaml');
  const files = existsSync(file)
    ? [{ file, folder: 'pack' as const, id: 'pack', bytes: readFileSync(file) }]
    : [];
  const { sources, findings } = await readPack({ id, root, files, findings: [] });
  if (sources === undefined) printFindings(findings, process.stderr);
  return sources?.pack.source;
}

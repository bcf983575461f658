import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from './knowledge.ts';

/** The knowledge of a version as it was compiled before; undefined when there is none, or the file is damaged. */
export function readIndex(folder: string, version: string): Knowledge | undefined {
  try {
    const knowledge: unknown = JSON.parse(readFileSync(indexFile(folder, version), 'utf8'));
    return isKnowledge(knowledge) && knowledge.version === version ? knowledge : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps compiled knowledge for the next start and removes older versions. The file appears whole or not at all.
 * @returns what went wrong, for the log; a missing index costs only time.
 */
export function writeIndex(folder: string, knowledge: Knowledge): Error | undefined {
  const file = indexFile(folder, knowledge.version);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, JSON.stringify(knowledge), { mode: 0o600 });
    renameSync(draft, file);
    removeOthers(folder, knowledge.version);
    return undefined;
  } catch (error) {
    removeDraft(draft);
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A draft that cannot be removed either does no harm: it is never read. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {}
}

function removeOthers(folder: string, version: string): void {
  for (const name of readdirSync(folder)) {
    if (/^knowledge-[0-9a-f]+\.json$/.test(name) && name !== indexName(version)) rmSync(join(folder, name));
  }
}

function indexName(version: string): string {
  return `knowledge-${version}.json`;
}

function indexFile(folder: string, version: string): string {
  return join(folder, indexName(version));
}

function isKnowledge(value: unknown): value is Knowledge {
  return (
    typeof value === 'object' && value !== null && 'version' in value && 'packs' in value && 'codes' in value
  );
}

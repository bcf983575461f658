import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PromotedSet } from '../diagnosis/promote.ts';

/** What the operator decided about learning. */
export interface LearningFile {
  /** Identities whose talks are not learnt from. */
  readonly revoked: readonly string[];
  /** Promoted numbers, newest last. Older ones are kept for the talks that began with them. */
  readonly sets: readonly PromotedSet[];
}

/** Beside the database and not in it, so that an operator can decide while a server runs. */
const fileName = 'learning.json';
const keptSets = 3;

/** Nothing decided while there is no file. @throws when the file is there and is not what `saveLearning` writes. */
export function readLearning(folder: string): LearningFile {
  const path = join(folder, fileName);
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<LearningFile>;
    return { revoked: found.revoked ?? [], sets: found.sets ?? [] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { revoked: [], sets: [] };
    throw new Error(`${path} cannot be read (${String(error)}). Repair or remove it.`);
  }
}

/** Replaces the file whole, so that a crash leaves the old or the new one. */
export function saveLearning(folder: string, { revoked, sets }: LearningFile): void {
  const path = join(folder, fileName);
  const body = { revoked: [...new Set(revoked)].sort(), sets: sets.slice(-keptSets) };
  writeFileSync(`${path}.new`, `${JSON.stringify(body)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Changes whenever the file does. */
export function learningStamp(folder: string): string {
  const found = statSync(join(folder, fileName), { throwIfNoEntry: false });
  return found ? `${found.mtimeMs}/${found.size}/${found.ino}` : 'none';
}

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What was kept in a file; undefined when there is none, or it is damaged. What it is must be looked at. */
export function readKept(file: string): unknown {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return undefined;
  }
}

/**
 * Keeps something that could be computed again. The file appears whole or not at all; others of its folder whose names
 * match `superseded` go. A folder that cannot be written costs only the time of the next computing.
 */
export function keepFile(file: string, kept: unknown, superseded: RegExp): void {
  const folder = dirname(file);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, serialize(kept), { mode: 0o600 });
    renameSync(draft, file);
    for (const name of readdirSync(folder))
      if (superseded.test(name) && name !== basename(file)) rmSync(join(folder, name));
  } catch {
    removeDraft(draft);
  }
}

/** A draft that cannot be removed either is never read. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {}
}

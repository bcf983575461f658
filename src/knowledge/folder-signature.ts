import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Knowledge folder, pack, folder of entries. */
const LEVELS = 3;

/**
 * A text that changes when a file below `folders` is written, replaced, added, renamed or removed. Reads no contents.
 * Hidden files and folders do not count.
 */
export function folderSignature(folders: readonly string[]): string {
  return folders.flatMap((folder) => signaturesIn(folder, LEVELS)).join('\n');
}

function signaturesIn(folder: string, levels: number): string[] {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return [];
    if (stat.isDirectory()) return levels > 1 ? [path, ...signaturesIn(path, levels - 1)] : [];
    return [`${path} ${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    // A folder that vanished or may not be read looks empty; loading names the reason.
    return [];
  }
}

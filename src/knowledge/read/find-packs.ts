import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Finding } from '../finding.ts';
import { folders as entryFolders } from '../folders.ts';
import { didYouMean } from '../nearest.ts';

export interface PackFolder {
  readonly id: string;
  readonly root: string;
}

/** Folders inside a knowledge folder that are no packs: the table of codes, and the schemas for editors. */
const reserved = new Set(['codes', 'schema']);

/**
 * The packs inside some knowledge folders, strongest first: a later folder outranks an earlier one, and a pack replaces
 * the pack of the same id. A folder that holds a pack.yaml itself is that pack.
 * @param only pack ids to keep; undefined or empty = all
 */
export function findPacks(
  folders: readonly string[],
  only: readonly string[] = [],
): { packs: PackFolder[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const byId = new Map<string, PackFolder>();
  for (const folder of folders.toReversed()) {
    for (const pack of packsIn(folder, findings)) if (!byId.has(pack.id)) byId.set(pack.id, pack);
  }
  if (byId.size === 0 && findings.length === 0) findings.push(noPackAtAll(folders));
  for (const id of only) if (!byId.has(id)) findings.push(unknownPack(id, [...byId.keys()], folders));
  const packs = [...byId.values()].filter((pack) => only.length === 0 || only.includes(pack.id));
  return { packs, findings };
}

function packsIn(folder: string, findings: Finding[]): PackFolder[] {
  const all = namesIn(folder);
  if (all === undefined) {
    findings.push(missingFolder(folder));
    return [];
  }
  if (isPack(folder)) return [{ id: basename(resolve(folder)), root: folder }];
  const names = all.filter((name) => !name.startsWith('.') && !reserved.has(name));
  const roots = names.sort().map((name) => ({ id: name, root: join(folder, name) }));
  return roots.filter(({ root }) => {
    if (!isDirectory(root)) return false;
    if (!isPack(root)) findings.push(noPack(root));
    return isPack(root);
  });
}

/** A folder of entries whose pack.yaml is missing is read too, so that its author sees everything at once. */
function isPack(root: string): boolean {
  return ['pack.yaml', ...entryFolders].some((name) => existsSync(join(root, name)));
}

/** undefined when there is no such folder, or it may not be read. */
function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function missingFolder(folder: string): Finding {
  return {
    file: folder,
    line: 1,
    rule: 'no-folder',
    severity: 'error',
    found: 'no folder that can be read',
    expected: 'a folder of packs, or a pack',
    tip: 'Compare with KNOWLEDGE_DIR and with the folder you are in.',
  };
}

/** The finding for a folder that has no pack.yaml. */
export function noPack(root: string): Finding {
  return {
    file: root,
    line: 1,
    rule: 'no-pack',
    severity: 'error',
    found: 'a folder without pack.yaml',
    expected: 'pack.yaml beside its entries',
    tip: 'Add a pack.yaml (copy one of another pack), or move the folder away.',
  };
}

function noPackAtAll(folders: readonly string[]): Finding {
  return {
    file: folders.at(-1) ?? '.',
    line: 1,
    rule: 'no-pack',
    severity: 'error',
    found: 'no pack',
    expected: 'at least one folder with a pack.yaml',
    tip: 'Name a pack, or a folder of packs.',
  };
}

function unknownPack(id: string, known: readonly string[], folders: readonly string[]): Finding {
  return {
    file: folders[0] ?? 'knowledge',
    line: 1,
    rule: 'no-pack',
    severity: 'error',
    found: `no pack "${id}"`,
    expected: known.join(', ') || 'at least one pack',
    tip: `${didYouMean(id, known)}Correct the setting PACKS.`,
  };
}

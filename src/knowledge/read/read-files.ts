import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { type Folder, folders, isFolder } from '../folders.ts';
import { didYouMean } from '../nearest.ts';

export interface SourceFile {
  /** The path as it is opened and shown. */
  readonly file: string;
  /** `pack` for pack.yaml itself. */
  readonly folder: Folder | 'pack';
  /** The name without `.yaml`. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface PackFiles {
  readonly id: string;
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

/** Bounds that keep a hostile or mistaken folder from taking the process's time or memory. */
export const limits = { fileBytes: 256 * 1024, packBytes: 10 * 1024 * 1024, packFiles: 1000 } as const;

/** What editors and systems leave behind; also everything hidden. */
const leftovers = /^\.|^#.*#$|~$|\.(?:swp|swo|swx|tmp|bak|orig)$|^4913$|^Thumbs\.db$/;
/** How the pack fared when its author last accepted it; no knowledge, and read by `askfix check` alone. */
export const rehearsalFile = 'rehearsal.json';
const documents = /^(?:LICEN[CS]E|NOTICE)|\.(?:md|txt)$/i;

/**
 * Reads the bytes of a pack's files: pack.yaml and the YAML files of the known folders, in the order of their names.
 * Follows no link and looks no deeper than one folder, so nothing outside `root` can be reached.
 */
export function readPackFiles(id: string, root: string): PackFiles {
  const reading = new Reading();
  for (const name of reading.list(root)) {
    const file = join(root, name);
    if (name === 'pack.yaml') reading.add(file, 'pack', 'pack');
    else if (isFolder(name)) readFolder(reading, file, name);
    else if (name !== rehearsalFile) reading.refuse(file, unknownName(name));
  }
  return { id, root, files: reading.files, findings: reading.findings };
}

function readFolder(reading: Reading, path: string, folder: Folder): void {
  if (!isRealFolder(path)) {
    reading.refuse(path, notAFolder);
    return;
  }
  for (const name of reading.list(path)) {
    const file = join(path, name);
    if (name.endsWith('.yaml')) reading.add(file, folder, name.slice(0, -'.yaml'.length));
    else reading.refuse(file, notYaml);
  }
}

function isRealFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

type Refusal = Pick<Finding, 'rule' | 'found' | 'expected' | 'tip'>;

class Reading {
  readonly files: SourceFile[] = [];
  readonly findings: Finding[] = [];
  #bytes = 0;
  #isFull = false;

  refuse(file: string, refusal: Refusal): void {
    this.findings.push({ file, line: 1, severity: 'error', ...refusal });
  }

  /** The names in a folder that may matter, sorted. */
  list(path: string): string[] {
    try {
      return readdirSync(path)
        .filter((name) => !leftovers.test(name) && !documents.test(name))
        .sort();
    } catch (error) {
      this.refuse(path, unreadable(error));
      return [];
    }
  }

  add(file: string, folder: Folder | 'pack', id: string): void {
    try {
      const refusal = this.#refusalOf(file);
      if (refusal === undefined) this.files.push({ file, folder, id, bytes: readFileSync(file) });
      else if (refusal !== packSize || !this.#isFull) this.refuse(file, refusal);
      if (refusal === packSize) this.#isFull = true;
    } catch (error) {
      this.refuse(file, unreadable(error));
    }
  }

  /** Sizes are asked of the file system first: a file that is too large is never read. */
  #refusalOf(file: string): Refusal | undefined {
    const stat = lstatSync(file);
    if (!stat.isFile()) return notAFile(stat.isSymbolicLink());
    if (stat.size > limits.fileBytes) return tooLarge(stat.size);
    this.#bytes += stat.size;
    return this.#bytes > limits.packBytes || this.files.length >= limits.packFiles ? packSize : undefined;
  }
}

const packSize: Refusal = {
  rule: 'pack-size',
  found: `a pack of more than ${limits.packFiles} files or 10 MB`,
  expected: `at most ${limits.packFiles} files and 10 MB`,
  tip: 'Divide the pack into two packs. (The rest was not read.)',
};

const notAFolder: Refusal = {
  rule: 'file-kind',
  found: 'a file or link',
  expected: 'a folder',
  tip: 'Entries stand in a real folder of this name; links are not followed.',
};

const notYaml: Refusal = {
  rule: 'file-name',
  found: 'a file that is not called <id>.yaml, or a folder',
  expected: 'a name like f3-group-space-full.yaml',
  tip: 'Rename it (.yml is not read either), or move it out of the pack.',
};

function unknownName(name: string): Refusal {
  return {
    rule: 'file-name',
    found: `"${name}"`,
    expected: `pack.yaml, or one of the folders ${folders.join(', ')}`,
    tip: `${didYouMean(name, [...folders, 'pack.yaml'])}Notes belong into a file that ends in .md.`,
  };
}

function notAFile(isLink: boolean): Refusal {
  return {
    rule: 'file-kind',
    found: isLink ? 'a symbolic link' : 'something that is not a file',
    expected: 'an ordinary file',
    tip: 'Copy the file here: links are not followed, so that a pack cannot show what lies outside of it.',
  };
}

function tooLarge(size: number): Refusal {
  return {
    rule: 'file-size',
    found: `${Math.ceil(size / 1024)} KB`,
    expected: `at most ${limits.fileBytes / 1024} KB`,
    tip: 'One file is one entry; divide it. (It was not read.)',
  };
}

function unreadable(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return {
    rule: 'file-unreadable',
    found: code,
    expected: 'a file that can be read',
    tip: 'Give the user that runs Askfix the right to read it.',
  };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface HashedFiles {
  readonly id: string;
  readonly files: readonly { readonly folder: string; readonly id: string; readonly bytes: Uint8Array }[];
}

/**
 * The version of what some packs compile to: a hash over every file's path and bytes, and over the code that reads
 * them. The code counts, so that an index written by an older Askfix is never taken for ours.
 * @param packs strongest first, and folders of codes; their order counts
 * @returns 32 hex digits
 */
export function contentHash(packs: readonly HashedFiles[]): string {
  const hash = createHash('sha256').update(ownCodeHash());
  for (const { id, files } of packs) {
    hash.update(`pack ${id}\n`);
    for (const { folder, id: name, bytes } of files) {
      hash.update(`${folder}/${name} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex').slice(0, 32);
}

let ownCode: string | undefined;

function ownCodeHash(): string {
  ownCode ??= hashOfCode();
  return ownCode;
}

function hashOfCode(): string {
  const hash = createHash('sha256');
  const names = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  hash.update(readFileSync(join(import.meta.dirname, '..', 'languages', 'systems.ts')));
  return hash.digest('hex');
}

import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOnly } from './owner-only.ts';
import { StorageProblem, toStorageProblem } from './storage-problem.ts';

const fileName = 'identity.key';
const keyBytes = 32;

/**
 * The key of the names that people have in this data folder; made at the first start, for its owner only. It stands
 * beside the database and not in it, so that a database that gets out tells nobody's name. Who loses it keeps the talks, but everybody
 * is a stranger from then on.
 * @throws StorageProblem when it cannot be read or made
 */
export function identityKey(folder: string): Uint8Array {
  return readIdentityKey(folder) ?? makeIdentityKey(folder);
}

/** The folder's key; null while there is none. @throws StorageProblem */
export function readIdentityKey(folder: string): Uint8Array | null {
  const file = join(folder, fileName);
  try {
    const key = Buffer.from(readFileSync(file, 'latin1').trim(), 'hex');
    if (key.length !== keyBytes)
      throw new StorageProblem('corrupt', file, `it must hold ${keyBytes} bytes in hexadecimal`);
    ownerOnly(file);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw toStorageProblem(error, file);
  }
}

/** Written beside and then renamed: a crash leaves no half key. The caller holds the folder's lock. */
function makeIdentityKey(folder: string): Uint8Array {
  const file = join(folder, fileName);
  const key = randomBytes(keyBytes);
  try {
    const descriptor = openSync(`${file}.new`, 'w', 0o600);
    writeSync(descriptor, `${key.toString('hex')}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(`${file}.new`, file);
    return key;
  } catch (error) {
    throw toStorageProblem(error, file);
  }
}

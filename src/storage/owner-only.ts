import { chmodSync } from 'node:fs';

/**
 * Lets only its owner read and write a file. By name, not by descriptor: closing a descriptor of a file that SQLite has
 * open would drop SQLite's locks on it. A file of somebody else stays as that one wants it.
 */
export function ownerOnly(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}

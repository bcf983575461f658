import { StoreUnavailable } from '../delivery/store-errors.ts';

export type StorageProblemCode =
  | 'in-use'
  | 'not-a-folder'
  | 'unwritable'
  | 'read-only'
  | 'disk-full'
  | 'disk-error'
  | 'corrupt'
  | 'newer'
  | 'changed-migration'
  | 'missing';

/** Something is wrong with the data folder. `message` is one sentence or two for whoever runs Askfix; no stack needed. */
export class StorageProblem extends StoreUnavailable {
  override readonly name = 'StorageProblem';
  readonly code: StorageProblemCode;
  /** What else is known, e.g. who uses the folder; '' = nothing. */
  readonly detail: string;

  /**
   * @param place the folder or file it is about
   * @param detail what else is known, e.g. who uses the folder; put in brackets
   */
  constructor(code: StorageProblemCode, place: string, detail = '', cause?: unknown) {
    super(sentences[code](place, detail === '' ? '' : ` (${detail})`), { cause });
    this.code = code;
    this.detail = detail;
  }
}

const sentences: Record<StorageProblemCode, (place: string, detail: string) => string> = {
  'in-use': (place, detail) =>
    `The data folder ${place} is in use by another Askfix${detail}. Stop that one, or give this one its own folder with DATA_DIR.`,
  'not-a-folder': (place, detail) =>
    `The data folder ${place} cannot be made: a file stands in its place${detail}. Move that file away, or set DATA_DIR to another folder.`,
  unwritable: (place, detail) =>
    `${place} cannot be written${detail}. Give this user the right to write there, or set DATA_DIR to another folder.`,
  'read-only': (place, detail) =>
    `${place} is read-only${detail}. Make it writable, or set DATA_DIR to another folder.`,
  'disk-full': (place, detail) =>
    `The disk with ${place} is full${detail}. Free some space; an Askfix that runs goes on by itself, one that would not start is started again.`,
  'disk-error': (place, detail) =>
    `The disk failed while reading or writing ${place}${detail}. Check the disk, then restore the folder from a backup if needed.`,
  corrupt: (place, detail) =>
    `${place} is damaged or no Askfix database${detail}. Move it away and restore it from a backup, or start with an empty data folder.`,
  newer: (place, detail) =>
    `${place} was written by a newer Askfix${detail}. Run that version again, or set DATA_DIR to another folder.`,
  'changed-migration': (place, detail) =>
    `${place} was set up by a different Askfix: a migration was changed after it ran${detail}. Restore the migration file, or set DATA_DIR to another folder.`,
  missing: (place, detail) =>
    `There is no Askfix data in ${place} yet${detail}. Start Askfix once with npm start, or say with DATA_DIR where the data is.`,
};

/** By the beginning of SQLite's result code (https://www.sqlite.org/rescode.html) or Node's error code. */
const codes: readonly (readonly [string, StorageProblemCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'unwritable'],
  ['SQLITE_PERM', 'unwritable'],
  ['SQLITE_AUTH', 'unwritable'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_IOERR', 'disk-error'],
  ['SQLITE_NOMEM', 'disk-error'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EEXIST', 'not-a-folder'],
  ['ENOTDIR', 'not-a-folder'],
  ['EACCES', 'unwritable'],
  ['EPERM', 'unwritable'],
  ['ENOENT', 'unwritable'],
  ['EIO', 'disk-error'],
];

/** The problem behind an error of SQLite or the file system; any other error comes back as it is: it is a mistake in the program. */
export function toStorageProblem(error: unknown, place: string): unknown {
  if (error instanceof StoreUnavailable) return error;
  const found = codes.find(([beginning]) => codeOf(error).startsWith(beginning));
  if (!found) return error;
  return new StorageProblem(found[1], place, codeOf(error), error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

import { toStorageProblem } from './storage-problem.ts';

/** Asks the database. */
export type Read = <T>(select: () => T) => Promise<T>;

/** SQLite reads are done at once; wrapped so that a failing one rejects with a StorageProblem about `place`, as writes do. */
export function createRead(place: string): Read {
  return async (select) => {
    try {
      return select();
    } catch (error) {
      throw toStorageProblem(error, place);
    }
  };
}

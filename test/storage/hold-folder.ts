import { openSqlite } from '../../src/storage/sqlite.ts';
import { StorageProblem } from '../../src/storage/storage-problem.ts';

/** Run as a process of its own: opens the data folder named on the command line and holds it until it is ended. */
try {
  openSqlite({ folder: process.argv[2] ?? '', now: () => 0 });
  process.stdout.write('open\n');
  setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof StorageProblem)) throw error;
  process.stdout.write(`${error.code} ${error.message}\n`);
}

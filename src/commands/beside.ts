import { loadConfig } from '../config.ts';
import { type Beside, openBeside } from '../storage/beside.ts';
import { StorageProblem } from '../storage/storage-problem.ts';

/** Does one piece of work on the data folder, beside a running server. The exit code; 1 with a sentence when it cannot. */
export async function besideServer(
  work: (data: Beside, folder: string) => number | Promise<number>,
): Promise<number> {
  const { dataFolder } = loadConfig();
  try {
    const data = openBeside(dataFolder);
    try {
      return await work(data, dataFolder);
    } finally {
      data.close();
    }
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

import { randomUUID } from 'node:crypto';
import { ConfigProblem, loadConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createTerminal } from '../platforms/terminal.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { assemble } from './assembly.ts';
import { liveKnowledge, UnusableKnowledge } from './live-knowledge.ts';
import { liveParameters } from './live-parameters.ts';
import { wrongUsage } from './wrong-usage.ts';

/** `askfix chat`: one person talks to it in this terminal, on the same path as everywhere else. */
export async function run(words: readonly string[]): Promise<number> {
  if (words.length > 0)
    return wrongUsage(`"chat" takes no arguments, and there is "${words[0]}".`, 'askfix chat');
  try {
    await chat();
    return 0;
  } catch (error) {
    if (
      !(
        error instanceof ConfigProblem ||
        error instanceof StorageProblem ||
        error instanceof UnusableKnowledge
      )
    )
      throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

async function chat(): Promise<void> {
  const config = loadConfig();
  // Somebody who talks wants to read the talk; the log speaks up only when something is wrong.
  const log = createLog({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const encoder = config.encoder ? (await import('./live-encoder.ts')).openEncoder(config, log) : null;
  const storage = openSqlite({ folder: config.dataFolder, now: Date.now });
  try {
    const knowledge = await liveKnowledge(config, log, encoder?.follow);
    const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
    const terminal = createTerminal({
      input: process.stdin,
      output: process.stdout,
      session: randomUUID(),
      language,
    });
    const delivery = assemble({
      storage,
      platforms: [terminal],
      knowledge,
      parameters: liveParameters(config, log),
      retention: config.retention,
      log,
      encoder,
    });
    await terminal.start(delivery.host(terminal, () => {}));
    await delivery.start();
    await terminal.finished;
    await delivery.stop();
    await terminal.stop();
    knowledge.stop();
  } finally {
    await encoder?.stop();
    storage.close();
  }
}

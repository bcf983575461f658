import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { formatFinding } from '../knowledge/finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { watchKnowledge } from '../knowledge/watch-knowledge.ts';
import type { Log } from '../log.ts';
import { codeIndexOf } from '../recognition/codes/code-index.ts';
import { readySearch } from '../recognition/search-knowledge.ts';
import { readyMatcher } from './learnt-borders.ts';
import { printFindings } from './print-findings.ts';
import { knowledgeOptions } from './shipped-knowledge.ts';

/** Between two pieces of work that nobody waits for, in milliseconds. */
const restMs = 5;

/** Knowledge that follows its files. */
export interface LiveKnowledge {
  /** What counts right now. */
  current(): Knowledge;
  /** Follows the files no more. */
  stop(): void;
}

/** How long a start waits for learning, while the server already says that it is starting; and how long a reload does. */
const startPatienceMs = 8000;
const reloadPatienceMs = 400;

/** Thrown when there is no usable knowledge to start with; what is wrong was printed. */
export class UnusableKnowledge extends Error {
  override readonly name = 'UnusableKnowledge';
}

/**
 * Loads the knowledge and goes on reloading it: a good edit counts from the next message on, a broken one is named in
 * the log while the old knowledge stays.
 *
 * @param onLearnt told of each knowledge that counts, once its matcher will not get better any more
 * @throws UnusableKnowledge when what is there cannot be used; its findings went to stderr
 */
export async function liveKnowledge(
  config: Config,
  log: Log,
  onLearnt: (knowledge: Knowledge) => void = () => {},
): Promise<LiveKnowledge> {
  const options = knowledgeOptions(config);
  const { knowledge, findings } = await loadKnowledge(options);
  if (!knowledge) {
    printFindings(
      findings.filter(({ severity }) => severity === 'error'),
      process.stderr,
    );
    throw new UnusableKnowledge('The knowledge cannot be used as it is; mend the places named above.');
  }
  for (const finding of findings.filter(({ rule }) => rule === 'code-families'))
    log.warn({ finding: formatFinding(finding) }, 'CODE_FAMILIES names a family that there is not');
  const { learnt } = await readyMatcher(knowledge, options.cacheFolder, startPatienceMs);
  void learnt.then(() => onLearnt(knowledge));
  codeIndexOf(knowledge);
  const rested = () => setTimeout(restMs, undefined, { ref: false });
  void readySearch(knowledge, rested);
  let current = knowledge;
  let newest = knowledge.version;
  const watch = watchKnowledge({
    ...options,
    current: knowledge.version,
    onChange: async (changed) => {
      newest = changed.version;
      const { learnt } = await readyMatcher(changed, options.cacheFolder, reloadPatienceMs);
      // An even newer one may have been ready sooner.
      if (newest !== changed.version) return;
      codeIndexOf(changed);
      current = changed;
      void readySearch(changed, rested);
      log.info({ version: changed.version }, 'knowledge reloaded');
      await learnt;
      log.info({ version: changed.version }, 'matcher learnt');
      if (newest === changed.version) onLearnt(changed);
    },
    onRefused: (refused) => {
      for (const finding of refused.filter(({ severity }) => severity === 'error')) {
        log.error({ finding: formatFinding(finding) }, 'changed knowledge refused; the old one stays in use');
      }
    },
  });
  return { current: () => current, stop: () => watch.stop() };
}

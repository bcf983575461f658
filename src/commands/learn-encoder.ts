import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Certainty } from '../recognition/certainty.ts';
import { useEncoder } from '../recognition/encoder-matching.ts';
import type { LearntEncoder } from '../recognition/encoder-opinion.ts';
import { problemClassesOf } from '../recognition/problem-classes.ts';
import { type Material, materialOf } from '../recognition/problem-sentences.ts';
import { keepFile, readKept } from './kept-file.ts';

/** What there is to learn, and beside which matcher. */
export interface EncoderWork {
  readonly material: Material;
  readonly certainty: Certainty;
  readonly cacheFolder: string;
}

/** Learns; null when that did not work out. */
export type LearnEncoder = (work: EncoderWork) => Promise<LearntEncoder | null>;

/** Counted up when the learning changes, so that what an older Askfix learnt is not used. */
const format = 1;
const namePattern = /^encoder-\d+-[0-9a-f]+\.bin$/;

/** What was learnt, and the matcher's certainty beside which it was. */
interface Kept {
  readonly certainty: Certainty;
  readonly learnt: LearntEncoder;
}

/** Learns in a thread of its own, so that messages are answered meanwhile. Does not keep the process alive. */
export const learnEncoderElsewhere: LearnEncoder = (work) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./learn-encoder-worker.ts', import.meta.url), { workerData: work });
    worker.unref();
    worker.once('message', (learnt: LearntEncoder) => resolve(learnt));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });

/**
 * Lets an encoder count in a knowledge whose matcher has learnt: by the file that an earlier start left, else by learning,
 * which is then kept.
 *
 * @returns whether it counts now; false when the learning did not work out
 */
export async function readyEncoder(
  knowledge: Knowledge,
  {
    name,
    cacheFolder,
    learn,
  }: { readonly name: string; readonly cacheFolder: string; readonly learn: LearnEncoder },
): Promise<boolean> {
  const file = join(cacheFolder, `encoder-${format}-${knowledge.version}.bin`);
  const { certainty } = problemClassesOf(knowledge);
  const kept = readKept(file);
  if (isKept(kept) && kept.learnt.name === name && isSame(kept.certainty, certainty)) {
    useEncoder(knowledge, kept.learnt);
    return true;
  }
  const learnt = await learn({ material: materialOf(knowledge), certainty, cacheFolder });
  if (!learnt) return false;
  useEncoder(knowledge, learnt);
  keepFile(file, { certainty, learnt } satisfies Kept, namePattern);
  return true;
}

function isKept(found: unknown): found is Kept {
  return typeof found === 'object' && found !== null && 'certainty' in found && 'learnt' in found;
}

function isSame(one: Certainty, two: Certainty): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}

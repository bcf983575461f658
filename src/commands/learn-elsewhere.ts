import { Worker } from 'node:worker_threads';
import type { LearntClasses } from '../recognition/problem-classes.ts';
import type { Material } from '../recognition/problem-sentences.ts';

/**
 * Learns in a thread of its own, so that messages are answered meanwhile. Does not keep the process alive.
 *
 * @returns what was learnt; null when the thread could not be started or broke down
 */
export function learnElsewhere(material: Material): Promise<LearntClasses | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), { workerData: material });
    worker.unref();
    worker.once('message', (learnt: LearntClasses) => resolve(learnt));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
}

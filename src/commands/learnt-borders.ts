import { join } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type LearntClasses, learnClasses, useClasses } from '../recognition/problem-classes.ts';
import { type Material, materialOf } from '../recognition/problem-sentences.ts';
import { keepFile, readKept } from './kept-file.ts';
import { learnElsewhere } from './learn-elsewhere.ts';

/** Counted up when the learning changes, so that borders of an older Askfix are not used. */
const format = 8;
const namePattern = /^borders-\d+-[0-9a-f]+\.bin$/;

/** Up to so many pairs of a class and a sentence are learnt on the spot, in some hundredths of a second. */
const mostAtOnce = 10_000;

/**
 * Makes the matcher of a knowledge ready: from the file that an earlier start left, else by learning in a thread of its
 * own, which is then kept. When that takes longer than `patienceMs`, a rough matcher that needs no learning does its work
 * until then. A folder that cannot be written, or a damaged file, costs only time.
 *
 * @returns settles when the knowledge can be used; `learnt` settles when nothing better will come
 */
export async function readyMatcher(
  knowledge: Knowledge,
  cacheFolder: string,
  patienceMs: number,
): Promise<{ readonly learnt: Promise<void> }> {
  const file = join(cacheFolder, `borders-${format}-${knowledge.version}.bin`);
  const kept = readBorders(file);
  if (kept) {
    useClasses(knowledge, kept);
    return { learnt: Promise.resolve() };
  }
  const material = materialOf(knowledge);
  const learnt = learn(material).then((found) => {
    useClasses(knowledge, found);
    keepFile(file, found, namePattern);
  });
  if (!(await isDoneWithin(learnt, patienceMs))) useClasses(knowledge, learnClasses(material, 'first'));
  return { learnt };
}

async function learn(material: Material): Promise<LearntClasses> {
  const pairs = material.classes.length * material.sentences.length;
  const elsewhere = pairs > mostAtOnce ? await learnElsewhere(material) : null;
  return elsewhere ?? learnClasses(material);
}

async function isDoneWithin(work: Promise<void>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

function readBorders(file: string): LearntClasses | undefined {
  const found = readKept(file);
  return isLearnt(found) ? found : undefined;
}

function isLearnt(found: unknown): found is LearntClasses {
  return (
    typeof found === 'object' &&
    found !== null &&
    'text' in found &&
    'certainty' in found &&
    'subjects' in found
  );
}

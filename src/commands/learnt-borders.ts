import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type LearntClasses, learnClasses, useClasses } from '../recognition/problem-classes.ts';
import { type Material, materialOf } from '../recognition/problem-sentences.ts';
import { learnElsewhere } from './learn-elsewhere.ts';

/** Counted up when the learning changes, so that borders of an older Askfix are not used. */
const format = 6;
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
    keepBorders(file, cacheFolder, found);
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
  try {
    const found: unknown = deserialize(readFileSync(file));
    return isLearnt(found) ? found : undefined;
  } catch {
    return undefined;
  }
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

/** The file appears whole or not at all; those of other versions go. */
function keepBorders(file: string, folder: string, learnt: LearntClasses): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, serialize(learnt), { mode: 0o600 });
    renameSync(draft, file);
    for (const name of readdirSync(folder)) {
      const other = join(folder, name);
      if (namePattern.test(name) && other !== file) rmSync(other);
    }
  } catch {
    removeDraft(draft);
  }
}

/** A draft that cannot be removed either is never read. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {}
}

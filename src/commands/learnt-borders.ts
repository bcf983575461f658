import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type LearntClasses, learnClasses, useClasses } from '../recognition/problem-classes.ts';
import { materialOf } from '../recognition/problem-sentences.ts';

/** Counted up when the learning changes, so that borders of an older Askfix are not used. */
const format = 2;
const namePattern = /^borders-\d+-[0-9a-f]+\.bin$/;

/**
 * Makes the matcher of a knowledge ready before the first message: from the file that an earlier start left, else by
 * learning (a quarter of a second and some tens of megabytes), which is then kept. A folder that cannot be written, or
 * a damaged file, costs only time.
 */
export function readyMatcher(knowledge: Knowledge, cacheFolder: string): void {
  const file = join(cacheFolder, `borders-${format}-${knowledge.version}.bin`);
  const kept = readBorders(file);
  const learnt = kept ?? learnClasses(materialOf(knowledge));
  useClasses(knowledge, learnt);
  if (!kept) keepBorders(file, cacheFolder, learnt);
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

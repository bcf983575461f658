import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadConfig } from '../config.ts';
import { idPattern } from '../knowledge/folders.ts';
import { didYouMean } from '../knowledge/nearest.ts';
import { findPacks, type PackFolder } from '../knowledge/read/find-packs.ts';
import { codeSkeleton, problemSkeleton, type SkeletonPack } from '../knowledge/skeleton.ts';
import { readPackFile } from './pack-file.ts';
import { knowledgeOptions } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix new problem PACK ID\n       askfix new code PACK FAMILY/CODE';

/**
 * `askfix new`: writes a skeleton of a problem or of an error code's entry into a pack, and never over a file.
 * @returns the exit code: 0 written, 1 not written, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const [kind, packId, name, ...rest] = words;
  if (
    (kind !== 'problem' && kind !== 'code') ||
    packId === undefined ||
    name === undefined ||
    rest.length > 0
  ) {
    return wrongUsage('what shall be started, and where?', usage);
  }
  const id = kind === 'code' ? idOfCode(name) : name;
  if (id === undefined || !idPattern.test(id)) return wrongUsage(wrongName(kind, name), usage);
  const { packs } = findPacks(knowledgeOptions(loadConfig()).folders);
  const pack = packs.find((candidate) => candidate.id === packId);
  if (pack === undefined) return wrongUsage(unknownPack(packId, packs), usage);
  return write(pack, id, (source) =>
    kind === 'code' ? codeSkeleton(id, name, source) : problemSkeleton(id, source),
  );
}

async function write(
  pack: PackFolder,
  id: string,
  skeleton: (source: SkeletonPack) => string,
): Promise<number> {
  const source = await readPackFile(pack);
  if (source === undefined) return 1;
  const file = join(pack.root, 'problems', `${id}.yaml`);
  const near = relative(process.cwd(), file);
  const shown = near.startsWith('..') ? file : near;
  if (existsSync(file)) {
    process.stderr.write(
      `askfix: ${shown} exists already and was left as it is. Choose another id, or edit that file.\n`,
    );
    return 1;
  }
  mkdirSync(join(pack.root, 'problems'), { recursive: true });
  writeFileSync(file, skeleton(source), { flag: 'wx' });
  process.stdout.write(`${shown}\nReplace every text that says WRITE ME, then run: npx askfix check\n`);
  return 0;
}

/** `win32/87` becomes `win32-87`. */
function idOfCode(code: string): string | undefined {
  if (!/^[a-z0-9_]+\/\S+$/.test(code)) return undefined;
  return code
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function wrongName(kind: 'problem' | 'code', name: string): string {
  if (kind === 'code')
    return `"${name}" is not a code; write family/code, such as win32/87 or hresult/0x80070057.`;
  return `"${name}" is not an id; use lower-case letters, digits and single hyphens, such as cannot-send-file.`;
}

function unknownPack(id: string, packs: readonly PackFolder[]): string {
  const ids = packs.map((pack) => pack.id);
  return `there is no pack "${id}". ${didYouMean(id, ids)}Packs: ${ids.join(', ')}. A new pack begins with its folder and a pack.yaml, as knowledge/README.md shows.`;
}

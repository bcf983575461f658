import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { idPattern } from '../knowledge/folders.ts';
import { findPacks, type PackFolder } from '../knowledge/read/find-packs.ts';
import { problemSkeleton, type SkeletonPack } from '../knowledge/skeleton.ts';
import { detectLanguage } from '../languages/detect-language.ts';
import { fold } from '../languages/fold.ts';
import {
  groupUnanswered,
  renderUnanswered,
  type StoredUnanswered,
  type UnansweredGroup,
} from '../operations/unanswered.ts';
import { openReadOnly } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { readPackFile } from './pack-file.ts';
import { knowledgeOptions } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = `askfix unanswered [GROUP…] [--limit N] [--json]
       askfix unanswered [GROUP…] --draft FILE.yaml|PROBLEM-ID|GROUP [--pack PACK]`;
const mostListed = 50;
/** Older ones than these are not looked at. */
const mostRead = 20_000;
/** A problem needs some ten ways to say it; a draft takes the most frequent. */
const mostSentences = 20;
const longestSentence = 200;

interface Wanted {
  readonly groups: readonly string[];
  readonly limit: number;
  readonly json: boolean;
  readonly draft: string | undefined;
  readonly pack: string | undefined;
}

/**
 * `askfix unanswered`: what was not understood, grouped and counted; `--draft` begins a problem with those sentences.
 * Works beside a running server.
 *
 * @returns the exit code: 0 fine, 1 nothing to show or not written, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const wanted = parse(words);
  if (typeof wanted === 'string') return wrongUsage(wanted, usage);
  const list = await stored();
  if (typeof list === 'string') return failed(list);
  const all = groupUnanswered(list, keyOf);
  const chosen = chosenGroups(all, wanted);
  const missing = wanted.groups.find((id) => !all.some((group) => group.id === id));
  if (missing) return failed(`there is no group "${missing}". "askfix unanswered" lists them.`);
  return wanted.draft === undefined ? show(chosen, wanted.json) : draft(chosen, wanted.draft, wanted.pack);
}

function parse(words: readonly string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        limit: { type: 'string' },
        json: { type: 'boolean' },
        draft: { type: 'string' },
        pack: { type: 'string' },
      },
    });
    const limit = Number(values.limit ?? mostListed);
    if (!Number.isInteger(limit) || limit < 1)
      return `--limit takes a whole number from 1 on, not "${values.limit}".`;
    return { groups: positionals, limit, json: values.json === true, draft: values.draft, pack: values.pack };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The groups that were named, by themselves or as what to draft from; else the most frequent. */
function chosenGroups(
  all: readonly UnansweredGroup[],
  { groups, draft: wanted, limit }: Wanted,
): readonly UnansweredGroup[] {
  const named = all.filter(({ id }) => groups.includes(id) || id === wanted);
  return groups.length > 0 || named.length > 0 ? named : all.slice(0, limit);
}

async function stored(): Promise<readonly StoredUnanswered[] | string> {
  try {
    const storage = openReadOnly(loadConfig().dataFolder);
    try {
      return await storage.unanswered.list(mostRead);
    } finally {
      storage.close();
    }
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    return error.code === 'missing' ? [] : error.message;
  }
}

/** Sentences that differ in case, width, script, digits or punctuation only are the same. */
function keyOf(text: string): string {
  return fold(text)
    .text.replaceAll(/\d+/g, '0')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function show(groups: readonly UnansweredGroup[], json: boolean): number {
  const text = json ? groups.map((group) => `${JSON.stringify(group)}\n`).join('') : renderUnanswered(groups);
  process.stdout.write(text || (json ? '' : 'Everything was understood so far.\n'));
  return 0;
}

async function draft(
  groups: readonly UnansweredGroup[],
  target: string,
  packId: string | undefined,
): Promise<number> {
  if (groups.length === 0) return failed('there is nothing to draft from: everything was understood so far.');
  const { packs } = findPacks(knowledgeOptions(loadConfig()).folders);
  const place = placeOf(target, packs, { groups, packId });
  if (typeof place === 'string') return wrongUsage(place, usage);
  const source = await readPackFile(place.pack);
  if (source === undefined) return 1;
  const shown = relative(process.cwd(), place.file);
  if (existsSync(place.file))
    return failed(`${shown} exists already and was left as it is. Choose another name.`);
  mkdirSync(dirname(place.file), { recursive: true });
  writeFileSync(place.file, problemSkeleton(place.id, source, saysOf(groups, source)), { flag: 'wx' });
  process.stdout.write(`${shown}\nReplace every text that says WRITE ME, then run: npx askfix check\n`);
  return 0;
}

interface DraftPlace {
  readonly pack: PackFolder;
  readonly id: string;
  readonly file: string;
}

/** Where the draft goes: the file that was named, or the problem's place in its pack. */
function placeOf(
  target: string,
  packs: readonly PackFolder[],
  { groups, packId }: { groups: readonly UnansweredGroup[]; packId: string | undefined },
): DraftPlace | string {
  const isFile = /\.ya?ml$/.test(target) || target.includes('/');
  const id = isFile ? basename(target).replace(/\.ya?ml$/, '') : target.toLowerCase();
  if (!idPattern.test(id))
    return `"${id}" is not a name for a problem; use lower-case letters, digits and single hyphens, such as cannot-send-file.`;
  const inPack = packs.find(({ root }) => isFile && resolve(target).startsWith(join(resolve(root), '/')));
  const nearest = groups.flatMap((group) => group.nearest)[0]?.split('/')[0];
  const wanted = packId ?? nearest;
  const pack = packId
    ? packs.find((one) => one.id === packId)
    : (inPack ?? packs.find((one) => one.id === wanted) ?? packs[0]);
  if (!pack) return `there is no pack "${packId ?? ''}". Packs: ${packs.map((one) => one.id).join(', ')}.`;
  return { pack, id, file: isFile ? resolve(target) : join(pack.root, 'problems', `${id}.yaml`) };
}

/** The sentences per language of the pack; what is in another language helps nobody there. */
function saysOf(
  groups: readonly UnansweredGroup[],
  { languages }: SkeletonPack,
): { en: string[]; zh: string[] } {
  const says = { en: new Set<string>(), zh: new Set<string>() };
  const known = new Set<string>();
  for (const sentence of groups.flatMap(({ sentences }) => sentences)) {
    const line = sentence.replaceAll(/\s+/g, ' ').trim().slice(0, longestSentence);
    const language = detectLanguage(line);
    if (language === 'other' || !languages.includes(language) || known.has(keyOf(line))) continue;
    known.add(keyOf(line));
    if (says[language].size < mostSentences) says[language].add(line);
  }
  return { en: [...says.en], zh: [...says.zh] };
}

function failed(why: string): number {
  process.stderr.write(`askfix: ${why}\n`);
  return 1;
}

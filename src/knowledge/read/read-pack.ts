import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { type Folder, idPattern } from '../folders.ts';
import { pausing } from '../pause.ts';
import { folderSchemas, packSchema } from '../schema.ts';
import { convert } from './convert.ts';
import { decodeText } from './decode-text.ts';
import { noPack } from './find-packs.ts';
import { addInlineEntries } from './inline-entries.ts';
import type { Entry, PackSources } from './pack-sources.ts';
import { parseYaml } from './parse-yaml.ts';
import type { PackFiles, SourceFile } from './read-files.ts';

/** What one pack's files hold; `sources` is missing when pack.yaml itself cannot be read. */
export interface ReadPack {
  readonly sources?: PackSources;
  readonly findings: readonly Finding[];
}

/** Reads every file of a pack, giving way to other work in between. Never throws for bad content. */
export async function readPack(files: PackFiles): Promise<ReadPack> {
  const collection = new Collection();
  const findings: Finding[] = [...files.findings];
  const pause = pausing();
  for (const file of files.files) {
    findings.push(...collection.add(file));
    await pause();
  }
  findings.push(...addInlineEntries(collection.entries));
  const { pack } = collection;
  if (!files.files.some(({ folder }) => folder === 'pack')) findings.push(noPack(files.root));
  if (pack === undefined) return { findings };
  return { findings, sources: { id: files.id, pack, ...collection.entries, broken: collection.broken } };
}

type Writable = { [F in Folder]: Map<string, Entry<z.infer<(typeof folderSchemas)[F]>>> };

class Collection {
  pack: PackSources['pack'] | undefined;
  readonly entries: Writable = {
    problems: new Map(),
    causes: new Map(),
    observations: new Map(),
    fixes: new Map(),
    procedures: new Map(),
    articles: new Map(),
  };
  readonly broken: Record<Folder, Set<string>> = {
    problems: new Set(),
    causes: new Set(),
    observations: new Set(),
    fixes: new Set(),
    procedures: new Set(),
    articles: new Set(),
  };

  add(file: SourceFile): readonly Finding[] {
    if (!isFileName(file.id)) return [wrongName(file)];
    if (file.folder === 'pack') {
      const entry = readEntry(packSchema, file);
      if (Array.isArray(entry)) return entry;
      this.pack = entry;
      return [];
    }
    return this.#addTo(file.folder, file);
  }

  #addTo<F extends Folder>(folder: F, file: SourceFile): readonly Finding[] {
    const entry = readEntry(folderSchemas[folder], file);
    if (Array.isArray(entry)) this.broken[folder].add(file.id);
    else (this.entries[folder] as Map<string, unknown>).set(file.id, entry);
    return Array.isArray(entry) ? entry : [];
  }
}

function readEntry<T extends z.ZodType>(schema: T, file: SourceFile): Entry<z.infer<T>> | Finding[] {
  const text = decodeText(file.file, file.bytes);
  if (typeof text !== 'string') return text;
  const parsed = parseYaml(file.file, text);
  if (Array.isArray(parsed)) return parsed;
  const converted = convert(schema, file.file, parsed as Exclude<typeof parsed, readonly Finding[]>);
  if (Array.isArray(converted)) return converted;
  const { id, folder } = file;
  return { id, folder, file: file.file, lineOf: parsed.lineOf, source: converted.source };
}

/** Names that Windows keeps for devices: a pack with one cannot be checked out there. */
const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function isFileName(id: string): boolean {
  return idPattern.test(id) && !deviceNames.test(id);
}

function wrongName(file: SourceFile): Finding {
  return {
    file: file.file,
    line: 1,
    rule: 'file-name',
    severity: 'error',
    found: `"${file.id}.yaml"`,
    expected: 'lower-case letters, digits and single hyphens, such as f3-group-space-full.yaml',
    tip: 'The name of the file is the id of the entry; device names such as con and nul cannot be used.',
  };
}

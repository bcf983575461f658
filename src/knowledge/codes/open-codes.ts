import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../finding.ts';

interface CodeFile {
  readonly file: string;
  readonly folder: 'codes';
  /** The name with its ending. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The bytes of one `codes/` folder, before anything in it is understood. */
export interface CodeFiles {
  readonly id: 'codes';
  readonly files: readonly CodeFile[];
  readonly findings: readonly Finding[];
}

/** A table of 100,000 codes takes about 4 MB. */
const mostBytes = 8 * 1024 * 1024;
const wanted = /^[a-z][a-z0-9_]*\.(?:csv|yaml)$/;

/**
 * Reads the bytes of the `codes` folder in each knowledge folder, weakest first; a folder without one is skipped.
 * Never throws: what cannot be read stands in the findings.
 */
export function openCodes(folders: readonly string[]): readonly CodeFiles[] {
  return folders.map((folder) => readFolder(join(folder, 'codes'))).filter(({ files }) => files.length > 0);
}

function readFolder(folder: string): CodeFiles {
  const files: CodeFile[] = [];
  const findings: Finding[] = [];
  for (const name of namesIn(folder)) {
    const file = join(folder, name);
    const refusal = refusalOf(file);
    if (refusal === undefined) files.push({ file, folder: 'codes', id: name, bytes: readFileSync(file) });
    else findings.push(refusal);
  }
  return { id: 'codes', files, findings };
}

/** Notes such as SOURCES.md and hidden files are nobody's table. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:csv|ya?ml)$/i.test(name) && !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

function refusalOf(file: string): Finding | undefined {
  const stat = lstatSync(file);
  const about = { file, line: 1, severity: 'error' as const };
  if (!wanted.test(basename(file)))
    return {
      ...about,
      rule: 'code-file-name',
      found: `"${basename(file)}"`,
      expected: 'a name like our_product.csv',
      tip: 'Use lower-case letters, digits and underscores; the name becomes the family of the codes.',
    };
  if (stat.isFile() && stat.size <= mostBytes) return undefined;
  return {
    ...about,
    rule: 'code-file',
    found: stat.isFile() ? `${stat.size} bytes` : 'something that is not a file',
    expected: `an ordinary file of at most ${mostBytes} bytes`,
    tip: 'Divide the table, or copy the file here instead of linking it.',
  };
}

import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPacks } from '../knowledge/check-packs.ts';
import { type Finding, formatFinding, hasErrors, summariseFindings } from '../knowledge/finding.ts';
import { openPacks } from '../knowledge/read/open-packs.ts';

const usage = `askfix check [FOLDER…] [--json] [--warnings]

Checks knowledge packs: every FOLDER is a pack, or a folder of packs; without one, the shipped knowledge.
  --json      one JSON object per finding and line
  --warnings  show warnings too
Exit code: 0 fine, 1 errors found, 2 wrong usage.
`;

const shipped = join(import.meta.dirname, '..', '..', 'knowledge');

/**
 * `askfix check`: prints what is wrong with knowledge files.
 * @returns the exit code
 */
export async function run(parameters: readonly string[]): Promise<number> {
  const options = parse(parameters);
  if (options === undefined) return 2;
  const started = performance.now();
  const folders = options.folders.length > 0 ? options.folders : [shipped];
  const opened = openPacks(folders);
  const { findings } = await checkPacks(opened, today());
  const shown = summariseFindings(
    findings.filter((finding) => options.warnings || finding.severity === 'error'),
  );
  for (const finding of shown.map(shortened)) {
    process.stdout.write(`${options.json ? JSON.stringify(finding) : formatFinding(finding)}\n`);
  }
  const files = opened.packs.reduce((sum, pack) => sum + pack.files.length, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const summary = `${opened.packs.length} packs, ${files} files: ${countOf(findings, 'error')} errors, ${countOf(findings, 'warning')} warnings (${seconds} s)\n`;
  (options.json ? process.stderr : process.stdout).write(summary);
  return hasErrors(findings) ? 1 : 0;
}

interface Options {
  readonly folders: readonly string[];
  readonly json: boolean;
  readonly warnings: boolean;
}

function parse(parameters: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, warnings: { type: 'boolean' } },
    });
    return { folders: positionals, json: values.json ?? false, warnings: values.warnings ?? false };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return undefined;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Paths as a person would type them from here. */
function shortened(finding: Finding): Finding {
  const path = relative(process.cwd(), finding.file);
  return { ...finding, file: path.startsWith('..') || path === '' ? finding.file : path };
}

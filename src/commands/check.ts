import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { type Checked, checkPacks } from '../knowledge/check-packs.ts';
import { compilePack } from '../knowledge/compile/compile-pack.ts';
import { editorSchemas } from '../knowledge/editor-schemas.ts';
import { type Finding, hasErrors, summariseFindings } from '../knowledge/finding.ts';
import { type OpenedPacks, openPacks } from '../knowledge/read/open-packs.ts';
import { printFindings } from './print-findings.ts';
import { acceptRehearsal, rehearsalFindings } from './rehearsal-check.ts';
import { knowledgeOptions, shippedFolder } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix check [FOLDER…] [--json] [--warnings] [--write-schemas] [--accept | --no-rehearsal]';

/**
 * `askfix check`: prints what is wrong with knowledge files. Every FOLDER is a pack or a folder of packs; without one,
 * the shipped knowledge and the operator's own are checked, as the server would load them.
 * With `--accept` it keeps how simulated people fare beside each pack; later checks warn where an edit made it worse.
 * @returns the exit code: 0 fine, 1 errors found, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const options = parse(words);
  if (typeof options === 'string') return wrongUsage(options, usage);
  if (options.writeSchemas) writeSchemas(join(shippedFolder, 'schema'));
  const started = performance.now();
  const opened = openPacks(
    options.folders.length > 0 ? options.folders : knowledgeOptions(loadConfig()).folders,
  );
  const checked = await checkPacks(opened, new Date().toISOString().slice(0, 10));
  const findings = [...checked.findings, ...rehearsed(opened, checked, options)];
  print(findings, options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  (options.json ? process.stderr : process.stdout).write(`${summaryOf(opened, findings)} (${seconds} s)\n`);
  return hasErrors(findings) ? 1 : 0;
}

/** Warnings of the rehearsal; packs with errors are not played. */
function rehearsed(opened: OpenedPacks, checked: Checked, options: Options): Finding[] {
  if (!options.rehearsal || hasErrors(checked.findings)) return [];
  const packs = checked.sources.flatMap((sources) => {
    const root = opened.packs.find(({ id }) => id === sources.id)?.root;
    return root === undefined ? [] : [{ pack: compilePack(sources), root }];
  });
  if (!options.accept) return rehearsalFindings(packs);
  for (const file of acceptRehearsal(packs)) process.stderr.write(`Accepted: ${file}\n`);
  return [];
}

interface Options {
  readonly folders: readonly string[];
  /** One JSON object per finding and line, all of them, instead of sentences. */
  readonly json: boolean;
  readonly warnings: boolean;
  /** Write the schemas for editors first; needed after a change of schema.ts. */
  readonly writeSchemas: boolean;
  /** Keep how simulated people fare now as what later edits are measured by. */
  readonly accept: boolean;
  /** Play the packs that were accepted before. */
  readonly rehearsal: boolean;
}

const flag = { type: 'boolean' } as const;

/** The options, or what is wrong with them. */
function parse(words: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: flag,
        warnings: flag,
        'write-schemas': flag,
        accept: flag,
        'no-rehearsal': flag,
      },
    });
    const { json = false, warnings = false, 'write-schemas': writeSchemas = false } = values;
    const { accept = false, 'no-rehearsal': noRehearsal = false } = values;
    if (accept && noRehearsal) return '--accept and --no-rehearsal exclude each other.';
    return { folders: positionals, json, warnings, writeSchemas, accept, rehearsal: !noRehearsal };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function print(findings: readonly Finding[], options: Options): void {
  const wanted = findings.filter(
    (finding) => options.warnings || finding.severity === 'error' || finding.rule === 'rehearsal-worse',
  );
  if (options.json) process.stdout.write(wanted.map((finding) => `${JSON.stringify(finding)}\n`).join(''));
  else printFindings(summariseFindings(wanted), process.stdout);
}

function summaryOf(opened: OpenedPacks, findings: readonly Finding[]): string {
  const files = opened.packs.reduce((sum, pack) => sum + pack.files.length, 0);
  const read = `${counting(opened.packs.length, 'pack')}, ${counting(files, 'file')}`;
  return `${read}: ${counting(countOf(findings, 'error'), 'error')}, ${counting(countOf(findings, 'warning'), 'warning')}`;
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(editorSchemas())) writeFileSync(join(folder, name), schema);
}

function counting(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

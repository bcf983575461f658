import { relative } from 'node:path';
import { type Finding, formatFinding } from '../knowledge/finding.ts';

/** Prints findings a line each, with paths as seen from here. */
export function printFindings(findings: readonly Finding[], output: { write(text: string): unknown }): void {
  const here = process.cwd();
  for (const finding of findings) {
    const near = relative(here, finding.file);
    const file = near.startsWith('..') || near === '' ? finding.file : near;
    output.write(`${formatFinding({ ...finding, file })}\n`);
  }
}

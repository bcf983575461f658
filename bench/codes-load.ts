import { readFileSync } from 'node:fs';
import type { CodeData } from '../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { codeIndexOf } from '../src/recognition/codes/code-index.ts';

/**
 * `node --expose-gc bench/codes-load.ts FILE`: reads a table of codes from JSON, as the compiled index holds it, and prints
 * what that took: `{milliseconds, megabytes}`, the processor's time and the memory that stays in use.
 */
const nothing: Knowledge = { version: '0', packs: {}, codes: {} };
// The code itself is loaded and warm before anything is measured.
codeIndexOf({ ...nothing, table: { families: [], own: [] } }).byDigits('1');
globalThis.gc?.();
const before = process.memoryUsage();
const started = process.cpuUsage();
const table = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as CodeData;
const index = codeIndexOf({ ...nothing, table });
const found = index.byDigits('1045').length;
const { user, system } = process.cpuUsage(started);
globalThis.gc?.();
const after = process.memoryUsage();
const megabytes = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
if (found === 0 || index.families.size === 0)
  throw new Error('The table is empty; give a file that holds one.');
process.stdout.write(JSON.stringify({ milliseconds: (user + system) / 1000, megabytes }));

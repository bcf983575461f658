import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house: which room may import which, type imports included. Everybody may import `log`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  message: [],
  config: [],
  log: ['config'],
  languages: [],
  privacy: [],
  knowledge: ['languages'],
  recognition: ['message', 'languages', 'knowledge'],
  diagnosis: ['knowledge', 'languages'],
  conversation: ['message', 'languages', 'knowledge', 'recognition', 'diagnosis'],
  rehearsal: ['message', 'languages', 'knowledge', 'recognition', 'diagnosis', 'conversation'],
  delivery: ['message', 'conversation', 'privacy'],
  storage: ['message', 'conversation', 'delivery', 'diagnosis', 'operations'],
  platforms: ['message'],
  server: ['message', 'knowledge', 'recognition', 'languages'],
  operations: ['message', 'conversation', 'delivery', 'diagnosis', 'knowledge'],
};
/** These name concrete parts together and may import everything. */
const composers = ['main', 'commands'];

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');
const files = listFiles(source).filter((file) => file.endsWith('.ts'));

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

/** `src/knowledge/checks/x.ts` → `knowledge`; `src/message.ts` → `message`. */
function roomOf(file: string): string {
  return (relative(source, file).split(/[\\/]/)[0] as string).replace(/\.ts$/, '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map((match) => resolve(dirname(file), match[1] as string));
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

describe('the rooms of src', () => {
  it('are exactly the ones named here', () => {
    const rooms = [...new Set(files.map(roomOf))].sort();
    expect(rooms).toEqual([...Object.keys(mayImport), ...composers].sort());
  });

  it('import only what they may', () => {
    const wrong = [...graph].flatMap(([file, imports]) => {
      const room = roomOf(file);
      if (composers.includes(room)) return [];
      const allowed = [room, 'log', ...(mayImport[room] ?? [])];
      return imports
        .filter((target) => !allowed.includes(roomOf(target)))
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('see at least the imports that are known to be there', () => {
    const advance = join(source, 'conversation', 'advance.ts');
    expect(graph.get(advance)).toContain(join(source, 'message.ts'));
  });

  it('have no cycles', () => {
    expect(cyclesIn(graph).map((cycle) => cycle.map((file) => relative(root, file)).join(' → '))).toEqual([]);
  });

  it('have no drawers for odds and ends', () => {
    const drawers = files.filter((file) =>
      /(^|[\\/])(utils?|helpers?|core|common|misc|shared)([\\/.]|$)/.test(relative(source, file)),
    );
    expect(drawers).toEqual([]);
  });
});

describe('files', () => {
  const lines = new Map(files.map((file) => [file, readFileSync(file, 'utf8').split('\n').length]));

  it('keep to one subject: at most 300 lines, 100 in the middle', () => {
    const long = [...lines]
      .filter(([, count]) => count > 300)
      .map(([file, count]) => `${relative(root, file)}: ${count}`);
    expect(long).toEqual([]);
    const sorted = [...lines.values()].sort((one, two) => one - two);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  });

  it('read the environment in one place', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers.map((file) => relative(source, file))).toEqual(['config.ts']);
  });

  it('import natural by sub-path only: its root reads .env and prints', () => {
    const root = files.filter((file) =>
      /from 'natural'|import\('natural'\)/.test(readFileSync(file, 'utf8')),
    );
    expect(root).toEqual([]);
  });

  it('are mirrored by their tests', () => {
    const tests = listFiles(join(import.meta.dirname)).filter((file) => file.endsWith('.test.ts'));
    const orphans = tests
      .map((file) => relative(import.meta.dirname, file))
      .filter((name) => /[\\/]/.test(name))
      .filter(
        (name) =>
          !Object.keys(mayImport)
            .concat(composers)
            .includes(name.split(/[\\/]/)[0] as string),
      );
    expect(orphans).toEqual([]);
  });
});

/** Depth-first search; each cycle once, from its first file on. */
function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      cycles.push([...path.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return cycles;
}

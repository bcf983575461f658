import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Finding, quote } from '../finding.ts';
import { ownTraps, type Trap, trapOf } from './yaml-traps.ts';

/** A YAML file as plain strings, lists and mappings, and where each of them stands. */
export interface ParsedYaml {
  readonly value: unknown;
  /** 1-based line of the value at a path; of the nearest thing above it where the path leads nowhere. */
  readonly lineOf: LineOf;
}

export type Path = readonly PropertyKey[];
export type LineOf = (path: Path) => number;

/** Counted before anything is parsed; the largest real entries have some hundred, and parsing this many takes a blink. */
const MOST_PARTS = 10_000;
const DEEPEST = 20;
/** As own keys these would reach into JavaScript's objects once somebody looks an id up. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads one YAML document. Every scalar stays the string that was typed. Takes time in proportion to the length: the
 * yaml package's own search for duplicate keys does not (60,000 keys take it minutes), so it is done here.
 * @returns the value, or what is wrong with it; never throws for bad content.
 */
export function parseYaml(file: string, text: string): ParsedYaml | Finding[] {
  const parts = text.match(/[\n,:[{]/g)?.length ?? 0;
  if (parts > MOST_PARTS)
    return [finding(file, 1, ownTraps.parts, `${parts} lines, commas, colons and brackets`)];
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lineAt(error.pos[0]);
    // Its words for that are JavaScript's own ("Maximum call stack…"), which help no author.
    const found = error.code === 'RESOURCE_EXHAUSTION' ? 'far more levels than that' : quote(error.message);
    return [finding(file, line, trapOf(error), found)];
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && !root.value)) {
    return [finding(file, 1, ownTraps.empty, 'an empty file')];
  }
  const reader = new Reader(file, lineAt);
  const value = reader.read(root, [], 0);
  if (!isMap(root)) reader.refuse(root, ownTraps.notMapping, quote(value));
  return reader.findings.length > 0 ? reader.findings : { value, lineOf: reader.lineOf };
}

function finding(file: string, line: number, trap: Trap, found: string): Finding {
  return { file, line, ...trap, severity: 'error', found };
}

/** Walks one document once, collecting values, their lines, and every trap on the way. */
class Reader {
  readonly findings: Finding[] = [];
  readonly #file: string;
  readonly #lineAt: (offset: number) => number;
  readonly #lines = new Map<string, number>();

  constructor(file: string, lineAt: (offset: number) => number) {
    this.#file = file;
    this.#lineAt = lineAt;
  }

  lineOf: LineOf = (path) => {
    for (let length = path.length; length > 0; length--) {
      const line = this.#lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };

  refuse(node: Node, trap: Trap, found: string): void {
    const line = this.#lineAt(node.range?.[0] ?? 0);
    this.findings.push(finding(this.#file, line, trap, found));
  }

  read(node: unknown, path: Path, depth: number): unknown {
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) {
      if (isAlias(node)) this.refuse(node, ownTraps.alias, quote(`*${node.source}`));
      return '';
    }
    if (node.anchor !== undefined) this.refuse(node, ownTraps.alias, quote(`&${node.anchor}`));
    if (node.tag !== undefined) this.refuse(node, ownTraps.tag, quote(node.tag));
    if (depth > DEEPEST) {
      if (depth === DEEPEST + 1) this.refuse(node, ownTraps.depth, `level ${depth}`);
      return '';
    }
    if (isMap(node)) return this.#readMapping(node.items, path, depth);
    if (isSeq(node)) return node.items.map((item, index) => this.#readAt(item, [...path, index], depth));
    return typeof node.value === 'string' ? node.value : '';
  }

  #readAt(node: unknown, path: Path, depth: number): unknown {
    const offset = (node as Partial<Node> | null)?.range?.[0];
    if (offset !== undefined) this.#lines.set(keyOf(path), this.#lineAt(offset));
    return this.read(node, path, depth + 1);
  }

  #readMapping(items: readonly unknown[], path: Path, depth: number): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const pair of items) {
      if (!isPair(pair)) continue;
      const key = this.#readKey(pair.key);
      if (key === undefined) continue;
      if (Object.hasOwn(value, key)) this.refuse(pair.key as Node, ownTraps.duplicateKey, quote(key));
      value[key] = this.#readAt(pair.value, [...path, key], depth);
      // A value may begin on the line below its key; people look for the key.
      this.#lines.set(keyOf([...path, key]), this.#lineAt((pair.key as Node).range?.[0] ?? 0));
      if (key === 'en' || key === 'zh') this.#refuseLostComment(pair.value);
    }
    return value;
  }

  #readKey(node: unknown): string | undefined {
    if (!isScalar(node)) {
      if (isMap(node) || isSeq(node)) this.refuse(node, ownTraps.key, 'a list or mapping as key');
      if (isAlias(node)) this.refuse(node, ownTraps.alias, quote(`*${node.source}`));
      return undefined;
    }
    if (node.anchor !== undefined) this.refuse(node, ownTraps.alias, quote(`&${node.anchor}`));
    const key = String(node.value ?? '');
    if (forbiddenKeys.has(key)) {
      this.refuse(node, ownTraps.key, quote(key));
      return undefined;
    }
    return key;
  }

  #refuseLostComment(node: unknown): void {
    if (isSeq(node)) for (const item of node.items) this.#refuseLostComment(item);
    if (isScalar(node) && node.type === 'PLAIN' && node.comment) {
      this.refuse(node, ownTraps.lostComment, quote(`# ${node.comment.trim()}`));
    }
  }
}

function keyOf(path: Path): string {
  return path.join('\u0000');
}

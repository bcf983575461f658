import distances from 'natural/lib/natural/distance/levenshtein_distance.js';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { codeIndexOf } from './code-index.ts';

/** A name and which letters it has, one bit for each. */
interface Shelved {
  readonly name: string;
  readonly letters: number;
}

/** Names that begin with the same letter and are equally long. */
type Shelves = ReadonlyMap<string, readonly Shelved[]>;

const mostSuggestions = 3;
const leastLength = 5;
const longestName = 60;
const longName = 8;
/** Written as a name: capitals with underscores or digits, or an E… of errno; never a plain word. */
const nameShape = /^(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|E[A-Z]{4,}\d?|SIG[A-Z]{3,})$/;

const shelvesOf = new WeakMap<Knowledge, Shelves>();

function shelve(knowledge: Knowledge): Shelves {
  const known = shelvesOf.get(knowledge);
  if (known !== undefined) return known;
  const shelves = new Map<string, Shelved[]>();
  for (const name of codeIndexOf(knowledge).names()) {
    if (!/^[A-Z][A-Z0-9_]+$/.test(name) || name.length < leastLength) continue;
    const key = `${name[0]}${name.length}`;
    const shelf = shelves.get(key) ?? [];
    shelf.push({ name, letters: lettersOf(name) });
    shelves.set(key, shelf);
  }
  shelvesOf.set(knowledge, shelves);
  return shelves;
}

/** Letters by their place in the alphabet; digits and underscores share the bits above. */
function lettersOf(name: string): number {
  let letters = 0;
  for (let index = 0; index < name.length; index += 1) letters |= 1 << (name.charCodeAt(index) & 31);
  return letters;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** How much the letters of two names differ, whatever their order; each edit changes at most two. */
function letterDifference(counts: Int8Array, other: string): number {
  const rest = counts.slice();
  let difference = 0;
  for (let index = 0; index < other.length; index += 1) {
    const letter = other.charCodeAt(index) & 127;
    const left = rest[letter] ?? 0;
    difference += left > 0 ? -1 : 1;
    rest[letter] = left - 1;
  }
  return difference;
}

function letterCounts(name: string): Int8Array {
  const counts = new Int8Array(128);
  for (let index = 0; index < name.length; index += 1) {
    const letter = name.charCodeAt(index) & 127;
    counts[letter] = (counts[letter] ?? 0) + 1;
  }
  return counts;
}

/**
 * Names of the table that a mistyped name may mean, nearest first, at most three: one edit for short names, two for
 * long ones, the first letter right. Empty for a name that is in the table, and for what is no name by its spelling.
 */
export function suggestNames(typed: string, knowledge: Knowledge): readonly string[] {
  const name = typed.toUpperCase();
  if (name.length < leastLength || name.length > longestName || !nameShape.test(name)) return [];
  if (codeIndexOf(knowledge).byName(name).length > 0) return [];
  const most = name.length < longName ? 1 : 2;
  const shelves = shelve(knowledge);
  const counts = letterCounts(name);
  const typedLetters = lettersOf(name);
  const near: { name: string; distance: number }[] = [];
  for (let length = name.length - most; length <= name.length + most; length += 1) {
    for (const { name: other, letters } of shelves.get(`${name[0]}${length}`) ?? []) {
      if (bitsIn(letters ^ typedLetters) > 2 * most) continue;
      if (name.length + letterDifference(counts, other) > 2 * most) continue;
      const distance = distances.DamerauLevenshteinDistance(name, other, { restricted: true });
      if (distance <= most) near.push({ name: other, distance });
    }
  }
  near.sort((one, other) => one.distance - other.distance);
  return near.slice(0, mostSuggestions).map((one) => one.name);
}

import type { Article, Knowledge, Pack, Problem } from '../knowledge/knowledge.ts';
import { fold } from '../languages/fold.ts';
import { isStopWord } from '../languages/stop-words.ts';
import type { Text } from '../languages/text.ts';
import { scriptRuns, segmentChinese, splitWords } from '../languages/words.ts';
import { firstCharacters } from './first-characters.ts';
import type { ProblemClass } from './problem-sentences.ts';

/** An entry of the knowledge that speaks of what was asked. */
export interface Found extends ProblemClass {
  /** Above 0; comparable within one search only. */
  readonly relevance: number;
}

/** How often a term occurs in an entry. */
interface Posting {
  readonly entry: number;
  readonly times: number;
}

interface Index {
  readonly entries: readonly ProblemClass[];
  readonly lengths: Float64Array;
  readonly averageLength: number;
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
}

/** BM25 as usual (Robertson and Zaragoza 2009): how soon repeats stop counting, and how much length does. */
const saturation = 1.2;
const lengthShare = 0.75;
/** A title says in a few words what a page of steps is about. */
const titleTimes = 3;
/** An entry must have this share of what the question says, rare terms counting more; else it is only about "the file". */
const leastCoverage = 0.6;
/** And it must be worth this share of a term that no other entry has: else they share one common word. */
const leastRarity = 0.6;
function count(terms: Map<string, number>, term: string, times = 1): void {
  if (!isStopWord(term)) terms.set(term, (terms.get(term) ?? 0) + times);
}

/** English stems and Chinese words that say something, and Chinese characters 1–2. */
function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (const run of scriptRuns(fold(text).text)) {
    if (run.script === 'latin') {
      for (const word of splitWords(run.text)) count(terms, word.stem);
      continue;
    }
    const characters = [...run.text];
    for (const word of segmentChinese(run.text)) if (word.length > 2) count(terms, word);
    for (const [at, character] of characters.entries()) {
      count(terms, character);
      if (at > 0) count(terms, `${characters[at - 1]}${character}`);
    }
  }
  return terms;
}

/** The terms of many texts; those that come again, as steps of fixes do, are split once. */
function termsOfAll(texts: readonly string[], known: Map<string, Map<string, number>>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const text of texts) {
    const terms = known.get(text) ?? termsOf(text);
    known.set(text, terms);
    for (const [term, times] of terms) count(sum, term, times);
  }
  return sum;
}

function both(text: Text | undefined): string[] {
  return [text?.en, text?.zh].filter((one) => one !== undefined);
}

/** What is done about a problem: the titles of its causes and fixes, and their steps. */
function remediesOf(problem: Problem, pack: Pack): string[] {
  const causes = Object.keys(problem.causes).flatMap((id) => pack.causes[id] ?? []);
  const fixes = new Set(causes.flatMap((cause) => Object.keys(cause.fixes)));
  return [
    ...causes.flatMap((cause) => both(cause.title)),
    ...[...fixes].flatMap((id) => {
      const fix = pack.fixes[id];
      const steps = Object.values(fix?.variants ?? {}).flatMap((variant) => variant.steps);
      return [...both(fix?.title), ...steps.flatMap((step) => both(step.text))];
    }),
  ];
}

function textsOf(entry: Problem | Article, pack: Pack): string[] {
  const titles = Array.from({ length: titleTimes }, () => both(entry.title)).flat();
  const says = [...(entry.says.en ?? []), ...(entry.says.zh ?? [])];
  const more = 'text' in entry ? both(entry.text) : [...both(entry.meaning), ...remediesOf(entry, pack)];
  return [...titles, ...says, ...more];
}

/** Builds the index, giving way after each entry. */
function* buildIndex(knowledge: Knowledge): Generator<void, Index> {
  const entries: ProblemClass[] = [];
  const lengths: number[] = [];
  const known = new Map<string, Map<string, number>>();
  const postings = new Map<string, Posting[]>();
  for (const pack of Object.values(knowledge.packs)) {
    for (const kind of ['problem', 'article'] as const) {
      for (const found of Object.values<Problem | Article>(
        kind === 'problem' ? pack.problems : pack.articles,
      )) {
        const terms = termsOfAll(textsOf(found, pack), known);
        for (const [term, times] of terms) {
          const list = postings.get(term);
          if (list) list.push({ entry: entries.length, times });
          else postings.set(term, [{ entry: entries.length, times }]);
        }
        lengths.push([...terms.values()].reduce((sum, times) => sum + times, 0));
        entries.push({ pack: pack.id, problem: found.id, kind });
        yield;
      }
    }
  }
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return { entries, lengths: Float64Array.from(lengths), averageLength, postings };
}

const indexes = new WeakMap<Knowledge, Index>();

/** Made when it is first searched, where nobody made it ahead. */
function indexOf(knowledge: Knowledge): Index {
  const known = indexes.get(knowledge);
  if (known) return known;
  const building = buildIndex(knowledge);
  let step = building.next();
  while (!step.done) step = building.next();
  indexes.set(knowledge, step.value);
  return step.value;
}

/** An entry takes about a millisecond. */
const entriesPerTurn = 4;

/**
 * Makes the index ahead, in pieces that give way to others, so that the first unknown message need not wait for it.
 *
 * @param pause resolves when everything else had its turn.
 */
export async function readySearch(knowledge: Knowledge, pause: () => Promise<void>): Promise<void> {
  const building = buildIndex(knowledge);
  for (let built = 1; !indexes.has(knowledge); built += 1) {
    const step = building.next();
    if (step.done) indexes.set(knowledge, step.value);
    else if (built % entriesPerTurn === 0) await pause();
  }
}

function rarityOf({ entries }: Index, postings: readonly Posting[]): number {
  return Math.log(1 + (entries.length - postings.length + 0.5) / (postings.length + 0.5));
}

/**
 * Searches titles, what people say, causes and steps for the words of a text, by an inverted index with BM25: for what
 * the matcher does not recognise, because nobody has put it that way yet.
 *
 * @param most how many entries at most, 1 and up
 * @returns the entries that have enough of it, best first; empty for a text that says nothing of what is known
 */
export function searchKnowledge(text: string, knowledge: Knowledge, most: number): readonly Found[] {
  const index = indexOf(knowledge);
  const least = leastRarity * Math.log(1 + index.entries.length);
  const scores = new Map<number, { relevance: number; covered: number }>();
  let asked = 0;
  for (const term of termsOf(firstCharacters(text)).keys()) {
    const postings = index.postings.get(term) ?? [];
    const rarity = rarityOf(index, postings);
    asked += rarity;
    for (const { entry, times } of postings) {
      const length = 1 - lengthShare + (lengthShare * (index.lengths[entry] ?? 0)) / index.averageLength;
      const score = scores.get(entry) ?? { relevance: 0, covered: 0 };
      score.relevance += (rarity * times * (saturation + 1)) / (times + saturation * length);
      score.covered += rarity;
      scores.set(entry, score);
    }
  }
  return [...scores]
    .filter(([, { covered }]) => covered >= leastCoverage * asked && covered >= least)
    .sort((one, two) => two[1].relevance - one[1].relevance)
    .slice(0, most)
    .flatMap(([at, { relevance }]) => {
      const entry = index.entries[at];
      return entry ? [{ ...entry, relevance }] : [];
    });
}

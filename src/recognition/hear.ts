import { type Answer, type Observation, type Pack, systemObservation } from '../knowledge/knowledge.ts';
import { factNamed } from '../languages/facts/facts.ts';
import { createOwnedMemory } from '../languages/text-memory.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { joined } from './clauses.ts';
import { outsideCompounds } from './compounds.ts';
import { readMegabytes } from './file-size.ts';
import { firstCharacters } from './first-characters.ts';
import { shareOf } from './hedges.ts';
import { isDeniedAfter, isNegated } from './negation.ts';
import { type FoundPhrase, findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import type { Heard } from './recognition.ts';

interface Meaning {
  readonly observation: string;
  readonly answer: string;
}

const indexes = {
  own: new WeakMap<Pack, PhraseIndex<Meaning>>(),
  all: new WeakMap<Pack, PhraseIndex<Meaning>>(),
};

/** Whose phrases are listened for: the pack's own, or those of the built-in facts it names as well. */
type Extent = 'own' | 'all';

function* phrasesOf(pack: Pack, extent: Extent): Generator<readonly [string, Meaning]> {
  for (const observation of Object.values(pack.observations)) {
    // The system has a reader of its own, which also understands corrections.
    if (observation.id === systemObservation) continue;
    for (const answer of observation.answers) {
      for (const phrase of saidFor(answer, extent))
        yield [phrase, { observation: observation.id, answer: answer.id }];
    }
  }
}

/** What people say for an answer wherever it stands: its own phrases, and those of the built-in facts it names. */
function saidFor({ heard, facts = [] }: Answer, extent: Extent): readonly string[] {
  const own = [...(heard.en ?? []), ...(heard.zh ?? [])];
  return extent === 'own' ? own : [...own, ...facts.flatMap((name) => factNamed(name)?.says ?? [])];
}

function indexOf(pack: Pack, extent: Extent): PhraseIndex<Meaning> {
  let index = indexes[extent].get(pack);
  if (index === undefined) {
    index = indexPhrases(phrasesOf(pack, extent));
    indexes[extent].set(pack, index);
  }
  return index;
}

/** The longest phrase rules; two answers with equally long ones say nothing. */
function strongest(found: readonly FoundPhrase<Meaning>[]): FoundPhrase<Meaning> | null {
  const weight = Math.max(...found.map((phrase) => phrase.weight));
  const [first, ...others] = found.filter((phrase) => phrase.weight === weight);
  if (first === undefined) return null;
  return others.every(({ meaning }) => meaning.answer === first.meaning.answer) ? first : null;
}

function quote(text: string, words: readonly Word[], { from, to }: FoundPhrase<Meaning>): string {
  return text.slice(words[from]?.start, words[to - 1]?.end);
}

/** A hedge is about what stands in the same clause. */
function clauseAround(words: readonly Word[], { from, to }: FoundPhrase<Meaning>): readonly Word[] {
  const begins = words.findLastIndex((word, index) => index <= from && word.begins !== 'nothing');
  const ends = words.findIndex((word, index) => index >= to && word.begins !== 'nothing');
  return words.slice(Math.max(0, begins), ends < 0 ? words.length : ends);
}

/**
 * The answers that somebody gives without being asked: the `heard` phrases of a pack's observations, in both languages
 * at once because people mix them. English is compared by stems, `…` stands for up to six words or twelve characters,
 * and a phrase that is denied ("not stuck", 没有被禁言) is not heard. At most one answer per observation; the built-in
 * `system` is left to `readSystem`. The first 4,000 characters are read.
 */
export function hear(text: string, pack: Pack): readonly Heard[] {
  return recent(pack, text, () => hearAll(text, pack));
}

const mostRecent = 64;
/** In characters; longer messages are logs, which nobody sends twice. */
const longestKept = 1000;
/** The same words are listened to several times in a step, and everybody pastes the same in an outage. */
const recent = createOwnedMemory<Pack, readonly Heard[]>(mostRecent, longestKept);

function hearAll(text: string, pack: Pack): readonly Heard[] {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning).flatMap(splitSizes);
  const heard = listen(words, pack, 'all').map((found) => {
    const share = shareOf(clauseAround(words, found), joined(words.slice(found.from, found.to)));
    const phrase = quote(beginning, words, found);
    return { ...found.meaning, phrase, ...(share < 1 ? { share } : {}) };
  });
  return [...heard, ...hearSizes(beginning, pack, new Set(heard.map(({ observation }) => observation)))];
}

/** The answer whose range of sizes a size lies in; undefined when the observation is not about sizes. */
export function answerOfSize(answers: readonly Pick<Answer, 'megabytes'>[], megabytes: number): number {
  return answers.findIndex(
    ({ megabytes: range }) => range && megabytes >= range.from && megabytes < range.below,
  );
}

const withSizes = new WeakMap<Pack, readonly Observation[]>();

function sizesOf(pack: Pack): readonly Observation[] {
  let found = withSizes.get(pack);
  if (found === undefined) {
    found = Object.values(pack.observations).filter(({ answers }) =>
      answers.some(({ megabytes }) => megabytes),
    );
    withSizes.set(pack, found);
  }
  return found;
}

function hearSizes(text: string, pack: Pack, known: ReadonlySet<string>): Heard[] {
  const observations = sizesOf(pack).filter(({ id }) => !known.has(id));
  const megabytes = observations.length === 0 ? null : readMegabytes(text);
  if (megabytes === null) return [];
  return observations.flatMap(({ id, answers }) => {
    const answer = answers[answerOfSize(answers, megabytes)];
    return answer ? [{ observation: id, answer: answer.id, phrase: `${megabytes} MB` }] : [];
  });
}

/**
 * How much of a text says something about a pack: an English word of a phrase heard counts two, a Chinese character
 * one. Only the pack's own phrases count; built-in facts can be told about anything.
 */
export function heardWeight(text: string, pack: Pack): number {
  return listen(splitWords(firstCharacters(text)).flatMap(splitSizes), pack, 'own').reduce(
    (sum, { weight }) => sum + weight,
    0,
  );
}

const sizeWord = /^(\d+)((?:kb|mb|gb|k|m|g|gigs?|megs?))$/;

/** `300mb` is a number and a unit, as "300 mb" is. */
function splitSizes(word: Word): readonly Word[] {
  const [, number, unit] = sizeWord.exec(word.text) ?? [];
  if (number === undefined || unit === undefined || mobileNetwork.test(word.text)) return [word];
  return [
    { ...word, text: number, stem: number },
    { ...word, text: unit, stem: unit, begins: 'nothing' },
  ];
}

/** How a phone is online, and no size. */
const mobileNetwork = /^[2345]g$/;

function listen(words: readonly Word[], pack: Pack, extent: Extent): FoundPhrase<Meaning>[] {
  const all = outsideCompounds(words, findPhrases(words, indexOf(pack, extent)));
  const found = all.filter(({ from, to }) => !isNegated(words, from) && !isDeniedAfter(words, to));
  const byObservation = Map.groupBy(found, ({ meaning }) => meaning.observation);
  return [...byObservation.values()].map(strongest).filter((best) => best !== null);
}

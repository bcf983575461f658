import { type Pack, systemObservation } from '../knowledge/knowledge.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { firstCharacters } from './first-characters.ts';
import { isNegated } from './negation.ts';
import { type FoundPhrase, findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import type { Heard } from './recognition.ts';

interface Meaning {
  readonly observation: string;
  readonly answer: string;
}

const indexes = new WeakMap<Pack, PhraseIndex<Meaning>>();

function* phrasesOf(pack: Pack): Generator<readonly [string, Meaning]> {
  for (const observation of Object.values(pack.observations)) {
    // The system has a reader of its own, which also understands corrections.
    if (observation.id === systemObservation) continue;
    for (const { id, heard } of observation.answers) {
      for (const phrase of [...(heard.en ?? []), ...(heard.zh ?? [])]) {
        yield [phrase, { observation: observation.id, answer: id }];
      }
    }
  }
}

function indexOf(pack: Pack): PhraseIndex<Meaning> {
  let index = indexes.get(pack);
  if (index === undefined) {
    index = indexPhrases(phrasesOf(pack));
    indexes.set(pack, index);
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

/**
 * The answers that somebody gives without being asked: the `heard` phrases of a pack's observations, in both languages
 * at once because people mix them. English is compared by stems, `…` stands for up to six words or twelve characters,
 * and a phrase that is denied ("not stuck", 没有被禁言) is not heard. At most one answer per observation; the built-in
 * `system` is left to `readSystem`. The first 4,000 characters are read.
 */
export function hear(text: string, pack: Pack): Heard[] {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning);
  return listen(words, pack).map((found) => ({ ...found.meaning, phrase: quote(beginning, words, found) }));
}

/** How much of a text says something about a pack: an English word of a phrase heard counts two, a Chinese character one. */
export function heardWeight(text: string, pack: Pack): number {
  return listen(splitWords(firstCharacters(text)), pack).reduce((sum, { weight }) => sum + weight, 0);
}

function listen(words: readonly Word[], pack: Pack): FoundPhrase<Meaning>[] {
  const found = findPhrases(words, indexOf(pack)).filter(({ from }) => !isNegated(words, from));
  const byObservation = Map.groupBy(found, ({ meaning }) => meaning.observation);
  return [...byObservation.values()].map(strongest).filter((best) => best !== null);
}

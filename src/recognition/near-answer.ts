import { fold } from '../languages/fold.ts';
import { kinOf, withKin } from '../languages/kin-words.ts';
import { isStopWord } from '../languages/stop-words.ts';
import type { Phrases } from '../languages/text.ts';
import { createOwnedMemory } from '../languages/text-memory.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { firstCharacters } from './first-characters.ts';
import { isNegated } from './negation.ts';
import type { AnswerOption } from './option-phrases.ts';

/** P(the option is meant) when only single words of it were said. */
const nearShare = 0.8;
/** In more words somebody tells a story; their single words say nothing about the question. */
const mostWords = 8;
const mostCharacters = 16;
/** One English word or two Chinese characters next to each other that only one option has. */
const enough = 1;
/** The best must have so many times the next one's share. */
const clear = 2;
/** What several options share, but not all, tells a little. */
const sharedWeight = 0.4;
const characterWeight = 0.5;
const fewCharacters = 4;

/** Of all that a message says, so much must be words of the option; else it is about something else. */
const leastCovered = 0.4;

/** They stand in labels, and tell no option from another. */
const general = new Set(['someth', 'anyth', 'everyth', 'els', 'thing', 'about']);
/** A pair with one of these is no word. */
const grammar = /[的了是在就都也还很我你他它这那个吗呢吧啊]/u;

type Features = ReadonlyMap<string, number>;

/** English stems and pairs of Chinese characters, with how much each says; of two or three characters each one counts. */
function featuresOf(words: readonly Word[]): Features {
  const features = new Map<string, number>();
  const han = words.filter(({ script }) => script === 'han').length;
  for (const [at, { stem, script, text }] of words.entries()) {
    const next = words[at + 1];
    const isPair = script === 'han' && next?.script === 'han' && next.begins === 'nothing';
    if (isPair && !grammar.test(text + next.text)) features.set(text + next.text, 1);
    const kin = script === 'latin' ? kinOf(text) : null;
    const saysNothing = kin === null && (isStopWord(stem) || general.has(stem) || /^\d+$/.test(stem));
    if (script === 'han' ? han > fewCharacters : saysNothing || isNegated(words, at)) continue;
    features.set(kin ?? stem, script === 'latin' ? 1 : characterWeight);
  }
  return features;
}

const noPhrases: Phrases = {};
/** Labels without phrases of their own may name codes that people sent, of which there are many. */
const mostLabels = 2000;
const vocabularies = createOwnedMemory<Phrases, ReadonlySet<string>>(mostLabels);

/** Everything that is said for an option, in single words. */
function vocabularyOf({ label, heard = noPhrases }: AnswerOption): ReadonlySet<string> {
  const phrases = [label, ...(heard.en ?? []), ...(heard.zh ?? [])];
  const separate = (phrase: string) => splitWords(withKin(phrase.replaceAll(/[()|…]/g, ' . ')));
  return vocabularies(
    heard,
    label,
    () => new Set(phrases.flatMap((phrase) => [...featuresOf(separate(phrase)).keys()])),
  );
}

function isShort(words: readonly Word[]): boolean {
  const latin = words.filter(({ script }) => script === 'latin').length;
  return latin <= mostWords && words.length - latin <= mostCharacters;
}

/**
 * The option whose single words a short answer has, where no other option has them: "tons of disk space" for "Plenty of
 * space". For words that mean nothing else, as the last thing before asking again; it may be wrong, and is worth only
 * its `share`. null when no option stands out.
 */
export function readNearAnswer(
  text: string,
  options: readonly AnswerOption[],
): { readonly index: number; readonly share: number } | null {
  const words = splitWords(withKin(fold(firstCharacters(text)).text));
  if (!isShort(words)) return null;
  const vocabularies = options.map(vocabularyOf);
  const features = featuresOf(words);
  const whole = [...features.values()].reduce((sum, weight) => sum + weight, 0);
  const scores = options.map(() => 0);
  const covered = options.map(() => 0);
  for (const [feature, weight] of features) {
    const having = vocabularies.flatMap((vocabulary, index) => (vocabulary.has(feature) ? [index] : []));
    const says = having.length === 1 ? weight : having.length === options.length ? 0 : weight * sharedWeight;
    for (const index of having) {
      scores[index] = (scores[index] ?? 0) + says;
      covered[index] = (covered[index] ?? 0) + weight;
    }
  }
  const [best = 0, next = 0] = [...scores].sort((one, two) => two - one);
  const index = scores.indexOf(best);
  const isClear = best >= enough && best >= clear * next;
  return isClear && (covered[index] ?? 0) >= leastCovered * whole ? { index, share: nearShare } : null;
}

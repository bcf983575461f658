import { factNamed, factNames } from '../languages/facts/facts.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { outsideCompounds } from './compounds.ts';
import { firstCharacters } from './first-characters.ts';
import { isDeniedAfter, isNegated } from './negation.ts';
import { type FoundPhrase, findPhrases, indexPhrases } from './phrases.ts';

/** A built-in fact that a message tells. */
export interface Told {
  /** `topic/value`, as in `languages/facts`. */
  readonly fact: string;
  /** The words of the message that say it. */
  readonly phrase: string;
}

const isDeed = (name: string): boolean => name.startsWith('did/');

function* phrasesFor(wanted: (name: string) => boolean): Generator<readonly [string, string]> {
  for (const name of factNames.filter(wanted))
    for (const pattern of factNamed(name)?.says ?? []) yield [pattern, name];
}

// What was done is told in the past: "restarted" is a deed, "restart" is none, so stems would lie; and names have none.
const deedIndex = indexPhrases(phrasesFor(isDeed), 'text');
const appIndex = indexPhrases(
  phrasesFor((name) => name.startsWith('app/')),
  'text',
);

/** Words before a deed that make it a wish, a plan or a demand of the program: "I need to have it restarted", 提示我要重启. */
const notDone = new Set(
  'should must need needs can could will would if when before after keeps 要 请 该 想 需 得 每 别 让'.split(
    ' ',
  ),
);

function isOnlyThoughtOf(words: readonly Word[], from: number): boolean {
  for (let at = from; at > 0 && from - at < 3; at -= 1) {
    if (words[at]?.begins !== 'nothing') return false;
    if (notDone.has(words[at - 1]?.text ?? '')) return true;
  }
  return false;
}

/** Whether the sentence that a phrase stands in asks something. */
function isAsked(text: string, words: readonly Word[], { to }: FoundPhrase<string>): boolean {
  const rest = text.slice(words[to - 1]?.end);
  const sentence = /^[^.!。！\n,，;；?？]*[?？]?/.exec(rest)?.[0] ?? '';
  return /[?？]$|[吗么嘛呢]\s*[?？]?$/.test(sentence);
}

/** What stands inside a longer one is that one: 重装 in 重装系统. */
function longestOnly(found: readonly FoundPhrase<string>[]): FoundPhrase<string>[] {
  return found.filter(
    (phrase) =>
      !found.some(
        (other) => other.weight > phrase.weight && other.from < phrase.to && phrase.from < other.to,
      ),
  );
}

function toTold(text: string, words: readonly Word[], found: readonly FoundPhrase<string>[]): Told[] {
  const byFact = new Map(found.map((phrase) => [phrase.meaning, phrase]));
  return [...byFact.values()].map(({ meaning, from, to }) => ({
    fact: meaning,
    phrase: text.slice(words[from]?.start, words[to - 1]?.end),
  }));
}

/**
 * What somebody says they did already ("restarted twice", 重装过了), each deed once. Questions, plans and denials are no
 * deeds. The first 4,000 characters are read.
 */
export function readDeeds(text: string): Told[] {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning);
  const found = longestOnly(findPhrases(words, deedIndex)).filter(
    (phrase) =>
      !isNegated(words, phrase.from) &&
      !isOnlyThoughtOf(words, phrase.from) &&
      !isAsked(beginning, words, phrase),
  );
  return toTold(beginning, words, found);
}

const factIndex = indexPhrases(phrasesFor((name) => !isDeed(name) && !name.startsWith('app/')));

/**
 * What somebody tells about their case besides deeds and programs: the network, since when, others, other devices. Of
 * each kind the one said in the most words; none where two are said. For the knowledge's own questions see `hear`.
 */
export function readCircumstances(text: string): Told[] {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning);
  const found = outsideCompounds(words, findPhrases(words, factIndex)).filter(
    ({ from, to }) => !isNegated(words, from) && !isDeniedAfter(words, to),
  );
  const byTopic = Map.groupBy(found, ({ meaning }) => meaning.split('/')[0]);
  return toTold(beginning, words, [...byTopic.values()].flatMap(weightiest));
}

function weightiest(found: readonly FoundPhrase<string>[]): readonly FoundPhrase<string>[] {
  const weight = Math.max(...found.map((phrase) => phrase.weight));
  const best = found.filter((phrase) => phrase.weight === weight);
  return new Set(best.map(({ meaning }) => meaning)).size === 1 ? best.slice(0, 1) : [];
}

/** The programs that a text names, each once. */
export function readApps(text: string): Told[] {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning);
  const found = outsideCompounds(words, longestOnly(findPhrases(words, appIndex)));
  return toTold(
    beginning,
    words,
    found.filter(({ from }) => !isNegated(words, from)),
  );
}

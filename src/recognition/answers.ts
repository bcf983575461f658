import distances from 'natural/lib/natural/distance/levenshtein_distance.js';
import { splitWords, type Word } from '../languages/words.ts';
import { endings, maybeWords, noneWords, unknownPhrases } from './answer-words.ts';
import { chosenNumber } from './chosen-number.ts';
import { joined } from './clauses.ts';
import { outsideCompounds } from './compounds.ts';
import { readMegabytes } from './file-size.ts';
import { firstCharacters } from './first-characters.ts';
import { answerOfSize } from './hear.ts';
import { shareOf } from './hedges.ts';
import { isDeniedAfter, isNegated } from './negation.ts';
import { type AnswerOption, findOptions, isTelling, plainLabel } from './option-phrases.ts';
import { type FoundPhrase, findPhrases, indexPhrases } from './phrases.ts';
import { type Polarity, readYesNo, yesNoOptions } from './yes-no.ts';

interface ChosenOption {
  readonly kind: 'option';
  readonly index: number;
  /** P(this option is meant), where the words hedge; absent = 1. */
  readonly share?: number;
}

export type ReadAnswer = ChosenOption | { readonly kind: 'unknown' };

/** The weight of one English word, or of two Chinese characters. */
const oneWord = 2;
/** In more words somebody says something else as well. */
const mostWordsOfYesNo = 5;
/** A label must be this long before one wrong letter is forgiven; in shorter ones it makes another word. */
const leastLettersForTypo = 5;
/** Longer labels are sentences, and nobody retypes a sentence. */
const mostLettersForTypo = 60;

const unknowns = indexPhrases(unknownPhrases.map((phrase) => [phrase, true] as const));

function option(index: number): ChosenOption {
  return { kind: 'option', index };
}

function withHedge(index: number, share: number): ChosenOption {
  return share < 1 ? { kind: 'option', index, share } : option(index);
}

/** The option that was found, as surely as the words say it. */
function hedgedOption(
  words: readonly Word[],
  options: readonly AnswerOption[],
  index: number | null,
): ChosenOption | null {
  return index === null ? null : withHedge(index, shareOf(words, plainLabel(options[index]?.label ?? '')));
}

/** The one index for which the test holds; null for none, and for several. */
function onlyIndex<T>(items: readonly T[], test: (item: T) => boolean): number | null {
  const found = items.flatMap((item, index) => (test(item) ? [index] : []));
  return found.length === 1 && found[0] !== undefined ? found[0] : null;
}

function isTypo(said: string, label: string): boolean {
  const length = label.length;
  if (length < leastLettersForTypo || length > mostLettersForTypo || Math.abs(said.length - length) > 1)
    return false;
  return distances.DamerauLevenshteinDistance(said, label, { restricted: true }) <= 1;
}

/** The label with a slip, or a part of it that no other label has. */
function byNearLabel(said: string, labels: readonly string[]): number | null {
  const typo = onlyIndex(labels, (label) => isTypo(said, label));
  if (typo !== null || !isTelling(said)) return typo;
  return onlyIndex(labels, (label) => ` ${label} `.includes(/^[a-z0-9]/.test(said) ? ` ${said} ` : said));
}

interface Said {
  readonly meant: readonly FoundPhrase<number>[];
  readonly denied: readonly FoundPhrase<number>[];
}

/** "I don't know whether it is the company network" does not say that it is. */
function isDoubted(
  words: readonly Word[],
  phrase: FoundPhrase<number>,
  doubts: readonly FoundPhrase<true>[],
): boolean {
  return doubts.some(
    ({ from, to }) =>
      (phrase.from >= from && phrase.to <= to) ||
      (to <= phrase.from && words.slice(to, phrase.from + 1).every(({ begins }) => begins === 'nothing')),
  );
}

/** 好 and 不 mean something by themselves, not inside 好像 and 不知道. */
function isWholeClause(words: readonly Word[], { from, to }: FoundPhrase<number>): boolean {
  const after = words.slice(to).findIndex(({ begins }) => begins !== 'nothing');
  const rest = after === -1 ? words.slice(to) : words.slice(to, to + after);
  return words[from]?.begins !== 'nothing' && rest.every(({ text }) => endings.includes(text));
}

/** "Nothing" is an answer, "nothing in the logs" is not. */
const smallWords = new Set(['nothing', 'either', 'neither', 'fine', 'same']);

function isSmall(words: readonly Word[], { from, to, weight }: FoundPhrase<number>): boolean {
  return weight < oneWord || (to - from === 1 && smallWords.has(words[from]?.text ?? ''));
}

function listenFor(
  words: readonly Word[],
  phrases: readonly FoundPhrase<number>[],
  doubts: readonly FoundPhrase<true>[],
): Said {
  const all = outsideCompounds(words, phrases);
  const found = all.filter(
    (phrase) =>
      !isDoubted(words, phrase, doubts) && (!isSmall(words, phrase) || isWholeClause(words, phrase)),
  );
  const { meant = [], denied = [] } = Object.groupBy(found, ({ from, to }) =>
    isNegated(words, from) || isDeniedAfter(words, to) ? 'denied' : 'meant',
  );
  return { meant, denied };
}

function longest(found: readonly FoundPhrase<number>[]): number | null {
  const weight = Math.max(0, ...found.map((phrase) => phrase.weight));
  const meanings = new Set(found.filter((phrase) => phrase.weight === weight).map(({ meaning }) => meaning));
  const [only] = meanings;
  return meanings.size === 1 && only !== undefined ? only : null;
}

/** Denying the one of two options that mean yes and no is choosing the other. */
function byDenial(
  denied: readonly FoundPhrase<number>[],
  yesNo: Readonly<Record<Polarity, number>> | null,
): number | null {
  const index = longest(denied);
  if (index === null || yesNo === null) return null;
  if (index === yesNo.yes) return yesNo.no;
  return index === yesNo.no ? yesNo.yes : null;
}

/**
 * Reads what somebody types to an open question. Tried in this order: the exact label · a number that chooses · what is
 * heard in the words (`heard` and labels, the longest phrase rules) · yes and no, when the options look like that ·
 * a label with one slip or a telling part of one · "don't know" in all its forms. null when the words are none of these.
 * Case, width, script and punctuation do not matter, and both languages are always read: people mix them.
 */
export function readAnswer(text: string, options: readonly AnswerOption[]): ReadAnswer | null {
  const beginning = firstCharacters(text);
  const words = splitWords(beginning);
  if (words.length === 0 || options.length === 0) return null;
  const said = joined(words);
  const labels = options.map(({ label }) => plainLabel(label));
  const exact = onlyIndex(labels, (label) => label === said);
  if (exact !== null) return option(exact);
  const number = chosenNumber(beginning, options.length);
  if (number !== null) return option(number - 1);
  const doubts = findPhrases(words, unknowns);
  const index =
    byMeaning(words, options, doubts) ??
    bySize(beginning, options) ??
    (doubts.length > 0 ? null : byRest(said, labels));
  if (index !== null) return withHedge(index, shareOf(words, labels[index] ?? ''));
  return doubts.length > 0 || maybeWords.has(said) ? { kind: 'unknown' } : null;
}

/**
 * The option that a text names, for a question that is not open any more: its label, or what is heard for it. Numbers,
 * "yes" and whatever else only means something as an answer are not read. null when no option is named.
 */
export function readNamedAnswer(text: string, options: readonly AnswerOption[]): ChosenOption | null {
  const words = splitWords(firstCharacters(text));
  const said = joined(words);
  const exact = onlyIndex(options, ({ label }) => plainLabel(label) === said);
  if (exact !== null) return isTelling(said) ? option(exact) : null;
  const { meant } = listenFor(words, findOptions(words, options, 'named'), findPhrases(words, unknowns));
  const named = meant.filter(({ from, to, weight }) => weight > 2 || to - from === words.length);
  return hedgedOption(words, options, longest(named));
}

/** What is about one thing only, whatever was asked; "it works" and 没用 fit many questions. */
const looseTopics = /^(?:network|file|since|place|direction)\//;
/** More words than these are more than an answer to something. */
const mostWordsOfAnswer = 6;

/**
 * The option that a short message means if the question were the one that it answers: "home", 流量, "today". Results of
 * tests ("it works") are left out: they fit every test. null when no option is meant.
 */
export function readLooseAnswer(text: string, options: readonly AnswerOption[]): ChosenOption | null {
  const words = splitWords(firstCharacters(text));
  if (words.length > mostWordsOfAnswer) return null;
  const telling = options.map(({ facts = [], ...rest }) => ({
    ...rest,
    facts: facts.filter((name) => looseTopics.test(name)),
  }));
  const { meant } = listenFor(words, findOptions(words, telling, 'loose'), findPhrases(words, unknowns));
  return hedgedOption(words, options, longest(meant.filter(({ weight }) => weight > 1)));
}

/** Whether a whole message says that somebody does not know. */
export function isDontKnow(text: string): boolean {
  const words = splitWords(firstCharacters(text));
  const doubt = findPhrases(words, unknowns).find(({ from }) => from < 4);
  return doubt !== undefined && words.length - (doubt.to - doubt.from) <= 4;
}

/** Whether a whole message is a yes or a no. */
export function isYesNo(text: string): boolean {
  const words = splitWords(firstCharacters(text));
  return words.length <= mostWordsOfYesNo && readYesNo(words) !== null;
}

function bySize(text: string, options: readonly AnswerOption[]): number | null {
  if (!options.some(({ megabytes }) => megabytes)) return null;
  const megabytes = readMegabytes(text, { asked: true });
  const index = megabytes === null ? -1 : answerOfSize(options, megabytes);
  return index < 0 ? null : index;
}

/** "None" where several things are listed: the option that says so, by its own label. */
function byRest(said: string, labels: readonly string[]): number | null {
  if (!noneWords.has(said)) return byNearLabel(said, labels);
  const none = onlyIndex(labels, (label) =>
    /^(?:none|nothing|no|neither)\b|^(?:都没|都不|没有|没|无|不是)/.test(label),
  );
  return none ?? onlyIndex(labels, (label) => /^(?:something else|other)\b|^(?:别的|其他|其它)/.test(label));
}

function byMeaning(
  words: readonly Word[],
  options: readonly AnswerOption[],
  doubts: readonly FoundPhrase<true>[],
): number | null {
  const named = findOptions(words, options, 'named').filter(
    (phrase) =>
      !options[phrase.meaning]?.onlyWhole || phrase.weight > oneWord || isWholeClause(words, phrase),
  );
  const { meant, denied } = listenFor(words, named, doubts);
  const heard = longest(meant);
  if (heard !== null) return heard;
  const yesNo = yesNoOptions(options.map(({ label }) => label));
  const polarity = meant.length === 0 && yesNo !== null ? readYesNo(words) : null;
  if (polarity !== null && yesNo !== null) return yesNo[polarity];
  return byDenial(denied, yesNo) ?? byAskedOnly(words, options, { doubts, yesNo });
}

function byAskedOnly(
  words: readonly Word[],
  options: readonly AnswerOption[],
  {
    doubts,
    yesNo,
  }: { doubts: readonly FoundPhrase<true>[]; yesNo: Readonly<Record<Polarity, number>> | null },
): number | null {
  const { meant, denied } = listenFor(words, findOptions(words, options, 'asked'), doubts);
  return longest(meant) ?? byDenial(denied, yesNo);
}

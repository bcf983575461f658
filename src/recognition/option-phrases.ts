import { factNamed } from '../languages/facts/facts.ts';
import type { Phrases } from '../languages/text.ts';
import { createOwnedMemory, createTextMemory } from '../languages/text-memory.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { joined } from './clauses.ts';
import { type FoundPhrase, findPhrases, indexPhrases, type PhraseIndex } from './phrases.ts';
import { saysUnknown } from './yes-no.ts';

/** One of the things that may be answered. */
export interface AnswerOption {
  readonly label: string;
  /** What people say that means this option, besides its label. */
  readonly heard?: Phrases;
  /** Built-in facts that mean this option, as `topic/value`. */
  readonly facts?: readonly string[];
  /** What is heard counts in one word only where it is all that a clause says: "yes, that", not "yes it is in there". */
  readonly onlyWhole?: true;
  /** The file sizes that mean this option. */
  readonly megabytes?: { readonly from: number; readonly below: number };
}

/**
 * How an option is listened for: `named` by what means it wherever it is said; `asked` by what means it only because it
 * was asked for ("work", 流量, "it went through"), by stems; `loose` by the same, word by word, because by its stem
 * "it worked" would be "work", a network.
 */
export type Listening = 'named' | 'asked' | 'loose';

const mostLabels = 2000;
const plainLabels = createTextMemory<string>(mostLabels);

/** A label as its words alone; the same labels come again at every message. */
export function plainLabel(label: string): string {
  return plainLabels(label, () => joined(splitWords(label)));
}

/** Long enough to mean something by itself: two Chinese characters or four letters. */
export function isTelling(text: string): boolean {
  return /\p{Script=Han}.*\p{Script=Han}|[a-z0-9]{4}/u.test(text);
}

/** What a label says of how something goes: such an option means what people say of any test. */
const outcomes: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:not|nothing|no answer|fails?|same error|the same|dead|nobody)\b|不行|不能|不通|打不开|一样|报错|没有?响应|还会|失败/u,
    'outcome/fails',
  ],
  [
    /\b(?:works?|opens?|answers|passes|goes|alive|fine)\b|正常|能打开|可以|能用|有响应|能发/u,
    'outcome/works',
  ],
];

function outcomeOf({ label }: AnswerOption): string | undefined {
  return outcomes.find(([pattern]) => pattern.test(plainLabel(label)))?.[1];
}

/** How a test came out has two options, and perhaps one that nobody knows. */
const mostOutcomes = 4;

/** Of two options where one says that it works and the other that it does not, each is how a test came out. */
function withOutcomes(options: readonly AnswerOption[]): readonly AnswerOption[] {
  if (options.length > mostOutcomes) return options;
  const asked = options.filter(({ label }) => !saysUnknown(label));
  const kinds = new Set(asked.map(outcomeOf));
  if (asked.length !== 2 || kinds.size !== 2 || kinds.has(undefined)) return options;
  return options.map((option) => {
    const outcome = asked.includes(option) ? outcomeOf(option) : undefined;
    return outcome ? { ...option, facts: [...(option.facts ?? []), outcome] } : option;
  });
}

function phrasesOf(option: AnswerOption, how: Listening): readonly string[] {
  const { label, heard, facts = [] } = option;
  if (how !== 'named') return facts.flatMap((name) => factNamed(name)?.answers ?? []);
  return [
    ...(isTelling(plainLabel(label)) ? [label] : []),
    ...(heard?.en ?? []),
    ...(heard?.zh ?? []),
    ...facts.flatMap((name) => factNamed(name)?.says ?? []),
  ];
}

/** "Works" and "worked" say how it went, "work laptop" does not. */
function isOutcome({ facts = [] }: AnswerOption): boolean {
  return facts.some((name) => name.startsWith('outcome/'));
}

const mostIndexes = 2000;
/** By the phrases of an option, which belong to the knowledge and go with it. */
const indexes = createOwnedMemory<Phrases, PhraseIndex<true>>(mostIndexes);
const noPhrases: Phrases = {};

/** Reading an option's phrases takes longer than listening for them, and an open question meets many messages. */
function indexOf(option: AnswerOption, how: Listening): PhraseIndex<true> {
  const own = option.heard?.en || option.heard?.zh ? option.heard : noPhrases;
  const by = how === 'loose' || (how === 'asked' && isOutcome(option)) ? 'text' : 'stem';
  return indexes(own, [how, ...(option.facts ?? []), option.label].join(' '), () =>
    indexPhrases(
      phrasesOf(option, how).map((phrase) => [phrase, true] as const),
      by,
    ),
  );
}

/** Every phrase of these options that stands in the words, each with the index of its option. */
export function findOptions(
  words: readonly Word[],
  options: readonly AnswerOption[],
  how: Listening,
): FoundPhrase<number>[] {
  const heard = how === 'asked' ? withOutcomes(options) : options;
  return heard.flatMap((option, meaning) =>
    findPhrases(words, indexOf(option, how)).map((found) => ({ ...found, meaning })),
  );
}

import type { Word } from '../languages/words.ts';
import { joined } from './clauses.ts';
import { findPhrases, indexPhrases } from './phrases.ts';

/** P(the answer is meant) behind "I guess" and 好像: people who say so are right more often than not. */
const hedgedShare = 0.8;
/** The same where they add that they do not know, or leave it open: "yes, but I am not sure", 可能是吧. */
export const doubtfulShare = 0.65;

/** A share as it stands beside an answer; nothing where it was not hedged. */
export function hedgeOf({ share }: { readonly share?: number | undefined }): { share?: number } {
  return share === undefined ? {} : { share };
}

/** Words that say "I think so" instead of "it is so"; as people put them before, after or around an answer. */
const hedging = indexPhrases(
  [
    'i guess',
    'i think',
    'i believe',
    'i suppose',
    'i assume',
    'guess so',
    'think so',
    'suppose so',
    'probably',
    'presumably',
    'likely',
    'apparently',
    'it seems',
    'seems so',
    'seems like',
    'looks like it',
    'kind of',
    'kinda',
    'sort of',
    'more or less',
    'should be',
    'would say so',
    'sounds about right',
    'about right',
    'if i remember',
    '好像',
    '貌似',
    '应该',
    '不太像',
    '有点像',
    '大概',
    '估计',
    '似乎',
    '我觉得',
    '感觉是',
    '感觉有',
    '感觉没',
    '印象中',
    '差不多',
    '算是',
  ].map((phrase) => [phrase, hedgedShare] as const),
  // By their stems "like that" would be "likely".
  'text',
);
const doubting = indexPhrases(
  [
    'maybe',
    'perhaps',
    'possibly',
    'might be',
    'could be',
    '也许',
    '或许',
    '说不定',
    '可能',
    'not sure',
    'not (really|so|too|quite|entirely|completely|totally|very|that) (sure|certain)',
    'not certain',
    'unsure',
    'doubt it',
    '不(太|大|怎么|是很|是太|是特别|是十分|咋)?确定',
    '说不准',
    '拿不准',
    '吃不准',
  ].map((phrase) => [phrase, doubtfulShare] as const),
);
/** Chinese that holds a hedge and is none. */
const firm = /不可能|可能性/u;

/**
 * With which share of certainty an answer was given: 1 for a plain one, less where the words hedge ("I guess yes",
 * 好像是) or doubt ("maybe yes", 可能没有). What the chosen option's own label says is no hedge.
 *
 * @param words of the whole answer.
 * @param label the label of the option it was read as, as plain words.
 */
export function shareOf(words: readonly Word[], label: string): number {
  const said = joined(words);
  if (firm.test(said)) return 1;
  const shares = [...findPhrases(words, hedging), ...findPhrases(words, doubting)]
    .filter(({ from, to }) => !label.includes(joined(words.slice(from, to))))
    .map(({ meaning }) => meaning);
  return Math.min(1, ...shares);
}

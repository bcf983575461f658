import { languages } from '../languages/languages.ts';
import { splitWords, type Word } from '../languages/words.ts';
import type { Incoming } from '../message.ts';
import { findPhrases, indexPhrases } from '../recognition/phrases.ts';
import { type Outcome, text } from './draft.ts';
import { outcomeEffect, proceed } from './perform.ts';
import type { Conversation, TalkEvent, TalkFact } from './state.ts';
import type { Turn } from './turn.ts';

/** So many words (Chinese: characters) beside the phrase; in more somebody says what is wrong, which is a complaint of its own. */
const mostBeside = 2;

const furtherPhrases = [
  ...[
    'it is back',
    'it came back',
    'came back',
    'broke again',
    'same again',
    'still broken',
    'still not working',
  ],
  ...['又不行了', '又出现了', '又来了', '又坏了', '又这样了', '又报错了'],
];
const phrases = indexPhrases(
  [...languages.en.heard.failed, ...languages.zh.heard.failed, ...furtherPhrases].map(
    (phrase) => [phrase, true] as const,
  ),
);

/**
 * "Still broken" right after a talk that was called solved: the events up to where it was. null for all else; a code, or
 * more words than that, begin a talk of their own.
 */
export function beforeTheEnd(
  { events, open }: Conversation,
  { kind, text: said }: Incoming,
): TalkEvent[] | null {
  const end = events.findLast(({ type }) => type === 'solved');
  if (!end || open || kind !== 'text' || /\d/.test(said)) return null;
  return saysFailed(splitWords(said)) ? events.filter(({ turn }) => turn < end.turn) : null;
}

function saysFailed(words: readonly Word[]): boolean {
  return findPhrases(words, phrases).some(({ from, to }) => {
    const beside = words.length - (to - from);
    return beside === 0 || (to - from > 1 && beside <= mostBeside);
  });
}

/** Goes on with a talk whose fix did not hold after all; `ended` are its events with the end. */
export function goOn(turn: Turn, ended: readonly TalkEvent[]): Outcome {
  const held = ended.findLast((event) => event.type === 'tried' && event.outcome === 'worked');
  const facts: TalkFact[] =
    held?.type === 'tried' ? [{ type: 'tried', fix: held.fix, outcome: 'failed' }] : [];
  // "Solved" was told to operations already; the newest outcome of a talk is the one that counts.
  return {
    ...proceed(turn, facts, [text(turn.sentences.notSolved)]),
    effects: outcomeEffect(turn, 'unknown'),
  };
}

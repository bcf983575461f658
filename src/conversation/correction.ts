import { readAnswer } from '../recognition/answers.ts';
import { afterCorrection, doubtsLastAnswer } from '../recognition/corrections.ts';
import { doubtfulShare, hedgeOf } from '../recognition/hedges.ts';
import { answerOptions } from './answer-options.ts';
import type { Outcome } from './draft.ts';
import { notedBlocks, volunteered } from './opening.ts';
import { proceed } from './perform.ts';
import type { TalkFact } from './state.ts';
import { placeOf } from './talk.ts';
import type { Turn } from './turn.ts';

/**
 * "I'm not sure about my last answer": it counts less from now on.
 * "No wait, it is macOS", 不对，是安卓, "sorry, I meant yes": changes what was answered before, although a question is open
 * that its "no" or "yes" could be an answer to. null when nothing that was said before is changed.
 */
export function correction(turn: Turn, words: string): Outcome | null {
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (!place) return null;
  const doubted = doubtsLastAnswer(words) ? lastAnswerDoubted(turn) : null;
  if (doubted) return proceed(turn, [doubted], notedBlocks(turn, place.pack, [doubted]));
  const corrected = afterCorrection(words);
  if (!corrected) return null;
  const open = turn.state.open?.observation;
  const facts = volunteered(turn, place, words).filter(
    (fact) =>
      fact.type === 'answered' && fact.observation !== open && turn.talk.answers.has(fact.observation),
  );
  // "It should be …" takes back and does not hedge; what is denied is only heard in the whole.
  const meant = volunteered(turn, place, corrected.rest);
  const last = corrected.isMeant && facts.length === 0 ? lastAnswerInstead(turn, corrected.rest) : null;
  const changed = last ? [last] : facts.map((fact) => meant.find((other) => isSame(fact, other)) ?? fact);
  return changed.length > 0 ? proceed(turn, changed, notedBlocks(turn, place.pack, changed)) : null;
}

function isSame(one: TalkFact, two: TalkFact): boolean {
  return (
    one.type === 'answered' &&
    two.type === 'answered' &&
    one.observation === two.observation &&
    one.answer === two.answer
  );
}

function lastAnswered({ state }: Turn) {
  const last = state.events.findLast((event) => event.type === 'answered' && event.source === 'asked');
  return last?.type === 'answered' ? last : null;
}

/** The answer given last, counted for no more than a guess; null where there is none, or it was one already. */
function lastAnswerDoubted(turn: Turn): TalkFact | null {
  const last = lastAnswered(turn);
  if (!last || last.answer === 'unknown' || (last.share ?? 1) <= doubtfulShare) return null;
  return { ...withoutTurn(last), share: doubtfulShare };
}

function withoutTurn({ observation, answer, source }: Extract<TalkFact, { type: 'answered' }>) {
  return { type: 'answered', observation, answer, source } as const;
}

/** Another answer to the question that was answered last. */
function lastAnswerInstead(turn: Turn, words: string): TalkFact | null {
  const last = lastAnswered(turn);
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (!last || !place) return null;
  const observation = place.pack.observations[last.observation];
  const read = observation && readAnswer(words, answerOptions(observation, turn.language.code));
  const answer = read?.kind === 'option' ? observation?.answers[read.index]?.id : undefined;
  if (read?.kind !== 'option' || !answer || answer === last.answer) return null;
  return { type: 'answered', observation: last.observation, answer, source: 'asked', ...hedgeOf(read) };
}

import type { Observation } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import { readAnswer } from '../recognition/answers.ts';
import { afterCorrection } from '../recognition/corrections.ts';
import type { Outcome } from './draft.ts';
import { notedBlocks, volunteered } from './opening.ts';
import { proceed } from './perform.ts';
import type { TalkFact } from './state.ts';
import { placeOf } from './talk.ts';
import type { Turn } from './turn.ts';

/**
 * "No wait, it is macOS", 不对，是安卓, "sorry, I meant yes": changes what was answered before, although a question is open
 * that its "no" or "yes" could be an answer to. null when nothing that was said before is changed.
 */
export function correction(turn: Turn, words: string): Outcome | null {
  const place = placeOf(turn.talk, turn.world.knowledge);
  const corrected = place && afterCorrection(words);
  if (!place || !corrected) return null;
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

/** Another answer to the question that was answered last. */
function lastAnswerInstead(turn: Turn, words: string): TalkFact | null {
  const last = turn.state.events.findLast((event) => event.type === 'answered' && event.source === 'asked');
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (last?.type !== 'answered' || !place) return null;
  const observation = place.pack.observations[last.observation];
  const read = observation && answerTo(turn, observation, words);
  const answer = read?.kind === 'option' ? observation?.answers[read.index]?.id : undefined;
  if (read?.kind !== 'option' || !answer || answer === last.answer) return null;
  const hedge = read.share === undefined ? {} : { share: read.share };
  return { type: 'answered', observation: last.observation, answer, source: 'asked', ...hedge };
}

function answerTo({ language }: Turn, { answers }: Observation, words: string) {
  const options = answers.map(({ label, heard, facts = [], megabytes }) => ({
    ...{ label: textIn(label, language.code), heard, facts },
    ...(megabytes ? { megabytes } : {}),
  }));
  return readAnswer(words, options);
}

import type { Observation } from '../knowledge/knowledge.ts';
import { readLooseAnswer, readNamedAnswer } from '../recognition/answers.ts';
import { hedgeOf } from '../recognition/hedges.ts';
import { readNearAnswer } from '../recognition/near-answer.ts';
import { answerOptions } from './answer-options.ts';
import { isSurerNow } from './opening.ts';
import type { TalkFact } from './state.ts';
import type { placeOf } from './talk.ts';
import type { Turn } from './turn.ts';

type Place = NonNullable<ReturnType<typeof placeOf>>;
type Answered = Extract<TalkFact, { type: 'answered' }>;

/** An answer to a question that was asked before and is not open any more, in the words of its choices. */
export function lateAnswer(turn: Turn, { pack, problem }: Place, words: string): TalkFact | null {
  const asked = turn.state.events.flatMap((event) =>
    event.type === 'answered' && event.source === 'asked' ? [event.observation] : [],
  );
  for (const id of new Set(asked.reverse())) {
    const observation = pack.observations[id];
    const read = observation && answerByLabel(turn, observation, words);
    const answer = read && observation.answers[read.index]?.id;
    if (answer && (turn.talk.answers.get(id) !== answer || isSurerNow(turn, id, read.share)))
      return { type: 'answered', observation: id, answer, source: 'asked', ...hedgeOf(read) };
  }
  return looseAnswer(turn, { pack, problem }, words);
}

/** A short answer to a question that was not asked yet, where there is only one that it can belong to. */
function looseAnswer({ talk }: Turn, { pack, problem }: Place, words: string): TalkFact | null {
  const fits = problem.observations.flatMap((id): TalkFact[] => {
    const answers = talk.answers.has(id) ? [] : (pack.observations[id]?.answers ?? []);
    const read = readLooseAnswer(
      words,
      answers.map(({ facts = [] }) => ({ label: '', facts })),
    );
    const answer = read && answers[read.index]?.id;
    return answer
      ? [{ type: 'answered', observation: id, answer, source: 'volunteered', ...hedgeOf(read) }]
      : [];
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** Labels only: "yes" and numbers belong to what is open. */
function answerByLabel({ language }: Turn, observation: Observation, words: string) {
  return readNamedAnswer(words, answerOptions(observation, language.code));
}

/** The open question's answer by single words of it; said to be taken so, because it may be wrong. */
export function nearAnswer({ state, language }: Turn, { pack }: Place, words: string): Answered | null {
  const id = state.open?.kind === 'question' ? state.open.observation : undefined;
  const observation = id === undefined ? undefined : pack.observations[id];
  if (id === undefined || !observation) return null;
  const near = readNearAnswer(words, answerOptions(observation, language.code));
  const answer = near && observation.answers[near.index];
  return answer
    ? { type: 'answered', observation: id, answer: answer.id, source: 'asked', share: near.share }
    : null;
}

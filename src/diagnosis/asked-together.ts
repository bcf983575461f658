import type { Observation, Pack, Problem } from '../knowledge/knowledge.ts';
import { answerChances, believe } from './belief.ts';
import { decide } from './decide.ts';
import type { Evidence } from './evidence.ts';
import { modelOf } from './model.ts';

/** Questions in one message, the one with choices included. */
const mostTogether = 3;
/** What takes longer to find out is asked by itself. */
const cheapMinutes = 0.3;

/**
 * Further questions that may stand in the same message as `first`: each would come next if the ones before it brought
 * nothing, is as quickly answered, and can be answered in words. None when the likeliest answer to `first` ends the
 * asking: then they would cost reading and bring nothing.
 */
export function askedTogether(
  pack: Pack,
  problem: Problem,
  { evidence, first }: { evidence: readonly Evidence[]; first: string },
): string[] {
  if (!isQuick(pack.observations[first]) || endsAsking(pack, problem, { evidence, first })) return [];
  const found: string[] = [];
  const assumed: Evidence[] = [...evidence, { kind: 'unknown', question: first }];
  while (found.length < mostTogether - 1) {
    const next = decide(pack, problem, assumed);
    if (next.do !== 'ask' || !isQuick(pack.observations[next.question])) break;
    found.push(next.question);
    assumed.push({ kind: 'unknown', question: next.question });
  }
  return found;
}

function isQuick(observation: Observation | undefined): boolean {
  return (
    observation !== undefined &&
    observation.minutes <= cheapMinutes &&
    observation.answers.every(({ heard }) => Object.values(heard).some((phrases) => phrases.length > 0))
  );
}

function endsAsking(
  pack: Pack,
  problem: Problem,
  { evidence, first }: { evidence: readonly Evidence[]; first: string },
): boolean {
  const model = modelOf(pack, problem);
  const question = model.questions.find(({ id }) => id === first);
  if (!question) return true;
  const chances = answerChances(believe(model, evidence), question);
  const answer = question.answers[chances.indexOf(Math.max(...chances))] as string;
  return decide(pack, problem, [...evidence, { kind: 'answer', question: first, answer }]).do !== 'ask';
}

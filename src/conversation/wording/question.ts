import type { Observation, Pack } from '../../knowledge/knowledge.ts';
import { systemObservation } from '../../knowledge/knowledge.ts';
import { textIn } from '../../languages/text.ts';
import { type Draft, text } from '../draft.ts';
import type { Option } from '../state.ts';
import type { Turn } from '../turn.ts';
import { causesLeft } from './causes-left.ts';

/** Asks an observation: its answers as choices, and "don't know". */
export function questionDraft(turn: Turn, observation: Observation, only?: readonly string[]): Draft {
  const { sentences, language, talk } = turn;
  const answers = observation.answers.filter((answer) => !only || only.includes(answer.id));
  const options: Option[] = answers.map((answer) => ({
    label: textIn(answer.label, language.code),
    action: { do: 'answer', observation: observation.id, answer: answer.id },
  }));
  options.push({
    label: sentences.dontKnow,
    action: { do: 'answer', observation: observation.id, answer: 'unknown' },
  });
  const blocks = [text(textIn(observation.ask ?? observation.title, language.code))];
  // Told once, with the first question of a talk.
  const isFirst = !turn.state.open && [...talk.answers.keys()].every((id) => talk.volunteered.has(id));
  if (isFirst && talk.tried.size === 0) blocks.push({ type: 'text', text: sentences.hint });
  return {
    kind: 'question',
    blocks,
    about: { ...(talk.problem ?? {}), question: observation.id, ...progress(turn, observation) },
    wait: { kind: 'question', options, observation: observation.id },
  };
}

/** The question, and below it others that may be answered in the same message, in words. */
export function withMoreQuestions(
  turn: Turn,
  draft: Draft,
  { pack, together }: { pack: Pack; together: readonly string[] },
): Draft {
  if (!draft.wait) return draft;
  const items = together.map((id) => {
    const observation = pack.observations[id];
    return textIn(observation?.ask ?? observation?.title ?? { en: id }, turn.language.code);
  });
  return {
    ...draft,
    blocks: [...draft.blocks, text(turn.sentences.alsoTell), { type: 'list', items }],
    wait: { ...draft.wait, together },
  };
}

/** The system tells steps apart, not causes: nothing to count then. */
function progress(turn: Turn, { id }: Observation): { causesLeft?: number } {
  const left = id === systemObservation ? undefined : causesLeft(turn);
  return left === undefined ? {} : { causesLeft: left };
}

/** Why the open question is asked. */
export function whyText(turn: Turn, observation: Observation): string {
  const { sentences, language } = turn;
  if (observation.why) return sentences.whyLead + textIn(observation.why, language.code);
  return observation.id === systemObservation ? sentences.whySystem : sentences.whyNothing;
}

import { systemObservation } from '../knowledge/knowledge.ts';
import { type Outcome, text, withLead } from './draft.ts';
import { nextStep } from './next-step.ts';
import { openProblem } from './opening.ts';
import type { Kept, TalkEvent, TalkFact } from './state.ts';
import { stamped, type Turn, withEvents } from './turn.ts';
import { titleOf } from './wording/choose.ts';

interface Reference {
  readonly pack: string;
  readonly problem: string;
  readonly code?: string;
}

/** The step at a problem that is opened on the strength of `words`, after `events`. */
function openAfter(
  turn: Turn,
  events: readonly TalkEvent[],
  { reference, words }: { reference: Reference; words: string },
): Outcome {
  const before = withEvents(turn, events);
  const { facts, lead } = openProblem(before, reference, words);
  const all = [...events, ...stamped(turn, facts)];
  return { events: all, draft: withLead(nextStep(withEvents(turn, all)), lead) };
}

/** What holds for the person whatever the problem: their system and what they told besides. */
function carried({ state }: Turn): TalkEvent[] {
  return state.events.filter(
    (event) =>
      event.type === 'told' ||
      event.type === 'version' ||
      (event.type === 'answered' && event.observation === systemObservation),
  );
}

/** Goes to another problem and keeps the present one, to come back to it. */
export function switchTo(turn: Turn, reference: Reference): Outcome {
  const { state, talk } = turn;
  const last = state.events.findLastIndex(({ type }) => type === 'said');
  const [said] = last < 0 ? [] : state.events.slice(last, last + 1);
  const words = said?.type === 'said' ? said.text : '';
  const old = state.events.filter((_, index) => index !== last);
  const begun: TalkFact[] = said?.type === 'said' ? [{ type: 'said', text: words }] : [];
  const outcome = openAfter(turn, [...stamped(turn, begun), ...carried(turn)], { reference, words });
  if (!talk.problem) return outcome;
  const kept: Kept = { pack: talk.problem.pack, problem: talk.problem.problem, events: old };
  return { ...outcome, kept: [...(state.kept ?? []), kept] };
}

/** A problem that was mentioned beside another one, for later. */
export function keptForLater(turn: Turn, reference: Reference, words: string): Kept {
  return { ...reference, events: stamped(turn, [{ type: 'said', text: words }]) };
}

/** Comes back to the problem that was kept last; null when there is none, or the knowledge no longer holds it. */
export function takeUp(turn: Turn): Outcome | null {
  const kept = turn.state.kept?.at(-1);
  if (!kept) return null;
  const title = titleOf(turn, kept.pack, kept.problem);
  if (title === null) return null;
  const { events, ...reference } = kept;
  const lead = [text(turn.sentences.keptTakenUp(title))];
  const rest = turn.state.kept?.slice(0, -1) ?? [];
  const before = withEvents(turn, events);
  if (before.talk.problem) return { events, kept: rest, draft: withLead(nextStep(before), lead) };
  const words = before.talk.said.at(-1) ?? '';
  const outcome = openAfter(turn, [...events, ...carried(turn)], { reference, words });
  return { ...outcome, kept: rest, draft: withLead(outcome.draft, lead) };
}

/** Goes to the problem that was kept last, and keeps the present one; null when none is kept. */
export function changeOver(turn: Turn): Outcome | null {
  const taken = takeUp(turn);
  const { problem, ended } = turn.talk;
  if (!taken || !problem || ended) return taken;
  const present: Kept = { pack: problem.pack, problem: problem.problem, events: turn.state.events };
  return { ...taken, kept: [...(taken.kept ?? []), present] };
}

/** At the end of a talk, the problem that was kept is offered. */
export function withKeptOffer(turn: Turn, outcome: Outcome): Outcome {
  const kept = turn.state.kept?.at(-1);
  const hasEnded = outcome.facts?.some(({ type }) => type === 'solved' || type === 'handedOver');
  const title = kept && hasEnded && !outcome.draft.wait ? titleOf(turn, kept.pack, kept.problem) : null;
  if (title === null) return outcome;
  const { draft } = outcome;
  const { sentences } = turn;
  const options = [
    { label: sentences.keptYes, action: { do: 'takeUp' as const } },
    { label: sentences.keptNo, action: { do: 'dropKept' as const } },
  ];
  return {
    ...outcome,
    draft: {
      ...draft,
      blocks: [...draft.blocks, text(sentences.keptOffer(title))],
      wait: { kind: 'choose', options },
    },
  };
}

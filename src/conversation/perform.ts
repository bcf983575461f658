import { textIn } from '../languages/text.ts';
import type { Block } from '../message.ts';
import { briefly } from './aside.ts';
import { type Draft, type Outcome, text, withLead } from './draft.ts';
import { switchTo, takeUp } from './kept.ts';
import { ticketIdOf } from './names.ts';
import { nextStep } from './next-step.ts';
import { factsOfAnswer, openProblem } from './opening.ts';
import { forget } from './rights.ts';
import type { Action, Effect, Open, TalkFact } from './state.ts';
import { evidenceOf, placeOf } from './talk.ts';
import { type Turn, withEvents, withFacts } from './turn.ts';
import { codeCard } from './wording/code-card.ts';
import { handOverDraft, sentDraft, ticketOf } from './wording/hand-over.ts';

/** Does what a choice stands for. Total over `Action`: a new one does not compile until it is handled. */
export function perform(turn: Turn, action: Action): Outcome {
  switch (action.do) {
    case 'answer':
      return proceed(turn, factsOfAnswer(turn, action));
    case 'open':
      return open(turn, action);
    case 'switch':
      return switchTo(turn, withoutDo(action));
    case 'takeUp':
      return takeUp(turn) ?? { draft: nextStep(turn), kept: [] };
    case 'dropKept':
      return { draft: { kind: 'notice', blocks: [text(turn.sentences.keptDropped)], about: {} }, kept: [] };
    case 'code':
      return { draft: codeCard(turn, action) };
    case 'article':
      return article(turn, action);
    case 'consent':
      return proceed(turn, [{ type: 'consented', fix: action.fix }]);
    case 'tried':
      return tried(turn, action);
    case 'handOver':
      return { draft: handOverDraft(turn, true) };
    case 'sendTicket':
      return sendTicket(turn);
    case 'resume':
      return resume(turn);
    case 'continue':
      return carryOn(turn);
    case 'noneOfThese':
      return noneOfThese(turn);
    case 'startOver':
      return startOver(turn);
    case 'forgetMe':
      return forget(turn);
  }
}

/** More messages than these before a problem is found are no description of it. */
const mostSaidBefore = 4;

/** Takes facts in and goes on to whatever is worth most then. */
export function proceed(turn: Turn, facts: readonly TalkFact[], lead: readonly Block[] = []): Outcome {
  const next = nextStep(withFacts(turn, facts));
  return { facts, draft: withLead(isRead(turn, next) ? briefly(turn, next) : next, lead) };
}

/** Goes on after an offer that was not taken; where it was to send or delete something, says that nothing of it was done. */
function carryOn(turn: Turn): Outcome {
  const { sentences, state, talk } = turn;
  const offered = new Set(state.open?.options.map(({ action }) => action.do));
  const kept = offered.has('forgetMe')
    ? sentences.forgetKept
    : offered.has('sendTicket')
      ? sentences.notSent
      : null;
  if (kept === null) return { draft: nextStep(turn) };
  if (!talk.problem) return { draft: { kind: 'notice', blocks: [text(kept)], about: {} } };
  return { draft: withLead(nextStep(turn), [text(kept)]) };
}

/** Whether the next step is what the person has just read: steps, or a question for consent to the same fix. */
function isRead(turn: Turn, { wait, blocks }: Draft): boolean {
  const { open } = turn.state;
  if (!open?.fix || open.fix !== wait?.fix || open.kind !== wait.kind) return false;
  return open.kind === 'consent' || stepsIn(nextStep(turn).blocks) === stepsIn(blocks);
}

/** The steps alone: which system they are said to be for changes nothing in them. */
function stepsIn(blocks: readonly Block[]): string {
  return JSON.stringify(blocks.filter(({ type }) => type === 'steps'));
}

function open(turn: Turn, action: Extract<Action, { do: 'open' }>): Outcome {
  const { facts, lead } = openProblem(turn, withoutDo(action), saidSoFar(turn));
  return proceed(turn, facts, lead);
}

/** Everything that was said before a problem was found is about it; in a talk that has one, only the newest words are. */
function saidSoFar({ talk }: Turn): string {
  return talk.problem ? (talk.said.at(-1) ?? '') : talk.said.slice(-mostSaidBefore).join('\n');
}

function withoutDo(action: Extract<Action, { do: 'open' | 'switch' }>): {
  pack: string;
  problem: string;
  code?: string;
} {
  const { pack, problem, code } = action;
  return { pack, problem, ...(code ? { code } : {}) };
}

/** An answer that is no fix: what is true instead. */
export function article(turn: Turn, { pack, article: id }: { pack: string; article: string }): Outcome {
  const found = turn.world.knowledge.packs[pack]?.articles[id];
  if (!found) return { draft: nextStep(turn) };
  const { sentences, language } = turn;
  const blocks: Block[] = [{ type: 'heading', text: textIn(found.title, language.code) }];
  if (found.status !== 'background') blocks.push(text(sentences.articleStatus(found.status)));
  blocks.push(text(textIn(found.text, language.code)));
  return { draft: { kind: 'answer', blocks, about: { pack, problem: id } } };
}

function tried(turn: Turn, action: Extract<Action, { do: 'tried' }>): Outcome {
  const fact: TalkFact = { type: 'tried', fix: action.fix, outcome: action.outcome };
  if (action.outcome !== 'worked') {
    const outcome = proceed(turn, [fact]);
    const lead = action.outcome === 'failed' ? afterFailure(turn, outcome.draft) : [];
    return { ...outcome, draft: withLead(outcome.draft, lead) };
  }
  return solved(turn, [fact], action.fix);
}

/** What leads over from steps that did not help: to others, or to a question; a hand-over speaks for itself. */
function afterFailure({ sentences }: Turn, { wait }: Draft): Block[] {
  if (wait?.kind === 'fix' || wait?.kind === 'consent') return [text(sentences.triedNext)];
  return wait?.kind === 'question' ? [text(sentences.triedAsk)] : [];
}

/** Ends a talk that went well. */
export function solved(turn: Turn, facts: readonly TalkFact[], fix?: string): Outcome {
  const all: TalkFact[] = [...facts, { type: 'solved' }];
  return {
    facts: all,
    draft: {
      kind: 'notice',
      blocks: [text(turn.sentences.solved)],
      about: { ...turn.talk.problem, outcome: 'solved' },
    },
    effects: outcomeEffect(withFacts(turn, all), 'solved', fix),
  };
}

/** The talk's end for operations; nothing when no problem was ever opened. */
export function outcomeEffect(
  turn: Turn,
  outcome: 'solved' | 'handedOver' | 'unknown',
  fix?: string,
): Effect[] {
  const { problem } = turn.talk;
  if (!problem) return [];
  const place = turn.world.learning ? placeOf(turn.talk, turn.world.knowledge) : null;
  return [
    {
      kind: 'outcome',
      pack: problem.pack,
      problem: problem.problem,
      outcome,
      ...(fix ? { fix } : {}),
      events: turn.state.events,
      ...(place ? { evidence: evidenceOf(turn.talk, place.problem) } : {}),
    },
  ];
}

function sendTicket(turn: Turn): Outcome {
  if (turn.talk.ended?.how === 'handedOver') {
    return {
      draft: {
        kind: 'handover',
        blocks: [text(turn.sentences.alreadySent(turn.talk.ended.ticket))],
        about: {},
      },
    };
  }
  const id = ticketIdOf(turn.replyId);
  const facts: TalkFact[] = [{ type: 'handedOver', ticket: id }];
  return {
    facts,
    draft: sentDraft(turn, id),
    effects: [
      { kind: 'ticket', ticket: ticketOf(turn, id) },
      ...outcomeEffect(withFacts(turn, facts), 'handedOver'),
    ],
  };
}

function resume(turn: Turn): Outcome {
  if (!turn.state.previous)
    return { draft: { kind: 'notice', blocks: [text(turn.sentences.nothingToResume)], about: {} } };
  const back = withEvents(turn, turn.state.previous);
  return { draft: nextStep(back), events: turn.state.previous };
}

function noneOfThese(turn: Turn): Outcome {
  const { sentences, talk, language, state } = turn;
  const place = placeOf(talk, turn.world.knowledge);
  const said = talk.said.at(-1);
  // What was offered as the nearest to words not understood is on the list already.
  const effects: Effect[] =
    said && !state.open?.unanswered
      ? [{ kind: 'unanswered', text: said, language: language.code, nearest: offeredBy(state.open) }]
      : [];
  if (place) return { draft: nextStep(turn), effects };
  return {
    draft: {
      kind: 'notice',
      blocks: [text(sentences.noneTaken), text(sentences.askExactWords)],
      about: {},
      wait: { kind: 'choose', options: [{ label: sentences.askPerson, action: { do: 'handOver' } }] },
    },
    effects,
  };
}

/** The problems that a choice offers, as `pack/problem`. */
function offeredBy(open: Open | null): string[] {
  return (open?.options ?? []).flatMap(({ action }) =>
    action.do === 'open' ? [`${action.pack}/${action.problem}`] : [],
  );
}

function startOver(turn: Turn): Outcome {
  const effects = turn.talk.ended ? [] : outcomeEffect(turn, 'unknown');
  return {
    events: [],
    kept: [],
    draft: { kind: 'notice', blocks: [text(turn.sentences.startedOver)], about: {} },
    effects,
  };
}

import type { Command } from '../languages/commands.ts';
import { textIn } from '../languages/text.ts';
import type { Block } from '../message.ts';
import { type Draft, type Outcome, text, withLead } from './draft.ts';
import { nextStep } from './next-step.ts';
import { perform, solved } from './perform.ts';
import { placeOf } from './talk.ts';
import { inLanguage, type Turn, withEvents } from './turn.ts';
import { titlesOf } from './wording/choose.ts';
import { handOverDraft } from './wording/hand-over.ts';
import { whyText } from './wording/question.ts';

const mostTitles = 8;

/** Does what the person told the bot itself. Total over `Command`. */
export function obey(turn: Turn, command: Command): Outcome {
  switch (command) {
    case 'help':
      return aside(turn, helpBlocks(turn));
    case 'greeting':
      return aside(turn, turn.talk.problem ? [] : [text(turn.sentences.greeting)]);
    case 'thanks':
      return aside(turn, [text(turn.sentences.welcome)]);
    case 'why':
      return why(turn);
    case 'back':
      return back(turn);
    case 'human':
      return human(turn);
    case 'worked':
      return worked(turn);
    case 'resume':
      return turn.state.previous
        ? perform(turn, { do: 'resume' })
        : aside(turn, [text(turn.sentences.nothingToResume)]);
    case 'startOver':
      return perform(turn, { do: 'startOver' });
    case 'english':
      return speak(turn, 'en');
    case 'chinese':
      return speak(turn, 'zh');
  }
}

/**
 * Says something beside the path and shows again what is open, under its old choice ids; without anything open it is
 * just said.
 */
export function aside(turn: Turn, lead: readonly Block[]): Outcome {
  if (!turn.state.open) return { draft: { kind: 'notice', blocks: orGreeting(turn, lead), about: {} } };
  return { draft: withLead(shownAgain(turn), lead), keepOpen: true };
}

function orGreeting(turn: Turn, lead: readonly Block[]): readonly Block[] {
  return lead.length > 0 ? lead : [text(turn.sentences.greeting)];
}

/** The open question or fix once more. */
function shownAgain(turn: Turn): Draft {
  const { open } = turn.state;
  if (open?.kind === 'handover') return handOverDraft(turn, open.aside === true);
  const next = nextStep(turn);
  const same =
    open &&
    next.wait?.kind === open.kind &&
    next.wait.observation === open.observation &&
    next.wait.fix === open.fix;
  if (!open || same) return next;
  // Something that events do not hold (a choice between problems): its options are all that is left of it.
  return { kind: 'choose', blocks: [text(turn.sentences.chooseProblem)], about: {}, wait: open };
}

function helpBlocks(turn: Turn): Block[] {
  const titles = titlesOf(turn.world.knowledge, turn.language.code, mostTitles);
  return [text(turn.sentences.help(titles)), text(turn.sentences.helpCommands)];
}

function why(turn: Turn): Outcome {
  const place = placeOf(turn.talk, turn.world.knowledge);
  const { open } = turn.state;
  const observation = open?.observation ? place?.pack.observations[open.observation] : undefined;
  if (observation) return aside(turn, [text(whyText(turn, observation))]);
  const cause = open?.fix ? place?.pack.causes[nextStep(turn).about.cause ?? ''] : undefined;
  if (cause) return aside(turn, [text(turn.sentences.whyFix(textIn(cause.because, turn.language.code)))]);
  return aside(turn, [text(turn.sentences.whyNothing)]);
}

/**
 * Takes away what the newest turn that led anywhere brought, or leaves a side-trip; the step follows from what is left.
 * Words that were not understood led nowhere: they are not a step that one could go back from.
 */
function back(turn: Turn): Outcome {
  const { state, sentences } = turn;
  if (state.open?.aside) return { draft: withLead(nextStep(turn), [text(sentences.wentBack)]) };
  const newest = state.events.findLast((event) => event.type !== 'said')?.turn ?? 0;
  const events = state.events.filter((event) => event.turn < newest);
  const before = withEvents(turn, events);
  if (!before.talk.problem)
    return { events, draft: { kind: 'notice', blocks: [text(sentences.backAtStart)], about: {} } };
  return { events, draft: withLead(nextStep(before), [text(sentences.wentBack)]) };
}

function human(turn: Turn): Outcome {
  const { ended } = turn.talk;
  if (ended?.how === 'handedOver') return aside(turn, [text(turn.sentences.alreadySent(ended.ticket))]);
  return { draft: handOverDraft(turn, true) };
}

function worked(turn: Turn): Outcome {
  const { open } = turn.state;
  if (open?.kind === 'fix' && open.fix)
    return perform(turn, { do: 'tried', fix: open.fix, outcome: 'worked' });
  return turn.talk.problem ? solved(turn, []) : aside(turn, [text(turn.sentences.welcome)]);
}

function speak(turn: Turn, code: 'en' | 'zh'): Outcome {
  const then = inLanguage(turn, code);
  const lead = [text(then.sentences.languageSet)];
  return {
    ...(then.talk.problem && then.state.open ? { draft: withLead(nextStep(then), lead) } : aside(then, lead)),
    language: code,
  };
}

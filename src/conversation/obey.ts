import type { Command } from '../languages/commands.ts';
import { textIn } from '../languages/text.ts';
import type { Block } from '../message.ts';
import { aside, asideBriefly } from './aside.ts';
import { type Draft, type Outcome, text, withLead } from './draft.ts';
import { changeOver, takeUp } from './kept.ts';
import { nextStep } from './next-step.ts';
import { outcomeEffect, perform, solved } from './perform.ts';
import { askToForget, consentToLearning, exportRecord, privacy } from './rights.ts';
import { placeOf } from './talk.ts';
import { inLanguage, type Turn, withEvents } from './turn.ts';
import { titlesOf } from './wording/choose.ts';
import { durationBlocks, opinionBlocks } from './wording/explain.ts';
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
      return asideBriefly(turn, [text(turn.sentences.welcome)]);
    case 'about':
    case 'howAreYou':
    case 'bye':
    case 'praise':
    case 'insult':
      return asideBriefly(turn, [text(turn.sentences[command])]);
    case 'chat':
      return asideBriefly(turn, turn.talk.problem ? [] : [text(turn.sentences.smallTalk)]);
    case 'why':
      return why(turn);
    case 'opinion':
      return asideBriefly(turn, opinionBlocks(turn));
    case 'duration':
      return asideBriefly(turn, turn.talk.ended ? [text(turn.sentences.whyNothing)] : durationBlocks(turn));
    case 'back':
      return back(turn);
    case 'human':
      return human(turn);
    case 'worked':
      return worked(turn);
    case 'resume':
      return resume(turn);
    case 'other':
      return changeOver(turn) ?? aside(turn, [text(turn.sentences.nothingToResume)]);
    case 'giveUp':
      return giveUp(turn);
    case 'startOver':
      return perform(turn, { do: 'startOver' });
    case 'privacy':
      return privacy(turn);
    case 'export':
      return exportRecord(turn);
    case 'forget':
      return askToForget(turn);
    case 'learningYes':
      return consentToLearning(turn, true);
    case 'learningNo':
      return consentToLearning(turn, false);
    case 'english':
      return speak(turn, 'en');
    case 'chinese':
      return speak(turn, 'zh');
  }
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
  if (cause)
    return asideBriefly(turn, [text(turn.sentences.whyFix(textIn(cause.because, turn.language.code)))]);
  return aside(turn, [text(turn.sentences.whyNothing)]);
}

/**
 * Takes away what the newest turn that led anywhere brought, or leaves a side-trip; the step follows from what is left.
 * Words that were not understood led nowhere: they are not a step that one could go back from.
 */
function back(turn: Turn): Outcome {
  const { state, sentences, talk } = turn;
  // What was sent cannot be taken back, and must not be sent twice.
  if (talk.ended?.how === 'handedOver') return aside(turn, [text(sentences.alreadySent(talk.ended.ticket))]);
  const newest = state.events.findLast((event) => event.type !== 'said')?.turn;
  // The words alone are no step; a person who takes over still wants to read them.
  if (newest === undefined && !state.open?.aside) return { draft: noticeOf(sentences.backAtStart) };
  if (state.open?.aside && newest !== state.open.turn)
    return { draft: withLead(nextStep(turn), [text(sentences.wentBack)]) };
  const events = state.events.filter((event) => event.turn < (newest ?? 0));
  const before = withEvents(turn, events);
  // "Solved" was told to operations already; the newest outcome of a talk is the one that counts.
  const effects = talk.ended ? outcomeEffect(before, 'unknown') : [];
  if (!before.talk.problem)
    return takeUp(turn) ?? { events, draft: noticeOf(sentences.backAtStart), effects };
  return { events, draft: withLead(nextStep(before), [text(sentences.wentBack)]), effects };
}

function noticeOf(words: string): Draft {
  return { kind: 'notice', blocks: [text(words)], about: {} };
}

function human(turn: Turn): Outcome {
  const { ended } = turn.talk;
  if (ended?.how === 'handedOver') return aside(turn, [text(turn.sentences.alreadySent(ended.ticket))]);
  return { draft: handOverDraft(turn, true) };
}

/** "Go on": leaves a side-trip, or takes up the talk before the idle hours. */
function resume(turn: Turn): Outcome {
  const { open, previous } = turn.state;
  if (open?.aside) return perform(turn, { do: 'continue' });
  const kept = turn.talk.ended || !turn.talk.problem ? takeUp(turn) : null;
  if (kept) return kept;
  if (previous) return perform(turn, { do: 'resume' });
  return aside(turn, open ? [] : [text(turn.sentences.nothingToResume)]);
}

/** Asks nothing more, and leaves everything as it is. */
function giveUp({ state, sentences }: Turn): Outcome {
  if (!state.open) return { draft: noticeOf(sentences.keptDropped) };
  return { draft: noticeOf(sentences.leftThere), keepOpen: true };
}

function worked(turn: Turn): Outcome {
  const { open } = turn.state;
  // Said twice, it is still one success.
  if (turn.talk.ended?.how === 'solved') return aside(turn, [text(turn.sentences.welcome)]);
  if (open?.kind === 'fix' && open.fix)
    return perform(turn, { do: 'tried', fix: open.fix, outcome: 'worked' });
  return turn.talk.problem ? solved(turn, []) : aside(turn, [text(turn.sentences.welcome)]);
}

function speak(turn: Turn, code: 'en' | 'zh'): Outcome {
  const then = inLanguage(turn, code);
  const lead = [text(then.sentences.languageSet)];
  return { ...aside(then, lead), language: code };
}

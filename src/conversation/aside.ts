import type { Block } from '../message.ts';
import { type Draft, type Outcome, text, withLead } from './draft.ts';
import { nextStep } from './next-step.ts';
import type { Open, Option } from './state.ts';
import type { Turn } from './turn.ts';
import { titleOf } from './wording/choose.ts';
import { codeLabel } from './wording/code-card.ts';
import { handOverDraft } from './wording/hand-over.ts';

/**
 * Says something beside the path and shows again what is open, under its old choice ids; without anything open it is
 * just said.
 */
export function aside(turn: Turn, lead: readonly Block[]): Outcome {
  if (!turn.state.open) return { draft: { kind: 'notice', blocks: orGreeting(turn, lead), about: {} } };
  return { draft: withLead(shownAgain(turn), lead), keepOpen: true };
}

/** As `aside`, but steps and reasons that were just read are not shown a second time. */
export function asideBriefly(turn: Turn, lead: readonly Block[]): Outcome {
  if (!turn.state.open) return aside(turn, lead);
  return { draft: withLead(briefly(turn, shownAgain(turn)), lead), keepOpen: true };
}

/** Steps, and a question for consent, without all that stands before their question. */
export function briefly({ sentences }: Turn, draft: Draft): Draft {
  const kind = draft.wait?.kind;
  if (kind !== 'fix' && kind !== 'consent') return draft;
  return { ...draft, blocks: [text(kind === 'fix' ? sentences.howDidItGo : sentences.consentQuestion)] };
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
  return choiceAgain(turn, open);
}

/** A choice that events do not hold: its options are all that is left of it. */
function choiceAgain(turn: Turn, open: Open): Draft {
  const { sentences } = turn;
  const [first] = open.options;
  const title =
    open.aside && first?.action.do === 'switch'
      ? titleOf(turn, first.action.pack, first.action.problem)
      : null;
  const lead = title
    ? sentences.switchQuestion(title)
    : asksToForget(first)
      ? sentences.forgetQuestion
      : sentences.chooseProblem;
  const options = open.options.map((option) => ({ ...option, label: labelOf(turn, option) }));
  return { kind: 'choose', blocks: [text(lead)], about: {}, wait: { ...open, options } };
}

function asksToForget(option: Option | undefined): boolean {
  return option?.action.do === 'forgetMe';
}

/** The label of an option in the turn's language. */
function labelOf(turn: Turn, { action, label }: Option): string {
  const { sentences } = turn;
  switch (action.do) {
    case 'open':
      return titleOf(turn, action.pack, action.problem) ?? label;
    case 'switch':
      return sentences.switchYes;
    case 'takeUp':
      return sentences.keptYes;
    case 'dropKept':
      return sentences.keptNo;
    case 'code':
      return codeLabel(turn, action);
    case 'article':
      return titleOf(turn, action.pack, action.article) ?? label;
    case 'forgetMe':
      return sentences.forgetYes;
    case 'continue':
      return sentences.switchNo;
    case 'noneOfThese':
      return sentences.noneOfThese;
    case 'handOver':
      return sentences.askPerson;
    case 'resume':
      return sentences.resumeYes;
    case 'startOver':
      return sentences.resumeNo;
    default:
      return label;
  }
}

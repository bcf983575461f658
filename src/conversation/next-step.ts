import { askedTogether } from '../diagnosis/asked-together.ts';
import { decide } from '../diagnosis/decide.ts';
import { answerToRecheck } from '../diagnosis/explain.ts';
import type { Fix, FixVariant, Pack, Problem, System } from '../knowledge/knowledge.ts';
import { systemObservation } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import { type Draft, text, withLead } from './draft.ts';
import { alikeOnComputers, systemOfCodes, systemsToAsk } from './steps-for.ts';
import { evidenceOf, placeOf, systemOf } from './talk.ts';
import type { Turn } from './turn.ts';
import { consentDraft, fixDraft, type GivenFix, needsConsent } from './wording/fix.ts';
import { handOverDraft } from './wording/hand-over.ts';
import { questionDraft, withMoreQuestions } from './wording/question.ts';

/** What to say next, from what is known and nothing else: the same events give the same step. */
export function nextStep(turn: Turn): Draft {
  if (!turn.talk.problem) return { kind: 'notice', blocks: [text(turn.sentences.greeting)], about: {} };
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (!place) return { kind: 'notice', blocks: [text(turn.sentences.knowledgeChanged)], about: {} };
  if (Object.keys(place.problem.causes).length === 0) return meaningOnly(turn, place.problem);
  return decidedStep(turn, place.pack, place.problem);
}

function decidedStep(turn: Turn, pack: Pack, problem: Problem): Draft {
  const decision = decide(pack, problem, evidenceOf(turn.talk, problem));
  if (decision.do === 'handOver') return recheckDraft(turn, pack, problem) ?? handOverDraft(turn, false);
  if (decision.do === 'ask') return questionsDraft(turn, { pack, problem }, decision.question);
  const given: GivenFix = {
    pack,
    fix: required(pack.fixes[decision.fix]),
    cause: required(pack.causes[decision.cause]),
    standing: decision.standing,
  };
  const ofCode = turn.talk.problem?.code === undefined ? null : systemOfCodes(problem);
  return givenStep(turn, given, systemOf(turn.talk) ?? ofCode);
}

/** The question that is worth most with its choices, and with it those that are as quick to answer. */
function questionsDraft(
  turn: Turn,
  { pack, problem }: { pack: Pack; problem: Problem },
  first: string,
): Draft {
  const draft = questionDraft(turn, required(pack.observations[first]));
  const evidence = evidenceOf(turn.talk, problem);
  const together = askedTogether(pack, problem, { evidence, first });
  return together.length === 0 ? draft : withMoreQuestions(turn, draft, { pack, together });
}

/**
 * Before handing over, the most influential answer once more, when the answers do not fit together. Once in a talk:
 * somebody who stands by their answer is not asked a third time.
 */
function recheckDraft(turn: Turn, pack: Pack, problem: Problem): Draft | null {
  const asked = turn.state.events.flatMap((event) =>
    event.type === 'answered' && event.source === 'asked' ? [event.observation] : [],
  );
  if (new Set(asked).size < asked.length) return null;
  const recheck = answerToRecheck(pack, problem, evidenceOf(turn.talk, problem));
  const observation = recheck ? pack.observations[recheck.question] : undefined;
  const answer = observation?.answers.find(({ id }) => id === recheck?.answer);
  if (!observation || !answer) return null;
  const { code } = turn.language;
  const { recheck: sure, recheckGuess } = turn.sentences;
  const say = turn.talk.hedged.has(observation.id) ? recheckGuess : sure;
  const lead = say(textIn(observation.title, code), textIn(answer.label, code));
  return withLead(questionDraft(turn, observation), [text(lead)]);
}

/** A fix is given in three steps, as far as each is needed: which system, consent, the steps themselves. */
function givenStep(turn: Turn, given: GivenFix, known: System | null): Draft {
  const chosen = variantFor(given.fix, turn, known);
  if (!chosen) return askSystem(turn, given);
  if (needsConsent(given.fix) && !turn.talk.consented.has(given.fix.id))
    return consentDraft(turn, given, chosen.variant);
  return fixDraft(turn, given, chosen);
}

function askSystem(turn: Turn, { pack, fix }: GivenFix): Draft {
  return questionDraft(turn, required(pack.observations[systemObservation]), systemsToAsk(pack, fix));
}

/** The steps for the person's system; null when the system must be asked first. */
function variantFor(
  fix: Fix,
  turn: Turn,
  known: System | null,
): { variant: FixVariant; system: System | 'any' } | null {
  const systems = Object.keys(fix.variants) as (System | 'any')[];
  const only = systems[0] as System | 'any';
  if (systems.length === 1) return { variant: required(fix.variants[only]), system: only };
  if (known && fix.variants[known]) return { variant: fix.variants[known], system: known };
  const alike = known ? null : alikeOnComputers(fix);
  if (alike) return { variant: alike, system: 'any' };
  const wasAsked = turn.talk.answers.has(systemObservation);
  if (!wasAsked) return null;
  const fallback = fix.variants.any ? 'any' : only;
  return { variant: required(fix.variants[fallback]), system: fallback };
}

function meaningOnly(turn: Turn, problem: Problem): Draft {
  const words = textIn(problem.meaning ?? problem.title, turn.language.code);
  return { kind: 'answer', blocks: [text(words)], about: turn.talk.problem ?? {} };
}

function required<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error(
      'The knowledge refers to an entry it does not hold; "askfix check" should have refused it',
    );
  return value;
}

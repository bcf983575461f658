import type { CodeFamily } from '../knowledge/codes/code-data.ts';
import type { Answer } from '../knowledge/knowledge.ts';
import type { Language } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';
import type { Phrases } from '../languages/text.ts';
import { splitWords } from '../languages/words.ts';
import { isYesNo, readAnswer } from '../recognition/answers.ts';
import { saysSuccess } from '../recognition/success.ts';
import { readYesNo } from '../recognition/yes-no.ts';
import { aside } from './aside.ts';
import { parseChoiceId } from './choice-id.ts';
import { type Outcome, text } from './draft.ts';
import { factsOfAnswer, notedBlocks, volunteered } from './opening.ts';
import { perform, proceed } from './perform.ts';
import type { Action, Open, Option, TalkFact } from './state.ts';
import { placeOf } from './talk.ts';
import type { Turn } from './turn.ts';

/** A pressed button: does it, or says kindly why it cannot count any more. */
export function press(turn: Turn, id: string): Outcome {
  const { state, sentences } = turn;
  const name = parseChoiceId(id);
  if (!name) return refused(turn, sentences.unknownChoice);
  if (name.talk !== state.talk) return refused(turn, sentences.foreignChoice);
  // A second press on "send" finds nothing open any more, and wants to hear that it went.
  if (!state.open && turn.talk.ended?.how === 'handedOver')
    return aside(turn, [text(sentences.alreadySent(turn.talk.ended.ticket))]);
  if (!state.open || name.turn !== state.open.turn) return refused(turn, sentences.staleChoice);
  const option = state.open.options[name.index];
  return option ? { ...perform(turn, option.action), chosen: id } : refused(turn, sentences.unknownChoice);
}

/** Whether a press counts: it is of this talk, of the newest question, and of an option that there is. */
export function isOpenChoice({ state }: Turn, id: string): boolean {
  const name = parseChoiceId(id);
  const { open } = state;
  return name?.talk === state.talk && name.turn === open?.turn && name.index < open.options.length;
}

function refused(turn: Turn, why: string): Outcome {
  return aside(turn, [text(turn.state.open ? why : turn.sentences.nothingOpen)]);
}

/** The choice that typed words stand for: its number, its label, or what people say for it; null when none. */
export function typedChoice(turn: Turn, words: string): Action | null {
  const { open } = turn.state;
  if (!open) return null;
  const read = readAnswer(
    words,
    open.options.map((option) => ({
      label: option.label,
      heard: heardFor(turn, option),
      ...(isAgreement(option) ? { onlyWhole: true as const } : {}),
      ...meantBy(turn, option),
    })),
  );
  const chosen = read?.kind === 'option' ? open.options[read.index]?.action : undefined;
  if (chosen?.do === 'tried' && chosen.outcome === 'worked' && !saysSuccess(words)) return null;
  if (read?.kind === 'option') return hedgedAction(chosen ?? null, read.share);
  if (read?.kind === 'unknown' && open.observation)
    return { do: 'answer', observation: open.observation, answer: 'unknown' };
  if (read?.kind === 'unknown' && open.kind === 'choose') return { do: 'noneOfThese' };
  // "No it dies after ten minutes" says more than no, and no all the same.
  const mayAnswer = isYesNo(words) || open.kind === 'fix';
  return read === null && mayAnswer ? byPolarity(open, readYesNo(splitWords(words))) : null;
}

/** An answer that was hedged is the same answer, less sure; whatever else is chosen is chosen. */
function hedgedAction(action: Action | null, share: number | undefined): Action | null {
  return action?.do === 'answer' && action.answer !== 'unknown' && share !== undefined
    ? { ...action, share }
    : action;
}

const agreements = new Set<Action['do']>(['consent', 'sendTicket', 'resume', 'switch', 'takeUp']);
const refusals = new Set<Action['do']>(['continue', 'dropKept']);

/** What a plain yes or no means to the bot's own offers; null where it asked something else. */
function byPolarity({ options, kind }: Open, polarity: 'yes' | 'no' | null): Action | null {
  if (kind === 'question' || polarity === null) return null;
  const wanted = polarity === 'yes' ? agreements : refusals;
  const fits = options.filter(
    ({ action }) =>
      wanted.has(action.do) ||
      (polarity === 'no' && action.do === 'tried' && ['declined', 'failed'].includes(action.outcome)),
  );
  return fits.length === 1 ? (fits[0]?.action ?? null) : null;
}

/** Does what the typed words stand for, and takes along whatever else they say. */
export function answerInWords(turn: Turn, action: Action, words: string): Outcome {
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (action.do === 'tried') return triedOrTold(turn, action, words);
  if (action.do !== 'answer' || !place) return perform(turn, action);
  const together = turn.state.open?.together ?? [];
  const more = volunteered(turn, place, words).flatMap((fact): TalkFact[] => {
    if (fact.type !== 'answered') return [fact];
    if (fact.observation === action.observation) return [];
    // Asked in the same message: an answer like any other, and no sign that it matters.
    return [together.includes(fact.observation) ? { ...fact, source: 'asked' } : fact];
  });
  const facts = [...factsOfAnswer(turn, action), ...more];
  return proceed(turn, facts, notedBlocks(turn, place.pack, more));
}

/** In so many words people say how it went; in more they tell something as well. */
const mostWordsOfOutcome = 5;

/**
 * How a fix went, with what else is told. "Yes, only dragging fails, the button is fine" tells more about the case and
 * nothing about the fix: its "yes" agrees, and its "fine" is not about the steps.
 */
function triedOrTold(turn: Turn, action: Extract<Action, { do: 'tried' }>, words: string): Outcome {
  const place = placeOf(turn.talk, turn.world.knowledge);
  const split = splitWords(words);
  const facts = place && split.length > mostWordsOfOutcome ? volunteered(turn, place, words) : [];
  if (!place || !facts.some(({ type }) => type === 'answered')) return perform(turn, action);
  const noted = notedBlocks(turn, place.pack, facts);
  const isTold = action.outcome === 'worked' || readYesNo(split) === 'yes';
  const tried: TalkFact[] = isTold ? [] : [{ type: 'tried', fix: action.fix, outcome: action.outcome }];
  return proceed(turn, [...tried, ...facts], noted);
}

/** Options that a plain yes, no or "fixed" chooses. */
function isAgreement({ action }: Option): boolean {
  return agreements.has(action.do) || refusals.has(action.do) || isPlain(action);
}

function isPlain(action: Action): boolean {
  return (
    action.do === 'noneOfThese' ||
    action.do === 'forgetMe' ||
    (action.do === 'tried' && action.outcome !== 'skipped')
  );
}

/** What people say for an option: the knowledge's phrases for an answer, the bot's own for its own questions. */
function heardFor(turn: Turn, option: Option): Phrases {
  const { action } = option;
  switch (action.do) {
    case 'answer':
      return answerBehind(turn, action)?.heard ?? {};
    case 'tried':
      return own(action.outcome === 'declined' ? 'no' : action.outcome);
    case 'consent':
    case 'sendTicket':
    case 'forgetMe':
    case 'resume':
      return own('yes');
    case 'switch':
    case 'takeUp':
      return own('yes');
    case 'dropKept':
    case 'continue':
    case 'noneOfThese':
      return own('no');
    case 'code':
      return familyWords(turn, action.family);
    case 'open':
      return action.family ? familyWords(turn, action.family) : {};
    default:
      return {};
  }
}

function answerBehind({ talk, world }: Turn, action: Action): Answer | undefined {
  if (action.do !== 'answer') return undefined;
  const answers = placeOf(talk, world.knowledge)?.pack.observations[action.observation]?.answers;
  return answers?.find(({ id }) => id === action.answer);
}

/** Whether an action says how a test came out that the bot asked for. */
export function isTestResult(turn: Turn, action: Action): boolean {
  return answerBehind(turn, action)?.facts?.some((name) => name.startsWith('outcome/')) ?? false;
}

/** The built-in facts and sizes that mean an option. */
function meantBy(turn: Turn, { action }: Option): Pick<Answer, 'facts' | 'megabytes'> {
  if (action.do === 'tried' && action.outcome === 'worked') return { facts: ['outcome/works'] };
  if (action.do === 'tried' && action.outcome === 'failed') return { facts: ['outcome/fails'] };
  const { facts, megabytes } = answerBehind(turn, action) ?? {};
  return { ...(facts ? { facts } : {}), ...(megabytes ? { megabytes } : {}) };
}

const namesOfFamilies = new WeakMap<CodeFamily, Phrases>();

/** "The MySQL one", "QQ的": what a code's family is called. */
function familyWords({ world }: Turn, id: string): Phrases {
  const family = world.knowledge.table?.families.find((one) => one.id === id);
  if (!family) return {};
  const known = namesOfFamilies.get(family);
  if (known) return known;
  const en = family.words.en.map((word) => word.replaceAll('_', ' '));
  const names = { en: [...en, family.title.en ?? id], zh: [...family.words.zh, ...en] };
  namesOfFamilies.set(family, names);
  return names;
}

const heardByAll = new Map<keyof Language['heard'], Phrases>();

/**
 * The bot's own phrases, in every language: people answer "ok" in the middle of a Chinese talk. The same object every
 * time, because what is listened for is read once for each.
 */
function own(phrases: keyof Language['heard']): Phrases {
  const both = heardByAll.get(phrases) ?? {
    en: languages.en.heard[phrases],
    zh: languages.zh.heard[phrases],
  };
  heardByAll.set(phrases, both);
  return both;
}

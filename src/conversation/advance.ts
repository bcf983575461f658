import type { ParameterSet } from '../diagnosis/parameters.ts';
import { detectLanguage } from '../languages/detect-language.ts';
import { languages } from '../languages/languages.ts';
import type { Incoming, LanguageCode, Reply } from '../message.ts';
import { aside } from './aside.ts';
import { choiceId } from './choice-id.ts';
import { readCommand } from './command.ts';
import { correction } from './correction.ts';
import { type Draft, type Outcome, text } from './draft.ts';
import { withKeptOffer } from './kept.ts';
import { listen } from './listen.ts';
import { leadsAway } from './mid-talk.ts';
import { replyIdOf, talkNameOf } from './names.ts';
import { obey } from './obey.ts';
import { outcomeEffect } from './perform.ts';
import { answerInWords, isOpenChoice, isTestResult, press, typedChoice } from './pick.ts';
import { withoutPictures } from './picture-words.ts';
import { readable } from './readable.ts';
import { beforeTheEnd, goOn } from './relapse.ts';
import { spareDraft } from './spare.ts';
import type { Conversation, Open, Step, World } from './state.ts';
import { placeOf, readTalk } from './talk.ts';
import { stamped, type Turn } from './turn.ts';
import { titleOf } from './wording/choose.ts';

/** After six idle hours the next message starts anew and the old talk is offered. */
const idleMs = 6 * 60 * 60 * 1000;
/** A message is read up to here; beyond it only error codes are looked for. */
const longestSaid = 4000;
/** Characters; who answers a question in more words tells something else as well. */
const longestAnswer = 200;

/**
 * Answers one message. Pure: the same state, message and world give the same step, and nothing else is read.
 *
 * @param state null for a conversation of which nothing is known yet.
 * @returns the new state, at most one reply, and what operations should know. A message that was only overheard
 *   gets no reply.
 */
export function advance(state: Conversation | null, incoming: Incoming, world: World): Step {
  const before = state ?? newConversation(incoming, world);
  if (incoming.care) return spared(before, incoming, world, incoming.care);
  if (incoming.addressed === 'overheard') return { state: before, effects: [] };
  const rested = afterRest(before, incoming, world);
  const turn = turnOf(rested.state, incoming, world);
  const outcome = rested.outcome ?? answer(turn);
  const step = finish(turn, withKeptOffer(turn, rested.hint ? withHint(turn, outcome) : outcome));
  return { ...step, effects: [...rested.effects, ...step.effects] };
}

/** Leaves the talk as it is, so that what was asked can still be answered. */
function spared(
  state: Conversation,
  incoming: Incoming,
  world: World,
  care: NonNullable<Incoming['care']>,
): Step {
  const turn = turnOf(state, incoming, world);
  return { state, reply: replyOf(turn, { draft: spareDraft(turn, care) }, null), effects: [] };
}

/** Whether a message is a valid answer to what the bot waits for: a press of one of its choices, or words for one. */
export function answersOpen(state: Conversation, incoming: Incoming, world: World): boolean {
  if (!state.open) return false;
  const turn = turnOf(state, incoming, world);
  if (incoming.kind === 'choice') return isOpenChoice(turn, incoming.choice ?? '');
  const words = readable(incoming.text.slice(0, longestAnswer + 1));
  return words.length <= longestAnswer && words !== '' && typedChoice(turn, words) !== null;
}

/** A conversation in which nothing was said yet. */
export function newConversation(incoming: Incoming, world: World): Conversation {
  return {
    version: 1,
    talk: talkNameOf(incoming.conversation, world.seed),
    language: incoming.language ?? 'en',
    turn: 0,
    lastAt: world.now,
    knowledgeVersion: world.knowledge.version,
    events: [],
    open: null,
  };
}

function turnOf(state: Conversation, incoming: Incoming, world: World): Turn {
  const code = world.language ?? languageOf(state, incoming);
  const language = languages[code];
  const parameters = parametersOf(state, world);
  const { parameters: _before, ...rest } = state;
  return {
    state: {
      ...rest,
      ...(parameters ? { parameters: parameters.version } : {}),
      language: code,
      turn: state.turn + 1,
    },
    incoming,
    world,
    language,
    sentences: language.sentences,
    talk: readTalk(state.events, parameters),
    replyId: replyIdOf(incoming.conversation, incoming.eventKey),
  };
}

/** The numbers of this talk: those that it began with while they are kept, the newest for a talk that begins. */
function parametersOf(state: Conversation, { learning }: World): ParameterSet | undefined {
  if (state.events.length > 0 && !state.parameters) return undefined;
  const kept = learning?.sets.find(({ version }) => state.events.length > 0 && version === state.parameters);
  return kept ?? learning?.sets.at(-1);
}

/** `NET::ERR_CERT_DATE_INVALID`, `ImagePullBackOff` and `ERESOLVE` are what a program says, whoever pastes them. */
const programWords =
  /[\p{L}\p{N}]+(?:[_:./\\-]+[\p{L}\p{N}]+)+|\b\p{Lu}{2,}\p{N}*\b|\b\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+\b/gu;

/** The asker's language: what they write in, when that can be told; codes, numbers and buttons say nothing about it. */
function languageOf(state: Conversation, incoming: Incoming): LanguageCode {
  if (incoming.kind !== 'text') return state.language;
  const words = incoming.text.slice(0, longestSaid).replace(programWords, ' ');
  const latin = words.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  const detected = detectLanguage(words);
  if (detected === 'zh') return 'zh';
  // One or two Latin words in a Chinese talk are product names or labels, not another language.
  if (detected === 'en' && (latin >= 3 || (latin > 0 && state.turn === 0 && !incoming.language))) return 'en';
  return state.language;
}

interface Rested {
  readonly state: Conversation;
  readonly effects: Step['effects'];
  readonly outcome?: Outcome;
  /** The message begins something new; the old talk is only mentioned. */
  readonly hint?: true;
}

/** What the passing of time and the end of the last talk do before the message is read. */
function afterRest(state: Conversation, incoming: Incoming, world: World): Rested {
  const talk = readTalk(state.events);
  const going =
    talk.ended?.how === 'solved' && world.now - state.lastAt < idleMs && beforeTheEnd(state, incoming);
  if (going) {
    const again: Conversation = { ...state, events: going, open: null };
    return { state: again, effects: [], outcome: goOn(turnOf(again, incoming, world), state.events) };
  }
  if (talk.ended && opensNewTalk(incoming) && !answersOpen(state, incoming, world))
    return { state: { ...state, events: [], open: null }, effects: [] };
  if (world.now - state.lastAt < idleMs || talk.ended) return { state, effects: [] };
  // Words of yesterday that led nowhere are no part of what is said today.
  if (!talk.problem) return { state: withoutKept({ ...state, events: [], open: null }), effects: [] };
  const turn = turnOf({ ...state, open: null }, incoming, world);
  const fresh: Conversation = withoutKept({ ...state, events: [], open: null, previous: state.events });
  const effects = outcomeEffect(turn, 'unknown');
  const place = placeOf(talk, world.knowledge);
  const vague =
    incoming.kind !== 'text' || readCommand(incoming.text) !== null || [...incoming.text].length < 4;
  if (!place) return { state: fresh, effects };
  if (!vague) return { state: fresh, effects, hint: true };
  return {
    state: fresh,
    effects,
    outcome: offerResume(turn, titleOf(turn, place.pack.id, place.problem.id) ?? ''),
  };
}

function withoutKept({ kept: _kept, ...state }: Conversation): Conversation {
  return state;
}

function withHint(turn: Turn, outcome: Outcome): Outcome {
  const { draft } = outcome;
  return { ...outcome, draft: { ...draft, blocks: [text(turn.sentences.idleHint), ...draft.blocks] } };
}

/** After the end, words begin something new; "thanks", "back" and presses still belong to what ended. */
function opensNewTalk(incoming: Incoming): boolean {
  return incoming.kind === 'text' && readCommand(incoming.text) === null;
}

function offerResume(turn: Turn, title: string): Outcome {
  const { sentences } = turn;
  return {
    draft: {
      kind: 'choose',
      blocks: [text(sentences.idle(title))],
      about: {},
      wait: {
        kind: 'resume',
        options: [
          { label: sentences.resumeYes, action: { do: 'resume' } },
          { label: sentences.resumeNo, action: { do: 'startOver' } },
        ],
      },
    },
  };
}

function answer(turn: Turn): Outcome {
  const { incoming, sentences } = turn;
  if (knowledgeIsGone(turn)) return { events: [], draft: notice(sentences.knowledgeChanged) };
  if (incoming.kind === 'choice') return press(turn, incoming.choice ?? '');
  const said = readable(incoming.text);
  const words = withoutPictures(said);
  if (words === '')
    return aside(turn, [
      text(incoming.kind === 'picture' || said !== '' ? sentences.picture : sentences.empty),
    ]);
  const action = typedChoice(turn, words);
  const command = readCommand(words);
  // "Something else" begins anew, unless it is what one of the open choices says; "it works" may be how a test came out.
  const isChoice =
    ((command === 'startOver' || command === 'giveUp') && action) ||
    (command === 'worked' && action && isTestResult(turn, action));
  if (command && !isChoice) return obey(turn, command);
  const answers = action !== null && !leadsAway(turn, words);
  return correction(turn, words) ?? (answers ? answerInWords(turn, action, words) : listen(turn, words));
}

function knowledgeIsGone(turn: Turn): boolean {
  const { state, world, talk } = turn;
  return (
    talk.problem !== null &&
    state.knowledgeVersion !== world.knowledge.version &&
    placeOf(talk, world.knowledge) === null
  );
}

function notice(words: string): Draft {
  return { kind: 'notice', blocks: [text(words)], about: {} };
}

/** Gives the outcome its turn, ids and place in the state. */
function finish(turn: Turn, outcome: Outcome): Step {
  const { state, world } = turn;
  const events = outcome.events ?? [...state.events, ...stamped(turn, outcome.facts ?? [])];
  const open = outcome.keepOpen ? keptOpen(state.open, outcome.draft) : openOf(turn, outcome.draft);
  const next: Conversation = {
    ...state,
    language: outcome.language ?? state.language,
    events,
    open,
    lastAt: world.now,
    knowledgeVersion: world.knowledge.version,
    ...(outcome.kept ? { kept: outcome.kept } : {}),
  };
  const { previous, kept, ...rest } = next;
  return {
    state: {
      ...rest,
      ...(previous === undefined || events === previous ? {} : { previous }),
      ...(kept === undefined || kept.length === 0 ? {} : { kept }),
    },
    reply: replyOf(turn, outcome, open),
    effects: outcome.effects ?? [],
  };
}

/** What was open stays open under its old ids, with labels in the language that it is shown in now. */
function keptOpen(open: Open | null, { wait }: Draft): Open | null {
  if (!open || wait?.options.length !== open.options.length) return open;
  const options = open.options.map((option, index) => ({
    ...option,
    label: wait.options[index]?.label ?? option.label,
  }));
  return { ...open, options };
}

function openOf(turn: Turn, draft: Draft): Open | null {
  return draft.wait ? { ...draft.wait, turn: turn.state.turn } : null;
}

function replyOf(turn: Turn, { draft, language, chosen }: Outcome, open: Open | null): Reply {
  const options = draft.wait && open ? open.options : [];
  return {
    id: turn.replyId,
    kind: draft.kind,
    language: language ?? turn.state.language,
    blocks: draft.blocks,
    choices: options.map(({ label }, index) => ({
      id: choiceId({ talk: turn.state.talk, turn: (open as Open).turn, index }),
      label,
    })),
    about: draft.about,
    ...(chosen === undefined ? {} : { chosen }),
  };
}

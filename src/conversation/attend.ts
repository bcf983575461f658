import { detectLanguage } from '../languages/detect-language.ts';
import { languages } from '../languages/languages.ts';
import type { Incoming, LanguageCode, Reply } from '../message.ts';
import { recognise } from '../recognition/recognise.ts';
import { type ReadAdminCommand, readAdminCommand } from './admin-command.ts';
import { type Administered, administer, type Occasion, refuseCommand } from './administer.ts';
import { advance, answersOpen, newConversation } from './advance.ts';
import { readCommand } from './command.ts';
import { text } from './draft.ts';
import { replyIdOf } from './names.ts';
import { narrowed } from './narrowed.ts';
import { readable } from './readable.ts';
import type { Conversation, Effect, Step, World } from './state.ts';
import { readTalk } from './talk.ts';

/**
 * Answers one message as the place allows: what admins say changes the place, a talk that a person took over is left
 * alone, packs and language are the channel's. All else is `advance`, and this is as pure.
 */
export function attend(state: Conversation | null, incoming: Incoming, given: World): Step {
  const command = commandIn(state, incoming, given);
  if (command)
    return commanded(state, command, { incoming, world: given, language: languageOf(state, incoming) });
  const world = inPlace(given);
  const before = state ?? newConversation(incoming, world);
  // Kept, so that the same event is known when it comes again, and answered by the person.
  if (world.place?.takenOver) return leftToPerson(before, incoming, world);
  if (incoming.addressed === 'overheard' && !isCertain(incoming, world))
    return { state: before, effects: [] };
  const heard =
    incoming.addressed === 'overheard' ? ({ ...incoming, addressed: 'thread' } as const) : incoming;
  const closed = closedBefore(state, world);
  const step = spoken(closed.state, heard, world);
  const helped = incoming.admin && readCommand(incoming.text) === 'help' ? withAdminHelp(step) : step;
  return { ...helped, effects: [...closed.effects, ...step.effects] };
}

/** From this score on something beside a number says that it is a code, or the number can be nothing else. */
const certain = 0.7;

/** Whether a message names an error code of which there is no doubt: all that is answered without being asked. */
export function isCertain({ text: words, platform }: Incoming, { knowledge }: World): boolean {
  return recognise(words, knowledge, { platform }).codes.some(
    ({ named, sure, score }) => named && sure && score >= certain,
  );
}

/** An admin's command; from others only where it cannot be the answer to what was asked. */
function commandIn(state: Conversation | null, incoming: Incoming, world: World): ReadAdminCommand | null {
  if (incoming.kind !== 'text' || incoming.care || incoming.addressed === 'overheard') return null;
  const command = readAdminCommand(readable(incoming.text));
  if (!command || incoming.admin) return command;
  return state && answersOpen(state, incoming, world) ? null : command;
}

function commanded(state: Conversation | null, command: ReadAdminCommand, occasion: Occasion): Step {
  const { incoming, world } = occasion;
  const done = incoming.admin ? administer(command, occasion) : refuseCommand(command, occasion);
  const closed = done.solved ? closedBefore(state, { ...world, place: { solvedAt: world.now } }) : null;
  return {
    state: closed?.state ?? state ?? newConversation(incoming, world),
    reply: replyTo(occasion, done),
    effects: [...(closed?.effects ?? []), ...done.effects],
  };
}

/** The bot stays out of it; but a command is spoken to the bot alone, and silence would look like a fault. */
function leftToPerson(state: Conversation, incoming: Incoming, world: World): Step {
  if (incoming.addressed !== 'command' || incoming.kind !== 'text') return { state, effects: [] };
  const language = world.place?.language ?? languageOf(state, incoming);
  const blocks = [text(languages[language].sentences.adminPersonHasIt)];
  return { state, reply: replyTo({ incoming, language }, { blocks }), effects: [] };
}

function replyTo(
  { incoming, language }: Pick<Occasion, 'incoming' | 'language'>,
  { blocks, solved }: Pick<Administered, 'blocks' | 'solved'>,
): Reply {
  return {
    id: replyIdOf(incoming.conversation, incoming.eventKey),
    kind: 'notice',
    language,
    blocks,
    choices: [],
    about: solved ? { outcome: 'solved' } : {},
  };
}

function languageOf(state: Conversation | null, incoming: Incoming): LanguageCode {
  const detected = detectLanguage(incoming.text);
  return detected === 'other' ? (state?.language ?? incoming.language ?? 'en') : detected;
}

function inPlace(world: World): World {
  const packs = world.place?.packs;
  return packs ? { ...world, knowledge: narrowed(world.knowledge, packs) } : world;
}

/** A talk that an admin marked as solved after its last message is over; what is said now begins another. */
function closedBefore(
  state: Conversation | null,
  { place }: World,
): { readonly state: Conversation | null; readonly effects: readonly Effect[] } {
  const solvedAt = place?.solvedAt ?? 0;
  if (!state || state.lastAt >= solvedAt || state.events.length === 0) return { state, effects: [] };
  const { problem, ended } = readTalk(state.events);
  const { previous: _previous, ...rest } = state;
  const over: Conversation = { ...rest, events: [], open: null };
  if (!problem || ended) return { state: over, effects: [] };
  const outcome: Effect = {
    kind: 'outcome',
    pack: problem.pack,
    problem: problem.problem,
    outcome: 'solved',
    events: state.events,
  };
  return { state: over, effects: [outcome] };
}

/** In the channel's language where one is set: the message's own words cannot change it. */
function spoken(state: Conversation | null, incoming: Incoming, world: World): Step {
  const fixed = world.place?.language;
  if (!fixed) return advance(state, incoming, world);
  return advance(state, incoming, { ...world, language: fixed });
}

function withAdminHelp(step: Step): Step {
  const { reply } = step;
  if (!reply) return step;
  const help = text(languages[reply.language].sentences.adminHelp);
  return { ...step, reply: { ...reply, blocks: [...reply.blocks, help] } };
}

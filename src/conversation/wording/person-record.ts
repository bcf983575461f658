import type { Pack } from '../../knowledge/knowledge.ts';
import { factLabel } from '../../languages/facts/facts.ts';
import { textIn } from '../../languages/text.ts';
import type { Block } from '../../message.ts';
import type { PersonRecord, TalkEvent } from '../state.ts';
import type { Turn } from '../turn.ts';
import { titleOf } from './choose.ts';

/** A chat is no place for long lists; the whole is a file, which the operator gives. */
const mostTalks = 10;
const mostLines = 12;
const mostTickets = 5;

/** What is kept of a person, to be read by that person: the newest talks first. */
export function recordBlocks(turn: Turn, record: PersonRecord): Block[] {
  const { sentences } = turn;
  const talks = record.talks.toReversed().slice(0, mostTalks);
  return [
    { type: 'heading', text: sentences.exportTitle },
    {
      type: 'rows',
      rows: [
        { label: sentences.exportTalks, value: String(record.talks.length) },
        { label: sentences.exportMessages, value: String(record.messages.length) },
        { label: sentences.exportTickets, value: String(ticketsOf(record).length) },
        { label: sentences.exportLessons, value: String(record.learnt.length) },
      ],
    },
    ...talks.flatMap((talk) => talkBlocks(turn, talk)),
    ...ticketsOf(record)
      .toReversed()
      .slice(0, mostTickets)
      .flatMap(({ at, id, lines }): Block[] => [
        { type: 'heading', text: sentences.exportTicket(id, day(at)) },
        { type: 'list', items: lines },
      ]),
  ];
}

function ticketsOf({ effects }: PersonRecord): { at: number; id: string; lines: readonly string[] }[] {
  return effects.flatMap(({ at, effect }) =>
    effect.kind === 'ticket' ? [{ at, id: effect.ticket.id, lines: effect.ticket.lines }] : [],
  );
}

function talkBlocks(turn: Turn, { at, state }: PersonRecord['talks'][number]): Block[] {
  const events = [...(state?.previous ?? []), ...(state?.events ?? [])];
  let pack: Pack | undefined;
  const lines = events.flatMap((event) => {
    if (event.type === 'opened') pack = turn.world.knowledge.packs[event.pack];
    return lineOf(turn, event, pack) ?? [];
  });
  if (lines.length === 0) return [];
  return [
    { type: 'heading', text: turn.sentences.exportTalk(day(at)) },
    { type: 'list', items: lines.slice(-mostLines) },
  ];
}

/** What one event keeps, in words; null for what says nothing about the person. */
function lineOf(turn: Turn, event: TalkEvent, pack: Pack | undefined): string | null {
  const { sentences, language } = turn;
  switch (event.type) {
    case 'said':
      return `“${event.text}”`;
    case 'opened':
      return `${sentences.exportAbout} ${titleOf(turn, event.pack, event.problem) ?? event.problem}`;
    case 'answered':
      return answerLine(turn, event, pack);
    case 'tried':
      return sentences.trailTried(
        textIn(pack?.fixes[event.fix]?.title ?? { en: event.fix }, language.code),
        event.outcome,
      );
    case 'told':
      return factLabel(event.fact, language.code);
    case 'version':
      return event.label;
    default:
      return null;
  }
}

function answerLine(
  { sentences, language }: Turn,
  event: Extract<TalkEvent, { type: 'answered' }>,
  pack: Pack | undefined,
): string {
  const observation = pack?.observations[event.observation];
  const label = observation?.answers.find(({ id }) => id === event.answer)?.label;
  const unlabelled = event.answer === 'unknown' ? sentences.dontKnow : event.answer;
  return sentences.trailAnswer(
    textIn(observation?.title ?? { en: event.observation }, language.code),
    label ? textIn(label, language.code) : unlabelled,
  );
}

/** The day in universal time, as 2026-11-23. */
function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

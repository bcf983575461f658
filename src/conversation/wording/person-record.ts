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
  const lines = events.flatMap((event) => lineOf(turn, event) ?? []);
  if (lines.length === 0) return [];
  return [
    { type: 'heading', text: turn.sentences.exportTalk(day(at)) },
    { type: 'list', items: lines.slice(-mostLines) },
  ];
}

/** What one event keeps, in words; null for what says nothing about the person. */
function lineOf(turn: Turn, event: TalkEvent): string | null {
  const { sentences } = turn;
  switch (event.type) {
    case 'said':
      return `“${event.text}”`;
    case 'opened':
      return `${sentences.exportAbout} ${titleOf(turn, event.pack, event.problem) ?? event.problem}`;
    case 'answered':
      return `${event.observation}: ${event.answer}`;
    case 'tried':
      return `${event.fix}: ${event.outcome}`;
    case 'told':
      return event.fact;
    case 'version':
      return event.label;
    default:
      return null;
  }
}

/** The day in universal time, as 2026-11-23. */
function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

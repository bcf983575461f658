import { textIn } from '../../languages/text.ts';
import { type Draft, text } from '../draft.ts';
import type { Option, Ticket } from '../state.ts';
import { placeOf, systemOf, versionOf } from '../talk.ts';
import type { Turn } from '../turn.ts';
import { trailLines } from './trail.ts';

/**
 * Shows what a person would get, and asks. `asked`: the person wanted it; else the engine has nothing left that is
 * worth their time.
 */
export function handOverDraft(turn: Turn, asked: boolean): Draft {
  const { sentences, talk, world } = turn;
  const place = placeOf(talk, world.knowledge);
  const lines = trailLines(turn);
  const options: Option[] = [{ label: sentences.sendTicket, action: { do: 'sendTicket' } }];
  if (asked)
    options.push({ label: talk.problem ? sentences.goOn : sentences.dontSend, action: { do: 'continue' } });
  options.push({ label: sentences.startOverLabel, action: { do: 'startOver' } });
  return {
    kind: 'handover',
    blocks: [
      text(asked ? sentences.handOverAsked : sentences.handOverLead),
      ...(place ? [text(textIn(place.pack.handOver, turn.language.code))] : []),
      text(sentences.handOverPreview),
      { type: 'list', items: lines.length > 0 ? lines : [sentences.handOverNothing] },
    ],
    about: talk.problem ?? {},
    wait: { kind: 'handover', options, ...(asked ? { aside: true as const } : {}) },
  };
}

/** The ticket of a talk, exactly as previewed. */
export function ticketOf(turn: Turn, id: string): Ticket {
  const system = systemOf(turn.talk);
  const version = versionOf(turn.talk);
  return {
    id,
    language: turn.language.code,
    ...(turn.talk.problem ? { pack: turn.talk.problem.pack, problem: turn.talk.problem.problem } : {}),
    ...(system ? { system } : {}),
    ...(version ? { version } : {}),
    lines: trailLines(turn),
  };
}

/** Says that the ticket is on its way. */
export function sentDraft(turn: Turn, ticket: string): Draft {
  return {
    kind: 'handover',
    blocks: [text(turn.sentences.ticketSent(ticket))],
    about: turn.talk.problem ?? {},
  };
}

import type { Effect } from '../conversation/state.ts';
import type { StoredTicket } from '../operations/tickets.ts';
import type { StoredUnanswered } from '../operations/unanswered.ts';
import type { Prepare } from './statements.ts';

interface TicketRow {
  readonly conversation: string;
  readonly at: number;
  readonly body: string;
}

interface EffectSource {
  readonly conversation: string;
  readonly person: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface EffectTable {
  insert(effect: Effect, about: EffectSource): void;
  /** Newest first. */
  tickets(limit: number): readonly StoredTicket[];
  ticket(id: string): StoredTicket | null;
  /** Newest first. */
  unanswered(limit: number): readonly StoredUnanswered[];
}

/** What conversations tell operations. A hand-over's ticket is an effect, found by its id. */
export function createEffectTable(prepare: Prepare): EffectTable {
  const insert = prepare<[string, string, string, string | null, number, string]>(
    'INSERT INTO effect (conversation, person, kind, ticket, at, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const newest = prepare<[number], TicketRow>(
    'SELECT conversation, at, body FROM effect WHERE ticket IS NOT NULL ORDER BY id DESC LIMIT ?',
  );
  const byId = prepare<[string], TicketRow>(
    'SELECT conversation, at, body FROM effect WHERE ticket = ? ORDER BY id DESC LIMIT 1',
  );

  const notUnderstood = prepare<[number], TicketRow>(
    "SELECT conversation, at, body FROM effect WHERE kind = 'unanswered' ORDER BY id DESC LIMIT ?",
  );

  return {
    insert(effect, { conversation, person, at }) {
      const ticket = effect.kind === 'ticket' ? effect.ticket.id : null;
      insert.run(conversation, person, effect.kind, ticket, at, JSON.stringify(effect));
    },
    tickets: (limit) => newest.all(limit).flatMap(toTicket),
    ticket(id) {
      const row = byId.get(id);
      return (row && toTicket(row)[0]) ?? null;
    },
    unanswered: (limit) => notUnderstood.all(limit).flatMap(toUnanswered),
  };
}

function toTicket({ conversation, at, body }: TicketRow): StoredTicket[] {
  // Written by `insert` from an Effect.
  const effect = JSON.parse(body) as Effect;
  return effect.kind === 'ticket' ? [{ conversation, at, ticket: effect.ticket }] : [];
}

function toUnanswered({ conversation, at, body }: TicketRow): StoredUnanswered[] {
  const effect = JSON.parse(body) as Effect;
  if (effect.kind !== 'unanswered') return [];
  const { text, language, nearest } = effect;
  return [{ conversation, at, text, language, nearest }];
}

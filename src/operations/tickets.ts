import type { CompletedStep } from '../delivery/store.ts';

/** A talk handed to a person, as the conversation wrote it. */
type Ticket = Extract<CompletedStep['effects'][number], { readonly kind: 'ticket' }>['ticket'];

export interface StoredTicket {
  readonly conversation: string;
  /** Epoch milliseconds of the hand-over. */
  readonly at: number;
  readonly ticket: Ticket;
}

/** What operations needs from a database to show what was handed over. */
export interface TicketStore {
  /** Newest first. */
  list(limit: number): Promise<readonly StoredTicket[]>;
  /** Null when there is none of this id. */
  get(id: string): Promise<StoredTicket | null>;
}

/** The whole ticket as plain text, to read or to paste into another system; its lines are in the asker's language. */
export function renderTicket(stored: StoredTicket): string {
  const head = factsOf(stored).map(([label, value]) => `${label}: ${value}`);
  return [...head, '', ...stored.ticket.lines, ''].join('\n');
}

/** What stands above a ticket's lines, as labels and values; what is not known is left out. */
export function factsOf({ conversation, at, ticket }: StoredTicket): readonly (readonly [string, string])[] {
  const facts = [
    ['Ticket', ticket.id],
    ['Handed over', new Date(at).toISOString()],
    ['Conversation', conversation],
    ['Problem', problemOf(ticket)],
    ['System', ticket.system],
    ['Language', ticket.language],
  ] as const;
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** One line per ticket: id, time, problem; in columns. '' when there are none. */
export function renderTicketList(tickets: readonly StoredTicket[]): string {
  const width = Math.max(0, ...tickets.map(({ ticket }) => ticket.id.length));
  return tickets
    .map(
      ({ at, ticket }) =>
        `${ticket.id.padEnd(width)}  ${new Date(at).toISOString()}  ${problemOf(ticket) ?? '-'}\n`,
    )
    .join('');
}

function problemOf({ pack, problem }: Ticket): string | undefined {
  return pack && problem ? `${pack}/${problem}` : problem;
}

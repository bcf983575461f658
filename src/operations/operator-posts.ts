import type { CompletedStep } from '../delivery/store.ts';
import type { Block, Incoming, Reply } from '../message.ts';
import { factsOf } from './tickets.ts';

/** A channel whose members get what is handed over. */
export interface Operator {
  /** Name of the platform. */
  readonly platform: string;
  /** The platform's own name of the channel. */
  readonly channel: string;
}

/** Something for a channel of operators. */
interface OperatorPost extends Operator {
  readonly reply: Reply;
}

interface Occasion {
  readonly effects: CompletedStep['effects'];
  readonly incoming: Pick<Incoming, 'platform' | 'conversation' | 'eventKey'>;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Where the talk, or its person, is found; null where nobody can be sent there. */
  readonly link: string | null;
}

/** What operators get of a step: each ticket whole, once per channel. Pure; the same step gives the same posts. */
export function operatorPosts(operators: readonly Operator[], occasion: Occasion): readonly OperatorPost[] {
  const tickets = occasion.effects.flatMap((effect) => (effect.kind === 'ticket' ? [effect.ticket] : []));
  return tickets.flatMap((ticket) =>
    operators.map((operator) => ({
      ...operator,
      reply: {
        id: `${occasion.incoming.platform}:${occasion.incoming.eventKey}:ticket ${ticket.id}:${operator.platform}:${operator.channel}`,
        kind: 'handover',
        language: ticket.language,
        blocks: blocksOf(ticket, occasion),
        choices: [],
        about: {},
      },
    })),
  );
}

type Ticket = Parameters<typeof factsOf>[0]['ticket'];

function blocksOf(ticket: Ticket, { incoming, at, link }: Occasion): readonly Block[] {
  const facts = factsOf({ conversation: incoming.conversation, at, ticket });
  const shown = facts.filter(([label]) => label !== 'Ticket' && label !== 'Conversation');
  const where = link ?? `${incoming.platform} (nobody else can be sent there)`;
  return [
    { type: 'heading', text: `Ticket ${ticket.id}` },
    { type: 'rows', rows: [...shown, ['Talk', where] as const].map(([label, value]) => ({ label, value })) },
    { type: 'list', items: ticket.lines },
  ];
}

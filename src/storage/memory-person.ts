import type { Consent, PersonRecord } from '../conversation/state.ts';
import type { CompletedStep } from '../delivery/store.ts';
import type { Incoming } from '../message.ts';
import { forgetInAudit } from './memory-audit.ts';
import type { MemoryMessage, MemoryTables } from './memory-tables.ts';

/** Everything that is kept of one person, from every table. */
export function recordOfPerson(tables: MemoryTables, person: string): PersonRecord {
  const own = ownedBy(tables, person);
  const language = tables.languages.get(person);
  return {
    person,
    consent: tables.consents.get(person) ?? null,
    ...(language === undefined ? {} : { language }),
    talks: own.map(({ conversation, at, address }) => ({
      conversation,
      at,
      address,
      state: tables.conversations.get(conversation)?.state ?? null,
    })),
    messages: tables.inbox
      .filter(({ incoming }) => incoming.person === person)
      .map(({ incoming, receivedAt, answeredAt, deadReason }) => ({
        at: receivedAt,
        conversation: incoming.conversation,
        ...(answeredAt === null || deadReason !== null ? { text: incoming.text } : {}),
      })),
    replies: tables.replies
      .filter(({ conversation }) => own.some((one) => one.conversation === conversation))
      .map(({ conversation, reply }) => ({ conversation, reply })),
    effects: tables.effects
      .filter((one) => one.person === person)
      .map(({ at, conversation, effect }) => ({ at, conversation, effect })),
    learnt: [...tables.ledger.values()]
      .filter(({ identity }) => identity === person)
      .map(({ at, pack, problem, outcome, fix, evidence }) => ({
        at,
        pack,
        problem,
        outcome,
        ...(fix === undefined ? {} : { fix }),
        evidence,
      })),
  };
}

function ownedBy({ owners }: MemoryTables, person: string) {
  return Array.from(owners, ([conversation, owner]) => ({ conversation, ...owner }))
    .filter((owner) => owner.person === person)
    .sort((one, other) => one.at - other.at);
}

/** Who withdraws takes back what was learnt from them before. */
export function consent(tables: MemoryTables, person: string, given: Consent): void {
  tables.consents.set(person, given);
  if (!given.learning) forgetInLedger(tables, person);
}

/** @returns how many rows there were of that identity */
export function forgetInLedger({ ledger }: MemoryTables, identity: string): number {
  const gone = [...ledger.values()].filter((row) => row.identity === identity);
  for (const { id } of gone) ledger.delete(id);
  return gone.length;
}

/**
 * Takes everything of the person who asked for it away, as the tables on a disk do: their talks, what they were told
 * elsewhere, tickets, lessons. The message that asked and its reply stay, without anything that was said.
 */
export function forgetPerson(tables: MemoryTables, { message, at }: CompletedStep): void {
  const { person } = message.incoming;
  const own = new Set(ownedBy(tables, person).map(({ conversation }) => conversation));
  const elsewhere = unreadElsewhere(tables, person);
  keep(tables.replies, (reply) =>
    reply.message === message.sequence ? true : !own.has(reply.conversation) && !elsewhere.has(reply.message),
  );
  keep(tables.outbox, ({ conversation }) => !own.has(conversation));
  keep(tables.effects, (effect) => !own.has(effect.conversation) && effect.person !== person);
  for (const conversation of own) {
    tables.owners.delete(conversation);
    if (conversation === message.incoming.conversation) tables.conversations.set(conversation, null);
    else tables.conversations.delete(conversation);
  }
  emptyMessages(tables, { person, asked: message.sequence, at });
  forgetInLedger(tables, person);
  forgetInAudit(tables, person);
  tables.consents.delete(person);
  tables.languages.delete(person);
}

/** Messages of theirs whose replies stand in no outbox any more: only the talk of somebody else still has them. */
function unreadElsewhere({ inbox, outbox }: MemoryTables, person: string): ReadonlySet<number> {
  const isSentFor = ({ platform, eventKey }: Incoming): boolean =>
    outbox.some(({ idempotencyKey }) => idempotencyKey.startsWith(`${platform}:${eventKey}:`));
  const theirs = inbox.filter(({ incoming }) => incoming.person === person && !isSentFor(incoming));
  return new Set(theirs.map(({ sequence }) => sequence));
}

/** Of a message stays what tells a late repeat of it. */
function emptyMessages(
  { inbox }: MemoryTables,
  { person, asked, at }: { readonly person: string; readonly asked: number; readonly at: number },
): void {
  for (const [index, message] of inbox.entries()) {
    if (message.incoming.person !== person) continue;
    const conversation = message.sequence === asked ? message.incoming.conversation : '';
    inbox[index] = { ...emptied(message, conversation), answeredAt: message.answeredAt ?? at };
  }
}

function emptied(message: MemoryMessage, conversation: string): MemoryMessage {
  const { platform, eventKey, kind, addressed } = message.incoming;
  const incoming = { platform, eventKey, kind, addressed, conversation, person: '', text: '' };
  return { ...message, incoming: { ...incoming, address: { to: '' } }, deadReason: null };
}

function keep<Row>(rows: Row[], isKept: (row: Row) => boolean): void {
  rows.splice(0, rows.length, ...rows.filter(isKept));
}

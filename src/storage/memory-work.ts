import { changedPlace } from '../conversation/place.ts';
import { newCalls } from '../delivery/outbox-call.ts';
import type {
  Completed,
  CompletedStep,
  DeadLetter,
  EventName,
  InboxMessage,
  OutboxCall,
  Received,
} from '../delivery/store.ts';
import { VersionConflict } from '../delivery/store-errors.ts';
import type { LedgerRow } from '../diagnosis/ledger.ts';
import type { Address, Incoming, StoredReply } from '../message.ts';
import type { StoredTicket } from '../operations/tickets.ts';
import type { StoredUnanswered } from '../operations/unanswered.ts';
import { auditEntriesOf } from './audit-entries.ts';
import { ledgerRowsOf } from './ledger-table.ts';
import { appendAudit } from './memory-audit.ts';
import { consent, forgetPerson } from './memory-person.ts';
import {
  isOpen,
  type MemoryCall,
  type MemoryMessage,
  type MemoryTables,
  throughJson,
} from './memory-tables.ts';

export function insertMessage(tables: MemoryTables, incoming: Incoming, receivedAt: number): Received {
  const known = findMessage(tables, incoming);
  if (known) return { status: 'duplicate', sequence: known.sequence };
  const sequence = tables.inbox.length + 1;
  const message = {
    sequence,
    incoming: throughJson(incoming),
    receivedAt,
    attempts: 0,
    answeredAt: null,
    deadReason: null,
  };
  tables.inbox.push(message);
  return { status: 'accepted', sequence };
}

function findMessage(
  tables: MemoryTables,
  event: Pick<Incoming, 'platform' | 'eventKey'>,
): MemoryMessage | undefined {
  return tables.inbox.find(
    ({ incoming }) => incoming.platform === event.platform && incoming.eventKey === event.eventKey,
  );
}

export function waiting(tables: MemoryTables): readonly InboxMessage[] {
  return tables.inbox
    .filter(({ answeredAt }) => answeredAt === null)
    .map(({ sequence, incoming, receivedAt, attempts }) => ({ sequence, incoming, receivedAt, attempts }));
}

export function countAttempt(tables: MemoryTables, sequence: number): number {
  const message = tables.inbox[sequence - 1];
  if (!message) return 0;
  tables.inbox[sequence - 1] = { ...message, attempts: message.attempts + 1 };
  return message.attempts + 1;
}

export function complete(tables: MemoryTables, given: CompletedStep): Completed {
  const step = throughJson(given);
  const { sequence, incoming } = step.message;
  const message = tables.inbox[sequence - 1];
  if (message?.answeredAt !== null) return { replies: repliesOf(tables, sequence), calls: [] };
  saveState(tables, step);
  own(tables, step);
  const deadReason = step.status === 'dead' ? (step.reason ?? 'no reason given') : null;
  tables.inbox[sequence - 1] = { ...message, answeredAt: step.at, deadReason };
  if (step.reply) {
    tables.last.reply += 1;
    const reply = { sequence: tables.last.reply, reply: step.reply };
    tables.replies.push({ ...reply, message: sequence, conversation: incoming.conversation });
  }
  applyEffects(tables, step);
  for (const entry of auditEntriesOf(step)) appendAudit(tables, entry);
  if (tables.consents.get(incoming.person)?.learning)
    for (const row of ledgerRowsOf(step)) tables.ledger.set(row.id, row);
  return {
    replies: repliesOf(tables, sequence),
    calls: newCalls(step).map((call) => insertCall(tables, call)),
  };
}

/** What operations are told is kept; what a person decided is done at once. */
function applyEffects(tables: MemoryTables, step: CompletedStep): void {
  const { conversation, person } = step.message.incoming;
  for (const effect of step.effects)
    if (effect.kind === 'forget') forgetPerson(tables, step);
    else if (effect.kind === 'consent')
      consent(tables, person, { learning: effect.learning, version: effect.version, at: step.at });
    else if (effect.kind === 'place')
      tables.places.set(effect.id, changedPlace(tables.places.get(effect.id) ?? {}, effect.change));
    else if (effect.kind !== 'audit') tables.effects.push({ conversation, person, at: step.at, effect });
}

/** A talk belongs to whoever began it. */
function own({ owners }: MemoryTables, { message: { incoming }, at }: CompletedStep): void {
  const { conversation, address } = incoming;
  owners.set(conversation, { person: owners.get(conversation)?.person ?? incoming.person, at, address });
}

function saveState(tables: MemoryTables, { state, expectedVersion, message }: CompletedStep): void {
  const id = message.incoming.conversation;
  const version = tables.conversations.get(id)?.version ?? null;
  if (state === null) tables.conversations.set(id, tables.conversations.get(id) ?? null);
  else if (version !== expectedVersion) throw new VersionConflict(id, expectedVersion);
  else tables.conversations.set(id, { version: (version ?? 0) + 1, state });
}

function insertCall(tables: MemoryTables, call: Omit<OutboxCall, 'id'>): OutboxCall {
  tables.last.call += 1;
  const stored = { ...call, id: tables.last.call };
  tables.outbox.push({ ...stored, reason: null, settledAt: 0, receipt: null });
  return stored;
}

export function change(
  tables: MemoryTables,
  id: number,
  changed: (call: MemoryCall) => Partial<MemoryCall>,
): void {
  const index = tables.outbox.findIndex((one) => one.id === id);
  const call = tables.outbox[index];
  if (call && isOpen(call)) tables.outbox[index] = { ...call, ...changed(call) };
}

function toCall({ reason, settledAt, receipt, ...call }: MemoryCall & OutboxCall): OutboxCall {
  return call;
}

function repliesOf(tables: MemoryTables, message: number): readonly StoredReply[] {
  return tables.replies
    .filter((reply) => reply.message === message)
    .map(({ sequence, reply }) => ({ sequence, reply }));
}

export function deadLetters(tables: MemoryTables): readonly DeadLetter[] {
  const messages = tables.inbox.flatMap(({ sequence, incoming, deadReason, answeredAt }): DeadLetter[] =>
    deadReason === null
      ? []
      : [
          {
            kind: 'message',
            id: sequence,
            platform: incoming.platform,
            conversation: incoming.conversation,
            reason: deadReason,
            at: answeredAt ?? 0,
          },
        ],
  );
  const calls = tables.outbox.flatMap(({ id, platform, conversation, reason, settledAt }): DeadLetter[] =>
    reason === null ? [] : [{ kind: 'call', id, platform, conversation, reason, at: settledAt }],
  );
  return [...messages.reverse(), ...calls.reverse()].sort((a, b) => b.at - a.at);
}

export function tickets(tables: MemoryTables): readonly StoredTicket[] {
  return tables.effects
    .flatMap(({ conversation, at, effect }) =>
      effect.kind === 'ticket' ? [{ conversation, at, ticket: effect.ticket }] : [],
    )
    .reverse();
}

/** Words that were not understood, newest first. */
export function notUnderstood(tables: MemoryTables): readonly StoredUnanswered[] {
  return tables.effects
    .flatMap(({ conversation, at, effect }) => {
      if (effect.kind !== 'unanswered') return [];
      const { text, language, nearest } = effect;
      return [{ conversation, at, text, language, nearest }];
    })
    .reverse();
}

export function openCalls(tables: MemoryTables): readonly OutboxCall[] {
  return tables.outbox.filter(isOpen).map(toCall);
}

export function answersTo(tables: MemoryTables, event: EventName): readonly StoredReply[] | null {
  const message = findMessage(tables, event);
  if (!message || message.answeredAt === null || message.incoming.conversation !== event.conversation)
    return null;
  return repliesOf(tables, message.sequence);
}

export function repliesIn(tables: MemoryTables, conversation: string): readonly StoredReply[] {
  return tables.replies
    .filter((reply) => reply.conversation === conversation)
    .map(({ sequence, reply }) => ({ sequence, reply }));
}

/** Of answered messages, those answered last first, each conversation's newest alone. */
export function addresses(tables: MemoryTables, platform: string): readonly Address[] {
  const answered = tables.inbox
    .filter(
      ({ answeredAt, incoming }) =>
        answeredAt !== null && incoming.platform === platform && incoming.address.to !== '',
    )
    .sort((one, other) => (one.answeredAt ?? 0) - (other.answeredAt ?? 0));
  const newest = new Map<string, Address>();
  for (const { incoming } of answered) {
    newest.delete(incoming.conversation);
    newest.set(incoming.conversation, incoming.address);
  }
  return [...newest.values()].reverse();
}

export function isKnown(tables: MemoryTables, conversation: string): boolean {
  return (
    tables.conversations.has(conversation) ||
    waiting(tables).some(({ incoming }) => incoming.conversation === conversation)
  );
}

export function ledger(tables: MemoryTables): readonly LedgerRow[] {
  return [...tables.ledger.values()].sort((one, two) => one.at - two.at || (one.id < two.id ? -1 : 1));
}

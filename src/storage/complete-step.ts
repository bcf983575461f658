import type { Completed, CompletedStep, StoredConversation } from '../delivery/store.ts';
import { auditEntriesOf } from './audit-entries.ts';
import { ledgerRowsOf } from './ledger-table.ts';
import type { Tables } from './tables.ts';

export interface StepResult {
  readonly completed: Completed;
  /** The conversation as it is now; null when the step left its state alone. */
  readonly saved: StoredConversation | null;
  /** Conversations of which nothing is left, because their person wanted it. */
  readonly forgotten: readonly string[];
}

/** Writes all of a step, inside a transaction that somebody else holds. @throws VersionConflict */
export function completeStep(tables: Tables, step: CompletedStep): StepResult {
  const { sequence, incoming } = step.message;
  const deadReason = step.status === 'dead' ? (step.reason ?? 'no reason given') : null;
  if (!tables.inbox.answer({ sequence, at: step.at, deadReason }))
    return { completed: { replies: tables.replies.of(sequence), calls: [] }, saved: null, forgotten: [] };
  const saved = tables.conversations.save(step);
  const replies = step.reply ? [tables.replies.insert(sequence, incoming.conversation, step.reply)] : [];
  const forgotten = applyEffects(tables, step);
  for (const entry of auditEntriesOf(step)) tables.audit.append(entry);
  learn(tables, step);
  const calls = tables.outbox.insert(step, replies[0]?.sequence ?? null);
  return { completed: { replies, calls }, saved: forgotten.length > 0 ? null : saved, forgotten };
}

/** What operations are told is kept; what a person decided is done at once. */
function applyEffects(tables: Tables, { effects, message, at }: CompletedStep): readonly string[] {
  const { conversation, person } = message.incoming;
  let forgotten: readonly string[] = [];
  for (const effect of effects) {
    if (effect.kind === 'forget')
      forgotten = tables.forget({ person, at, asked: { message: message.sequence, conversation } });
    else if (effect.kind === 'consent') consent(tables, person, { ...effect, at });
    else if (effect.kind === 'place') tables.places.change(effect.id, effect.change);
    else if (effect.kind !== 'audit') tables.effects.insert(effect, { conversation, person, at });
  }
  return forgotten;
}

/** Who withdraws takes back what was learnt from them before. */
function consent(
  tables: Tables,
  person: string,
  { learning, version, at }: { readonly learning: boolean; readonly version: number; readonly at: number },
): void {
  tables.consents.put(person, { learning, version, at });
  if (!learning) tables.ledger.forget(person);
}

/** A talk of somebody who did not agree to it teaches nothing. */
function learn(tables: Tables, step: CompletedStep): void {
  const rows = ledgerRowsOf(step);
  if (rows.length === 0 || tables.consents.get(step.message.incoming.person)?.learning !== true) return;
  for (const row of rows) tables.ledger.put(row);
}

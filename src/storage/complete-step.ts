import type { Completed, CompletedStep, StoredConversation } from '../delivery/store.ts';
import { auditEntriesOf } from './audit-entries.ts';
import { ledgerRowsOf } from './ledger-table.ts';
import type { Tables } from './tables.ts';

export interface StepResult {
  readonly completed: Completed;
  /** The conversation as it is now; null when the step left its state alone. */
  readonly saved: StoredConversation | null;
}

/** Writes all of a step, inside a transaction that somebody else holds. @throws VersionConflict */
export function completeStep(tables: Tables, step: CompletedStep): StepResult {
  const { sequence, incoming } = step.message;
  const deadReason = step.status === 'dead' ? (step.reason ?? 'no reason given') : null;
  if (!tables.inbox.answer({ sequence, at: step.at, deadReason }))
    return { completed: { replies: tables.replies.of(sequence), calls: [] }, saved: null };
  const saved = tables.conversations.save(step);
  const replies = step.reply ? [tables.replies.insert(sequence, incoming.conversation, step.reply)] : [];
  for (const effect of step.effects)
    if (effect.kind === 'place') tables.places.change(effect.id, effect.change);
    else if (effect.kind !== 'audit') tables.effects.insert(effect, { ...incoming, at: step.at });
  for (const entry of auditEntriesOf(step)) tables.audit.append(entry);
  for (const row of ledgerRowsOf(step)) tables.ledger.put(row);
  const calls = tables.outbox.insert(step, replies[0]?.sequence ?? null);
  return { completed: { replies, calls }, saved };
}

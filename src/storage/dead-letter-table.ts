import type { DeadLetter } from '../delivery/store.ts';
import type { LetterName } from '../operations/dead-letters.ts';
import type { InboxTable } from './inbox-table.ts';
import type { OutboxTable } from './outbox-table.ts';
import type { Prepare } from './statements.ts';

export interface DeadLetterTable {
  /** False when there is nothing of this name to try again. @param at epoch milliseconds */
  replay(letter: LetterName, at: number): boolean;
}

/** Takes back that something was given up. */
export function createDeadLetterTable(prepare: Prepare): DeadLetterTable {
  // A message whose words are gone, because its person is forgotten, cannot be answered any more.
  const message = prepare<[number]>(
    `UPDATE inbox SET answered_at = NULL, dead_reason = NULL, attempts = 0
     WHERE sequence = ? AND dead_reason IS NOT NULL AND incoming IS NOT NULL`,
  );
  // What was said instead, an apology, stays said; its place is free for the answer.
  const apology = prepare<[number]>('UPDATE reply SET message = NULL WHERE message = ?');
  const apologyCalls = prepare<[number]>(
    `UPDATE outbox SET idempotency_key = idempotency_key || ' before replay ' || id
     WHERE reply = (SELECT sequence FROM reply WHERE message = ?)`,
  );
  const call = prepare<[number, number]>(
    `UPDATE outbox SET status = 'pending', attempts = 0, reason = NULL, settled_at = NULL, not_before = ?
     WHERE id = ? AND reason IS NOT NULL AND body IS NOT NULL`,
  );

  return {
    replay({ kind, id }, at) {
      if (kind === 'call') return call.run(at, id).changes === 1;
      if (message.run(id).changes === 0) return false;
      apologyCalls.run(id);
      apology.run(id);
      return true;
    },
  };
}

/** What was given up in both directions, newest first. */
export function newestLetters(
  {
    inbox,
    outbox,
  }: { readonly inbox: Pick<InboxTable, 'dead'>; readonly outbox: Pick<OutboxTable, 'letters'> },
  limit: number,
): readonly DeadLetter[] {
  return [...inbox.dead(limit), ...outbox.letters(limit)].sort((a, b) => b.at - a.at).slice(0, limit);
}

import { newCalls } from '../delivery/outbox-call.ts';
import type { CompletedStep, DeadLetter, OutboxCall } from '../delivery/store.ts';
import type { Call, Receipt } from '../message.ts';
import type { Prepare } from './statements.ts';

type CallRow = Omit<OutboxCall, 'call'> & { readonly body: string };

export interface OutboxTable {
  /** All calls of a step, pending. @param reply the sequence of the step’s reply, null when there is none */
  insert(step: CompletedStep, reply: number | null): readonly OutboxCall[];
  open(after: number, limit: number): readonly OutboxCall[];
  sending(id: number): void;
  sent(id: number, receipt: Receipt, at: number): void;
  retry(id: number, notBefore: number): void;
  dead(id: number, end: { status: 'dead' | 'unknown'; reason: string; at: number }): void;
  letters(limit: number): readonly DeadLetter[];
  countOpen(): number;
  countDead(): number;
}

/** Requests to platforms, one row each. */
export function createOutboxTable(prepare: Prepare): OutboxTable {
  const statements = compile(prepare);

  return {
    insert(step, reply) {
      return newCalls(step).map((call) => {
        const { idempotencyKey, platform, conversation, notBefore, expiresAt } = call;
        const body = JSON.stringify(call.call);
        const result = statements.insert.run(
          idempotencyKey,
          platform,
          conversation,
          reply,
          notBefore,
          expiresAt,
          body,
        );
        return { ...call, id: Number(result.lastInsertRowid) };
      });
    },
    open: (after, limit) => statements.open.all(after, limit).map(toCall),
    sending: (id) => void statements.sending.run(id),
    sent: (id, receipt, at) => void statements.sent.run(at, receipt.messageId ?? null, id),
    retry: (id, notBefore) => void statements.retry.run(notBefore, id),
    dead: (id, { status, reason, at }) => void statements.dead.run(status, reason, at, id),
    letters: (limit) => statements.letters.all(limit).map((letter) => ({ kind: 'call', ...letter })),
    countOpen: () => statements.countOpen.get()?.count ?? 0,
    countDead: () => statements.countDead.get()?.count ?? 0,
  };
}

function toCall({ body, ...rest }: CallRow): OutboxCall {
  // Written by `insert` from a Call.
  return { ...rest, call: JSON.parse(body) as Call };
}

function compile(prepare: Prepare) {
  return {
    insert: prepare<[string, string, string, number | null, number, number | null, string]>(
      `INSERT INTO outbox (idempotency_key, platform, conversation, reply, status, not_before, expires_at, body)
     VALUES (?, ?, ?, ?, 'pending', ?, ?, ?)`,
    ),
    open: prepare<[number, number], CallRow>(
      `SELECT id, platform, conversation, idempotency_key AS idempotencyKey, status, attempts, not_before AS notBefore,
       expires_at AS expiresAt, body
     FROM outbox WHERE settled_at IS NULL AND id > ? ORDER BY id LIMIT ?`,
    ),
    sending: prepare<[number]>(`UPDATE outbox SET status = 'sending' WHERE id = ? AND settled_at IS NULL`),
    sent: prepare<[number, string | null, number]>(
      `UPDATE outbox SET status = 'sent', settled_at = ?, message_id = ?, body = NULL WHERE id = ? AND settled_at IS NULL`,
    ),
    retry: prepare<[number, number]>(
      `UPDATE outbox SET status = 'pending', attempts = attempts + 1, not_before = ? WHERE id = ? AND settled_at IS NULL`,
    ),
    dead: prepare<[string, string, number, number]>(
      'UPDATE outbox SET status = ?, reason = ?, settled_at = ? WHERE id = ? AND settled_at IS NULL',
    ),
    letters: prepare<[number], Omit<DeadLetter, 'kind'>>(
      `SELECT id, platform, conversation, reason, settled_at AS at FROM outbox
     WHERE reason IS NOT NULL ORDER BY id DESC LIMIT ?`,
    ),
    countOpen: prepare<[], { count: number }>(
      'SELECT count(*) AS count FROM outbox WHERE settled_at IS NULL',
    ),
    countDead: prepare<[], { count: number }>(
      'SELECT count(*) AS count FROM outbox WHERE reason IS NOT NULL',
    ),
  };
}

import type { Cutoffs, Swept } from '../operations/retention.ts';
import type { Prepare } from './statements.ts';

/** Rows of one kind that are taken away at once; the event loop waits for no more. */
const atOnce = 500;

/** The rows that came to their end, per kind: which they are, and what happens to them. `?` is the cutoff. */
interface Rule {
  readonly of: keyof Swept;
  readonly cutoff: keyof Cutoffs;
  /** Selects one column, by which `end` finds the row. Oldest first where no index leads there, so that it stops early. */
  readonly due: string;
  /** What holds a row back for now, because it still points to it. */
  readonly unless?: string;
  readonly end: readonly string[];
}

/** A table's oldest rows: it grows by time, so the first that is young ends the search. */
const oldest = (table: string, key: string, columns: string) =>
  `(SELECT ${key}, ${columns} FROM ${table} ORDER BY ${key} LIMIT ${atOnce})`;

/** In this order: calls point to replies, and replies to messages. */
const rules: readonly Rule[] = [
  {
    of: 'calls',
    cutoff: 'talks',
    due: `SELECT id FROM ${oldest('outbox', 'id', 'settled_at')} WHERE settled_at < ?`,
    end: ['DELETE FROM outbox WHERE id = ?'],
  },
  {
    of: 'replies',
    cutoff: 'talks',
    due: `SELECT oldest.sequence FROM ${oldest('reply', 'sequence', 'message')} AS oldest
          JOIN inbox ON inbox.sequence = oldest.message WHERE inbox.received_at < ?`,
    end: ['DELETE FROM outbox WHERE reply = ?', 'DELETE FROM reply WHERE sequence = ?'],
  },
  {
    of: 'talks',
    cutoff: 'talks',
    due: `SELECT id FROM conversation WHERE updated_at < ? LIMIT ${atOnce}`,
    end: [
      'DELETE FROM outbox WHERE conversation = ?',
      'DELETE FROM reply WHERE conversation = ?',
      'DELETE FROM placeholder WHERE conversation = ?',
      'DELETE FROM conversation WHERE id = ?',
    ],
  },
  {
    of: 'messages',
    cutoff: 'talks',
    due: `SELECT sequence FROM inbox INDEXED BY inbox_waiting WHERE answered_at IS NULL AND received_at < ? LIMIT ${atOnce}`,
    end: ['UPDATE inbox SET incoming = NULL, answered_at = received_at WHERE sequence = ?'],
  },
  {
    of: 'messages',
    cutoff: 'talks',
    due: `SELECT sequence FROM inbox INDEXED BY inbox_dead WHERE dead_reason IS NOT NULL AND received_at < ? LIMIT ${atOnce}`,
    end: ['UPDATE inbox SET incoming = NULL, dead_reason = NULL WHERE sequence = ?'],
  },
  {
    of: 'messages',
    cutoff: 'keys',
    due: `SELECT sequence FROM ${oldest('inbox', 'sequence', 'received_at, answered_at')}
          AS oldest WHERE received_at < ? AND answered_at IS NOT NULL`,
    unless: 'EXISTS (SELECT 1 FROM reply WHERE reply.message = oldest.sequence)',
    end: ['DELETE FROM inbox WHERE sequence = ?'],
  },
  ...(['ticket', 'unanswered', 'outcome'] as const).map(
    (kind): Rule => ({
      of: 'notes',
      cutoff: 'talks',
      due: `SELECT id FROM effect WHERE kind = '${kind}' AND at < ? LIMIT ${atOnce}`,
      end: ['DELETE FROM effect WHERE id = ?'],
    }),
  ),
  {
    of: 'records',
    cutoff: 'log',
    due: `SELECT id FROM effect WHERE kind = 'sighting' AND at < ? LIMIT ${atOnce}`,
    end: ['DELETE FROM effect WHERE id = ?'],
  },
  {
    // The record stays as a link of the chain; what it said goes.
    of: 'records',
    cutoff: 'log',
    due: `SELECT sequence FROM audit WHERE detail IS NOT NULL AND at < ? LIMIT ${atOnce}`,
    end: ['UPDATE audit SET salt = NULL, subject = NULL, detail = NULL WHERE sequence = ?'],
  },
  {
    of: 'lessons',
    cutoff: 'learning',
    due: `SELECT id FROM ledger WHERE at < ? LIMIT ${atOnce}`,
    end: ['DELETE FROM ledger WHERE id = ?'],
  },
];

export interface RetentionTable {
  /** Inside somebody else's transaction. */
  sweep(cutoffs: Cutoffs): Swept & { readonly conversations: readonly string[] };
  due(cutoffs: Cutoffs): Swept;
}

/** Whatever came to its end, over all tables. */
export function createRetentionTable(prepare: Prepare): RetentionTable {
  const compiled = rules.map(({ of, cutoff, due, unless, end }) => ({
    of,
    cutoff,
    due: prepare<[number], Record<string, string | number>>(unless ? `${due} AND NOT ${unless}` : due),
    count: prepare<[number], { count: number }>(`SELECT count(*) AS count FROM (${unbounded(due)})`),
    end: end.map((sql) => prepare<[string | number]>(sql)),
  }));

  return {
    sweep(cutoffs) {
      const swept = zeros();
      const conversations: string[] = [];
      for (const { of, cutoff, due, end } of compiled) {
        const keys = due.all(cutoffs[cutoff]).map((row) => Object.values(row)[0] as string | number);
        for (const key of keys) for (const statement of end) statement.run(key);
        swept[of] += keys.length;
        if (of === 'talks') conversations.push(...keys.map(String));
      }
      return { ...swept, conversations };
    },
    due(cutoffs) {
      const counted = zeros();
      for (const { of, cutoff, count } of compiled) counted[of] += count.get(cutoffs[cutoff])?.count ?? 0;
      return counted;
    },
  };
}

function zeros(): Record<keyof Swept, number> {
  return { talks: 0, messages: 0, replies: 0, calls: 0, notes: 0, records: 0, lessons: 0 };
}

function unbounded(sql: string): string {
  return sql.replaceAll(` LIMIT ${atOnce}`, '');
}

import type { DeadLetter, EventName, InboxMessage, Received } from '../delivery/store.ts';
import type { Incoming } from '../message.ts';
import type { Prepare } from './statements.ts';

interface MessageRow {
  readonly sequence: number;
  readonly incoming: string;
  readonly receivedAt: number;
  readonly attempts: number;
}

interface Answer {
  readonly sequence: number;
  readonly at: number;
  /** Null for a message that was answered as it should be. */
  readonly deadReason: string | null;
}

export interface InboxTable {
  insert(incoming: Incoming, receivedAt: number): Received;
  unanswered(after: number, limit: number): readonly InboxMessage[];
  countAttempt(sequence: number): number;
  /** False when it was answered before, or is not there. */
  answer(answer: Answer): boolean;
  /** Null while it is not answered or not known. */
  answeredSequence(event: EventName): number | null;
  isWaitingIn(conversation: string): boolean;
  dead(limit: number): readonly DeadLetter[];
  countWaiting(): number;
  countDead(): number;
  /** Writes a page and changes nothing. */
  touch(): void;
}

/** Messages from people: in the order they came, each once per platform and event key. */
export function createInboxTable(prepare: Prepare): InboxTable {
  const statements = compile(prepare);

  return {
    insert(incoming, receivedAt) {
      const { platform, eventKey, conversation, person } = incoming;
      const result = statements.insert.run(
        platform,
        eventKey,
        conversation,
        person,
        receivedAt,
        JSON.stringify(incoming),
      );
      if (result.changes === 1) return { status: 'accepted', sequence: Number(result.lastInsertRowid) };
      return { status: 'duplicate', sequence: statements.find.get(platform, eventKey)?.sequence ?? 0 };
    },
    unanswered: (after, limit) => statements.waiting.all(after, limit).map(toMessage),
    countAttempt: (sequence) => statements.attempt.get(sequence)?.attempts ?? 0,
    answer({ sequence, at, deadReason }) {
      const keepsWords = deadReason === null ? 0 : 1;
      return statements.answer.run(at, deadReason, keepsWords, sequence).changes === 1;
    },
    answeredSequence(event) {
      const found = statements.find.get(event.platform, event.eventKey);
      return found?.answered === 1 && found.conversation === event.conversation ? found.sequence : null;
    },
    isWaitingIn: (conversation) => statements.waitingIn.get(conversation) !== undefined,
    dead: (limit) => statements.dead.all(limit).map((letter) => ({ kind: 'message', ...letter })),
    countWaiting: () => statements.countWaiting.get()?.count ?? 0,
    countDead: () => statements.countDead.get()?.count ?? 0,
    touch: () => void statements.touch.run(),
  };
}

function toMessage({ incoming, ...rest }: MessageRow): InboxMessage {
  // Written by `insert` from an Incoming.
  return { ...rest, incoming: JSON.parse(incoming) as Incoming };
}

function compile(prepare: Prepare) {
  return {
    insert: prepare<[string, string, string, string, number, string]>(
      `INSERT INTO inbox (platform, event_key, conversation, person, received_at, incoming) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (platform, event_key) DO NOTHING`,
    ),
    find: prepare<[string, string], { sequence: number; conversation: string; answered: 0 | 1 }>(
      `SELECT sequence, conversation, answered_at IS NOT NULL AS answered FROM inbox WHERE platform = ? AND event_key = ?`,
    ),
    waiting: prepare<[number, number], MessageRow>(
      `SELECT sequence, incoming, received_at AS receivedAt, attempts FROM inbox INDEXED BY inbox_waiting
     WHERE answered_at IS NULL AND sequence > ? ORDER BY sequence LIMIT ?`,
    ),
    attempt: prepare<[number], { attempts: number }>(
      'UPDATE inbox SET attempts = attempts + 1 WHERE sequence = ? RETURNING attempts',
    ),
    answer: prepare<[number, string | null, number, number]>(
      `UPDATE inbox SET answered_at = ?, dead_reason = ?, incoming = iif(?, incoming, NULL)
     WHERE sequence = ? AND answered_at IS NULL`,
    ),
    waitingIn: prepare<[string], { sequence: number }>(
      'SELECT sequence FROM inbox WHERE conversation = ? AND answered_at IS NULL LIMIT 1',
    ),
    dead: prepare<[number], Omit<DeadLetter, 'kind'>>(
      `SELECT sequence AS id, platform, conversation, dead_reason AS reason, answered_at AS at FROM inbox
     WHERE dead_reason IS NOT NULL ORDER BY sequence DESC LIMIT ?`,
    ),
    countWaiting: prepare<[], { count: number }>(
      'SELECT count(*) AS count FROM inbox WHERE answered_at IS NULL',
    ),
    touch: prepare<[]>('UPDATE migration SET applied_at = applied_at WHERE number = 1'),
    countDead: prepare<[], { count: number }>(
      'SELECT count(*) AS count FROM inbox WHERE dead_reason IS NOT NULL',
    ),
  };
}

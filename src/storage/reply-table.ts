import type { Reply, StoredReply } from '../message.ts';
import type { Prepare } from './statements.ts';

interface ReplyRow {
  readonly sequence: number;
  readonly body: string;
}

export interface ReplyTable {
  insert(message: number, conversation: string, reply: Reply): StoredReply;
  of(message: number): readonly StoredReply[];
  after(conversation: string, sequence: number, limit: number): readonly StoredReply[];
}

/** What the bot said. The sequence only grows: a browser asks for what came after the last it saw. */
export function createReplyTable(prepare: Prepare): ReplyTable {
  const insert = prepare<[number, string, string]>(
    'INSERT INTO reply (message, conversation, body) VALUES (?, ?, ?)',
  );
  const ofMessage = prepare<[number], ReplyRow>('SELECT sequence, body FROM reply WHERE message = ?');
  const after = prepare<[string, number, number], ReplyRow>(
    'SELECT sequence, body FROM reply WHERE conversation = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );

  return {
    insert(message, conversation, reply) {
      const result = insert.run(message, conversation, JSON.stringify(reply));
      return { sequence: Number(result.lastInsertRowid), reply };
    },
    of: (message) => ofMessage.all(message).map(toReply),
    after: (conversation, sequence, limit) => after.all(conversation, sequence, limit).map(toReply),
  };
}

function toReply({ sequence, body }: ReplyRow): StoredReply {
  // Written by `insert` from a Reply.
  return { sequence, reply: JSON.parse(body) as Reply };
}

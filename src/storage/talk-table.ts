import type { Conversation } from '../conversation/state.ts';
import type { Address } from '../message.ts';
import type { StoredTalk } from '../operations/talks.ts';
import type { Prepare } from './statements.ts';

export interface TalkTable {
  /** Those that went on last first. */
  of(person: string, limit: number): readonly StoredTalk[];
}

/** The conversations of one person. */
export function createTalkTable(prepare: Prepare): TalkTable {
  const select = prepare<[string, number], { address: string; state: string }>(
    `SELECT address, state FROM conversation WHERE person = ? AND state IS NOT NULL
     ORDER BY updated_at DESC, rowid DESC LIMIT ?`,
  );
  return {
    of: (person, limit) =>
      // Written by the conversation table from an Address and a Conversation.
      select.all(person, limit).map(({ address, state }) => ({
        address: JSON.parse(address) as Address,
        state: JSON.parse(state) as Conversation,
      })),
  };
}

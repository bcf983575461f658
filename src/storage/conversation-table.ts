import type { Conversation } from '../conversation/state.ts';
import type { CompletedStep, StoredConversation } from '../delivery/store.ts';
import { VersionConflict } from '../delivery/store-errors.ts';
import type { Address } from '../message.ts';
import { noAddress } from './forgetting.ts';
import type { Prepare } from './statements.ts';

export interface ConversationTable {
  get(id: string): StoredConversation | null;
  has(id: string): boolean;
  /** Of a platform's conversations, those written last first. */
  addresses(platform: string, limit: number): readonly Address[];
  /** Compare-and-set of the version; the new one, or null when the step has no state. @throws VersionConflict */
  save(step: CompletedStep): StoredConversation | null;
}

/** What is remembered of each conversation. */
export function createConversationTable(prepare: Prepare): ConversationTable {
  const statements = compile(prepare);

  function begin(step: CompletedStep): boolean {
    const { conversation, platform, person, address } = step.message.incoming;
    const state = step.state === null ? null : JSON.stringify(step.state);
    const version = state === null ? 0 : 1;
    return (
      statements.insert.run(conversation, platform, person, version, step.at, JSON.stringify(address), state)
        .changes === 1
    );
  }

  function advance(step: CompletedStep, version: number): boolean {
    const { conversation, address } = step.message.incoming;
    const changed = [step.at, JSON.stringify(address), JSON.stringify(step.state)] as const;
    return statements.update.run(...changed, conversation, version).changes === 1;
  }

  return {
    get(id) {
      const row = statements.select.get(id);
      if (!row?.state) return null;
      // Written by `save` from a Conversation.
      return { version: row.version, state: JSON.parse(row.state) as Conversation };
    },
    has: (id) => statements.select.get(id) !== undefined,
    addresses: (platform, limit) =>
      // Written by `save` from an Address.
      statements.addresses.all(platform, limit).map(({ address }) => JSON.parse(address) as Address),
    save(step) {
      const { state, expectedVersion } = step;
      if (state === null) {
        begin(step);
        return null;
      }
      const saved = expectedVersion === null ? begin(step) : advance(step, expectedVersion);
      if (!saved) throw new VersionConflict(step.message.incoming.conversation, expectedVersion);
      return { version: (expectedVersion ?? 0) + 1, state };
    },
  };
}

function compile(prepare: Prepare) {
  return {
    select: prepare<[string], { version: number; state: string | null }>(
      'SELECT version, state FROM conversation WHERE id = ?',
    ),
    addresses: prepare<[string, number], { address: string }>(
      `SELECT address FROM conversation WHERE platform = ? AND address <> '${noAddress}' ORDER BY updated_at DESC, rowid DESC LIMIT ?`,
    ),
    insert: prepare<[string, string, string, number, number, string, string | null]>(
      `INSERT INTO conversation (id, platform, person, version, updated_at, address, state)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at,
       person = excluded.person, address = excluded.address, state = excluded.state
     WHERE version = 0`,
    ),
    update: prepare<[number, string, string, string, number]>(
      `UPDATE conversation SET version = version + 1, updated_at = ?, address = ?, state = ?
     WHERE id = ? AND version = ?`,
    ),
  };
}

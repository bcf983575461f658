import type { HiddenValue } from '../delivery/people.ts';
import type { Prepare } from './statements.ts';

export interface PlaceholderTable {
  of(conversation: string): readonly HiddenValue[];
  insert(conversation: string, value: HiddenValue): void;
  forget(conversation: string): void;
}

/** The numbers of hidden values, per talk. */
export function createPlaceholderTable(prepare: Prepare): PlaceholderTable {
  const select = prepare<[string], HiddenValue>(
    'SELECT kind, digest, number FROM placeholder WHERE conversation = ? ORDER BY kind, number',
  );
  const insert = prepare<[string, string, string, number]>(
    'INSERT OR IGNORE INTO placeholder (conversation, kind, digest, number) VALUES (?, ?, ?, ?)',
  );
  const forget = prepare<[string]>('DELETE FROM placeholder WHERE conversation = ?');
  return {
    of: (conversation) => select.all(conversation),
    insert: (conversation, { kind, digest, number }) => void insert.run(conversation, kind, digest, number),
    forget: (conversation) => void forget.run(conversation),
  };
}

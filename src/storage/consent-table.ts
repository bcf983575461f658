import type { Consent } from '../conversation/state.ts';
import type { Prepare } from './statements.ts';

export interface ConsentTable {
  get(person: string): Consent | null;
  put(person: string, consent: Consent): void;
  forget(person: string): void;
}

/** What people agreed to; the newest word counts. */
export function createConsentTable(prepare: Prepare): ConsentTable {
  const select = prepare<[string], { learning: number; version: number; at: number }>(
    'SELECT learning, version, at FROM consent WHERE person = ?',
  );
  const put = prepare<[string, number, number, number]>(
    'INSERT OR REPLACE INTO consent (person, learning, version, at) VALUES (?, ?, ?, ?)',
  );
  const forget = prepare<[string]>('DELETE FROM consent WHERE person = ?');
  return {
    get(person) {
      const row = select.get(person);
      return row ? { ...row, learning: row.learning === 1 } : null;
    },
    put: (person, { learning, version, at }) => void put.run(person, learning ? 1 : 0, version, at),
    forget: (person) => void forget.run(person),
  };
}

import type { LanguageCode } from '../message.ts';
import type { Prepare } from './statements.ts';

export interface LanguageTable {
  get(person: string): LanguageCode | null;
  put(person: string, language: LanguageCode): void;
  forget(person: string): void;
}

/** The languages that people chose; the newest choice counts. */
export function createLanguageTable(prepare: Prepare): LanguageTable {
  const select = prepare<[string], { language: LanguageCode }>(
    'SELECT language FROM language WHERE person = ?',
  );
  const put = prepare<[string, string]>('INSERT OR REPLACE INTO language (person, language) VALUES (?, ?)');
  const forget = prepare<[string]>('DELETE FROM language WHERE person = ?');
  return {
    get: (person) => select.get(person)?.language ?? null,
    put: (person, language) => void put.run(person, language),
    forget: (person) => void forget.run(person),
  };
}

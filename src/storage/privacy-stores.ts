import type { Database } from 'better-sqlite3';
import type { PeopleStore, PlaceholderStore } from '../delivery/people.ts';
import type { RetentionStore } from '../operations/retention.ts';
import type { GroupCommit } from './group-commit.ts';
import { createLanguageTable } from './language-table.ts';
import { createPersonRecordQuery } from './person-record-query.ts';
import { createPlaceholderTable } from './placeholder-table.ts';
import type { Read } from './read.ts';
import { createRetentionTable } from './retention-table.ts';
import type { Prepare } from './statements.ts';
import { wipe } from './wipe.ts';

export interface PrivacyStores {
  readonly people: PeopleStore;
  readonly placeholders: PlaceholderStore;
  readonly retention: RetentionStore;
}

interface PrivacyParts {
  readonly database: Database;
  readonly prepare: Prepare;
  readonly read: Read;
  readonly write: GroupCommit['write'];
  /** These conversations are not what somebody remembers of them any more. */
  readonly gone: (conversations: readonly string[]) => void;
}

/** What belongs to people: shown, numbered, and gone when its time has come. */
export function createPrivacyStores({ database, prepare, read, write, gone }: PrivacyParts): PrivacyStores {
  const record = createPersonRecordQuery(prepare);
  const languages = createLanguageTable(prepare);
  const placeholders = createPlaceholderTable(prepare);
  const retention = createRetentionTable(prepare);
  return {
    people: {
      record: (person) => read(() => record(person)),
      language: (person) => read(() => languages.get(person)),
      chooseLanguage: (person, language) => write(() => languages.put(person, language)),
    },
    placeholders: {
      hidden: (conversation) => read(() => placeholders.of(conversation)),
      hide: (conversation, value) => write(() => placeholders.insert(conversation, value)),
    },
    retention: {
      async sweep(cutoffs) {
        const { conversations, ...swept } = await write(() => retention.sweep(cutoffs));
        gone(conversations);
        return swept;
      },
      due: (cutoffs) => read(() => retention.due(cutoffs)),
      wipe: () => read(() => wipe(database)),
    },
  };
}

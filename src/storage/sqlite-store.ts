import type { Database } from 'better-sqlite3';
import { createRecentlyUsed, type RecentlyUsed } from '../delivery/recently-used.ts';
import type { DeliveryStore, StoredConversation } from '../delivery/store.ts';
import type { LedgerStore } from '../diagnosis/ledger.ts';
import type { AuditStore } from '../operations/audit.ts';
import type { LetterName } from '../operations/dead-letters.ts';
import type { InstallationStore } from '../operations/installations.ts';
import type { PlaceStore } from '../operations/places.ts';
import type { TalkStore } from '../operations/talks.ts';
import type { TicketStore } from '../operations/tickets.ts';
import { completeStep } from './complete-step.ts';
import { newestLetters } from './dead-letter-table.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { createPrivacyStores, type PrivacyStores } from './privacy-stores.ts';
import { createRead, type Read } from './read.ts';
import { createSqliteTransaction } from './sqlite-transaction.ts';
import { type Counters, createPrepare } from './statements.ts';
import { createTables, type Tables } from './tables.ts';
import { type WatchedTransaction, watchedTransaction } from './watched-transaction.ts';
import { wipe } from './wipe.ts';

export interface SqliteStore extends DeliveryStore, PrivacyStores {
  readonly tickets: TicketStore;
  readonly ledger: LedgerStore;
  readonly installations: InstallationStore;
  readonly talks: TalkStore;
  readonly audit: AuditStore;
  readonly places: PlaceStore;
  readonly counters: Readonly<Counters>;
  /** Puts a dead letter back, for the next start to take up; false when there is none of this name. */
  replay(letter: LetterName): Promise<boolean>;
  /** Whether the disk takes writes; tried only when the last one failed. */
  takesWrites(): Promise<boolean>;
  /** Commits what waits for its transaction. */
  flush(): void;
}

export interface SqliteStoreOptions {
  /** Epoch milliseconds, for when a call was settled. */
  readonly now: () => number;
  /** How many conversations' states stay in memory, so that an active talk is not read again at every turn. */
  readonly keptStates?: number;
}

type Reads = Pick<
  DeliveryStore,
  | 'unanswered'
  | 'conversation'
  | 'knows'
  | 'newestAddresses'
  | 'repliesTo'
  | 'repliesAfter'
  | 'openCalls'
  | 'deadLetters'
  | 'depth'
> & { readonly tickets: TicketStore };
type Writes = Omit<DeliveryStore, keyof Reads>;
type States = RecentlyUsed<StoredConversation>;

/** The store of one server: SQLite, one writer, all writes of an event-loop turn in one transaction. */
export function createSqliteStore(
  database: Database,
  { now, keptStates = 2_000 }: SqliteStoreOptions,
): SqliteStore {
  const counters: Counters = { transactions: 0, pieces: 0, statements: 0 };
  const prepare = createPrepare(database, counters);
  const tables = createTables(prepare);
  const states: States = createRecentlyUsed(keptStates);
  const transaction = watchedTransaction(createSqliteTransaction(database, counters));
  const commits = createGroupCommit(transaction.run);
  const read = createRead(database.name);
  const gone = (conversations: readonly string[]) => {
    for (const id of conversations) states.delete(id);
  };
  return {
    ...createReads({ tables, states, read }),
    ...createWrites({ tables, states, commits, now, database }),
    ...createPrivacyStores({ database, prepare, read, write: commits.write, gone }),
    ledger: {
      list: () => read(() => tables.ledger.list()),
      forget: (identity) => commits.write(() => tables.ledger.forget(identity)),
    },
    takesWrites: () => takesWrites(tables, commits, transaction),
    places: { list: () => read(() => tables.places.list()) },
    replay: (letter) => commits.write(() => replay(tables, letter, now())),
    audit: {
      append: (entry) => commits.write(() => tables.audit.append(entry)),
      records: (after, limit) => read(() => tables.audit.after(after, limit)),
      head: () => read(() => tables.audit.head()),
      forget: (subject) => commits.write(() => tables.audit.forget(subject)),
    },
    talks: { of: (person, limit) => read(() => tables.talks.of(person, limit)) },
    installations: {
      list: (platform) => read(() => tables.installations.of(platform)),
      save: (platform, installation) =>
        commits.write(() => tables.installations.save(platform, installation)),
      async remove(platform, workspace) {
        const ended = await commits.write(() => tables.installations.remove(platform, workspace));
        for (const id of ended) states.delete(id);
        return ended.length;
      },
    },
    counters,
    flush: commits.flush,
  };
}

function createReads({ tables, states, read }: { tables: Tables; states: States; read: Read }): Reads {
  const { inbox, conversations, replies, outbox, effects } = tables;

  function conversation(id: string): StoredConversation | null {
    const found = states.get(id) ?? conversations.get(id);
    if (found) states.set(id, found);
    return found;
  }

  return {
    unanswered: (after, limit) => read(() => inbox.unanswered(after, limit)),
    conversation: (id) => read(() => conversation(id)),
    knows: (id) => read(() => states.get(id) !== undefined || conversations.has(id) || inbox.isWaitingIn(id)),
    newestAddresses: (platform, limit) => read(() => conversations.addresses(platform, limit)),
    repliesTo: (event) =>
      read(() => {
        const message = inbox.answeredSequence(event);
        return message === null ? null : replies.of(message);
      }),
    repliesAfter: (id, after, limit) => read(() => replies.after(id, after, limit)),
    openCalls: (after, limit) => read(() => outbox.open(after, limit)),
    deadLetters: (limit) => read(() => newestLetters({ inbox, outbox }, limit)),
    depth: () =>
      read(() => ({
        inbox: inbox.countWaiting(),
        outbox: outbox.countOpen(),
        dead: inbox.countDead() + outbox.countDead(),
      })),
    tickets: {
      list: (limit) => read(() => effects.tickets(limit)),
      get: (id) => read(() => effects.ticket(id)),
    },
  };
}

/** Nobody is sent here while the disk is full, so that somebody must try whether it still is. */
async function takesWrites(
  { inbox }: Tables,
  { write }: GroupCommit,
  { isFailing }: WatchedTransaction,
): Promise<boolean> {
  if (!isFailing()) return true;
  return write(() => inbox.touch()).then(
    () => true,
    () => false,
  );
}

function replay(tables: Tables, letter: LetterName, at: number): boolean {
  if (!tables.deadLetters.replay(letter, at)) return false;
  tables.audit.append({ at, action: 'replayed', subject: null, detail: { ...letter } });
  return true;
}

interface WriteParts {
  readonly database: Database;
  readonly tables: Tables;
  readonly states: States;
  readonly commits: GroupCommit;
  readonly now: () => number;
}

function createWrites({ tables, states, commits: { write }, now, database }: WriteParts): Writes {
  const { inbox, outbox } = tables;
  /** Calls that tell somebody that they are forgotten: the last that still say where to. */
  const farewells = new Set<number>();
  async function settled(id: number, written: Promise<void>): Promise<void> {
    await written;
    if (farewells.delete(id) && farewells.size === 0) setImmediate(wipe, database);
  }
  return {
    receive: (incoming, receivedAt) => write(() => inbox.insert(incoming, receivedAt)),
    countAttempt: (sequence) => write(() => inbox.countAttempt(sequence)),
    async complete(step) {
      const { conversation } = step.message.incoming;
      try {
        const { saved, completed, forgotten } = await write(() => completeStep(tables, step));
        if (saved) states.set(conversation, saved);
        for (const id of forgotten) states.delete(id);
        // Whoever asked is told at once; the files are emptied of it when nobody waits.
        if (forgotten.length > 0) {
          for (const { id } of completed.calls) farewells.add(id);
          setImmediate(wipe, database);
        }
        return completed;
      } catch (error) {
        // Somebody else may have written it: what is kept in memory is no longer to be believed.
        states.delete(conversation);
        throw error;
      }
    },
    markSending: (id) => write(() => outbox.sending(id)),
    markSent: (id, receipt) =>
      settled(
        id,
        write(() => outbox.sent(id, receipt, now())),
      ),
    markRetry: (id, notBefore) => write(() => outbox.retry(id, notBefore)),
    markDead: (id, status, reason) =>
      settled(
        id,
        write(() => outbox.dead(id, { status, reason, at: now() })),
      ),
  };
}

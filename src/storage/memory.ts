import type { PeopleStore } from '../delivery/people.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import { StoreUnavailable } from '../delivery/store-errors.ts';
import type { LedgerStore } from '../diagnosis/ledger.ts';
import type { AuditStore } from '../operations/audit.ts';
import type { PlaceStore } from '../operations/places.ts';
import type { TicketStore } from '../operations/tickets.ts';
import type { UnansweredStore } from '../operations/unanswered.ts';
import { createGroupCommit, type Outcome } from './group-commit.ts';
import { memoryAudit } from './memory-audit.ts';
import { forgetInLedger, recordOfPerson } from './memory-person.ts';
import { emptyTables, type MemoryTables, throughJson } from './memory-tables.ts';
import {
  addresses,
  answersTo,
  change,
  complete,
  countAttempt,
  deadLetters,
  insertMessage,
  isKnown,
  ledger,
  notUnderstood,
  openCalls,
  repliesIn,
  tickets,
  waiting,
} from './memory-work.ts';
import type { Read } from './read.ts';

/**
 * What happens at a commit. `lost`: the power goes before it is durable; `kept`: right after, before anybody hears of
 * it; `refused`: the disk takes nothing this time.
 */
export type Fate = 'good' | 'lost' | 'kept' | 'refused';

export interface MemoryOptions {
  /** What is on the disk already; hand the same tables to the next store to play a restart. */
  readonly tables?: MemoryTables;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Asked at every commit (1, 2, 3 …). After `lost` and `kept` the store is dead: none of its promises settles again. */
  readonly fate?: (commit: number) => Fate;
}

export interface MemoryStore extends DeliveryStore {
  readonly tickets: TicketStore;
  /** What conversations did not understand; `unanswered` are messages that nobody answered yet. */
  readonly notUnderstood: UnansweredStore;
  readonly ledger: LedgerStore;
  readonly audit: AuditStore;
  readonly places: PlaceStore;
  readonly people: PeopleStore;
  readonly counters: Readonly<{ transactions: number; pieces: number }>;
}

/** A store that keeps the contract of the real ones in memory, for tests and rehearsal. */
export function createMemoryStore({ tables = emptyTables(), now, fate }: MemoryOptions): MemoryStore {
  const counters = { transactions: 0, pieces: 0 };
  let dead = false;

  const commits = createGroupCommit((pieces) => {
    counters.transactions += 1;
    counters.pieces += pieces.length;
    const today = dead ? 'lost' : (fate?.(counters.transactions) ?? 'good');
    if (today === 'refused')
      throw new StoreUnavailable('The disk takes nothing at the moment (as the test asked).');
    dead = today === 'lost' || today === 'kept';
    return today === 'lost' ? pieces.map(() => ({ value: undefined })) : pieces.map(attempt);
  });

  /** Everything a dead store is asked stays without an answer, as after a power cut. */
  async function alive<T>(answer: Promise<T>): Promise<T> {
    const [settled] = await Promise.allSettled([answer]);
    return dead
      ? new Promise<never>(() => {})
      : settled.status === 'fulfilled'
        ? settled.value
        : Promise.reject(settled.reason);
  }

  const write: Write = (piece) => alive(commits.write(piece));
  const read: Read = (select) => alive(Promise.resolve().then(select).then(throughJson));
  const ledgerStore: LedgerStore = {
    list: () => read(() => ledger(tables)),
    forget: (identity) => write(() => forgetInLedger(tables, identity)),
  };
  return {
    ...createReads(tables, read),
    ...createWrites(tables, write, now),
    ledger: ledgerStore,
    audit: memoryAudit(tables, read, write),
    places: { list: () => read(() => Array.from(tables.places, ([id, place]) => ({ id, place }))) },
    people: {
      record: (person) => read(() => recordOfPerson(tables, person)),
      language: (person) => read(() => tables.languages.get(person) ?? null),
      chooseLanguage: (person, language) => write(() => void tables.languages.set(person, language)),
    },
    counters,
  };
}

type Write = <T>(piece: () => T) => Promise<T>;

function createReads(
  tables: MemoryTables,
  read: Read,
): Omit<MemoryStore, keyof Writes | 'counters' | 'ledger' | 'audit' | 'places' | 'people'> {
  return {
    unanswered: (after, limit) =>
      read(() =>
        waiting(tables)
          .filter(({ sequence }) => sequence > after)
          .slice(0, limit),
      ),
    conversation: (id) => read(() => tables.conversations.get(id) ?? null),
    knows: (id) => read(() => isKnown(tables, id)),
    newestAddresses: (platform, limit) => read(() => addresses(tables, platform).slice(0, limit)),
    repliesTo: (event) => read(() => answersTo(tables, event)),
    repliesAfter: (id, after, limit) =>
      read(() =>
        repliesIn(tables, id)
          .filter(({ sequence }) => sequence > after)
          .slice(0, limit),
      ),
    openCalls: (after, limit) =>
      read(() =>
        openCalls(tables)
          .filter(({ id }) => id > after)
          .slice(0, limit),
      ),
    deadLetters: (limit) => read(() => deadLetters(tables).slice(0, limit)),
    depth: () =>
      read(() => ({
        inbox: waiting(tables).length,
        outbox: openCalls(tables).length,
        dead: deadLetters(tables).length,
      })),
    tickets: {
      list: (limit) => read(() => tickets(tables).slice(0, limit)),
      get: (id) => read(() => tickets(tables).find(({ ticket }) => ticket.id === id) ?? null),
    },
    notUnderstood: { list: (limit) => read(() => notUnderstood(tables).slice(0, limit)) },
  };
}

type Writes = Pick<
  DeliveryStore,
  'receive' | 'countAttempt' | 'complete' | 'markSending' | 'markSent' | 'markRetry' | 'markDead'
>;

function createWrites(tables: MemoryTables, write: Write, now: () => number): Writes {
  return {
    receive: (incoming, receivedAt) => write(() => insertMessage(tables, incoming, receivedAt)),
    countAttempt: (sequence) => write(() => countAttempt(tables, sequence)),
    complete: (step) => write(() => complete(tables, step)),
    markSending: (id) => write(() => change(tables, id, () => ({ status: 'sending' }))),
    markSent: (id, receipt) =>
      write(() => change(tables, id, () => ({ status: 'sent', receipt, settledAt: now() }))),
    markRetry: (id, notBefore) =>
      write(() =>
        change(tables, id, ({ attempts }) => ({ status: 'pending', attempts: attempts + 1, notBefore })),
      ),
    markDead: (id, status, reason) =>
      write(() => change(tables, id, () => ({ status, reason, settledAt: now() }))),
  };
}

/** Pieces check before they change, so that a throwing one leaves nothing to undo. */
function attempt(piece: () => unknown): Outcome {
  try {
    return { value: piece() };
  } catch (error) {
    return { error };
  }
}

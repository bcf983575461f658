import type { Conversation, Effect } from '../conversation/state.ts';
import type { Address, Call, Incoming, Receipt, Reply, StoredReply } from '../message.ts';

/**
 * What delivery needs from a database. Every promise settles only after what it says is durable; implementations
 * put all work of one event-loop turn into one transaction (group commit), in which a failing piece fails alone.
 * Held by `test/storage/contract.ts`.
 *
 * Every method rejects with `StoreUnavailable` when the database cannot do it now (disk full, broken disk): nothing of
 * the piece was kept, and trying again later is right.
 */
export interface DeliveryStore {
  /** Keeps a message once per (platform, event key). `sequence` gives the order of all messages. */
  receive(incoming: Incoming, receivedAt: number): Promise<Received>;
  /** Accepted and not yet answered, of a higher sequence than `after` (0 = from the first), oldest first; for the start. */
  unanswered(after: number, limit: number): Promise<readonly InboxMessage[]>;
  /** Counts one more start of work on a message that was left over when a process died; resolves with the new count. */
  countAttempt(sequence: number): Promise<number>;
  /** Null while no step of it was completed with a state. */
  conversation(id: string): Promise<StoredConversation | null>;
  /** Whether a message of this conversation was ever kept. */
  knows(conversation: string): Promise<boolean>;
  /** Where a platform's conversations are answered that were answered last, newest first. Reads them all: for the start. */
  newestAddresses(platform: string, limit: number): Promise<readonly Address[]>;
  /**
   * State, effects, replies, calls and "done" in one transaction. Completing a message again changes nothing and
   * resolves with what was kept the first time, and no calls.
   * @throws VersionConflict when somebody else wrote the conversation since it was read.
   */
  complete(step: CompletedStep): Promise<Completed>;
  /** The replies to an event of this conversation, or null while it is not answered or not known. */
  repliesTo(event: EventName): Promise<readonly StoredReply[] | null>;
  /** The conversation's replies of a higher sequence than `after`, oldest first. */
  repliesAfter(conversation: string, after: number, limit: number): Promise<readonly StoredReply[]>;

  /** Calls not yet settled (pending, and `sending` of a process that died) of a higher id than `after`, lowest id first. */
  openCalls(after: number, limit: number): Promise<readonly OutboxCall[]>;
  /** Before the request leaves, where a repeated one would be seen. */
  markSending(id: number): Promise<void>;
  markSent(id: number, receipt: Receipt): Promise<void>;
  /** Back to pending with one more attempt counted, not before `notBefore` (epoch milliseconds). */
  markRetry(id: number, notBefore: number): Promise<void>;
  /** `dead`: refused or too often tried; `unknown`: nobody can tell whether it arrived. `reason` is for the operator. */
  markDead(id: number, status: 'dead' | 'unknown', reason: string): Promise<void>;
  /** Newest first. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** Counts for health and metrics. */
  depth(): Promise<Depth>;
}

export interface Received {
  readonly status: 'accepted' | 'duplicate';
  readonly sequence: number;
}

/** Names one event; the conversation is part of it so that a guessed key shows nobody another person's replies. */
export interface EventName {
  readonly platform: string;
  readonly eventKey: string;
  readonly conversation: string;
}

export interface InboxMessage {
  readonly sequence: number;
  readonly incoming: Incoming;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** At how many process starts it was left over. */
  readonly attempts: number;
}

export interface StoredConversation {
  readonly version: number;
  readonly state: Conversation;
}

export interface CompletedStep {
  readonly message: InboxMessage;
  /** `dead` = it could not be processed and was apologised for. */
  readonly status: 'done' | 'dead';
  /** Why it is dead; for the operator. */
  readonly reason?: string;
  /** The version `state` was computed from, null when there was none. Not looked at without a new state. */
  readonly expectedVersion: number | null;
  /** Null leaves the state as it was. */
  readonly state: Conversation | null;
  readonly effects: readonly Effect[];
  readonly reply: Reply | null;
  readonly calls: readonly Call[];
  /** What goes elsewhere than to the person, such as a ticket to the operators; absent = nothing. */
  readonly posts?: readonly Post[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** One reply to a place that is not the talk, on any platform. */
export interface Post {
  readonly platform: string;
  readonly calls: readonly Call[];
}

export interface Completed {
  readonly replies: readonly StoredReply[];
  /** The calls now in the outbox, in sending order. */
  readonly calls: readonly OutboxCall[];
}

export interface OutboxCall {
  readonly id: number;
  readonly platform: string;
  readonly conversation: string;
  /** Platform, event key and the call's place in its reply or post; the same for every try. */
  readonly idempotencyKey: string;
  readonly call: Call;
  /** `sending` = the process died between the mark and the receipt. */
  readonly status: 'pending' | 'sending';
  /** How many tries failed. */
  readonly attempts: number;
  /** Epoch milliseconds before which it is not to be tried. */
  readonly notBefore: number;
  /** Epoch milliseconds after which sending is pointless. */
  readonly expiresAt: number | null;
}

export interface DeadLetter {
  readonly kind: 'message' | 'call';
  readonly id: number;
  readonly platform: string;
  readonly conversation: string;
  readonly reason: string;
  readonly at: number;
}

interface Depth {
  /** Messages waiting for their answer. */
  readonly inbox: number;
  /** Calls waiting to be sent. */
  readonly outbox: number;
  /** Messages and calls given up. */
  readonly dead: number;
}

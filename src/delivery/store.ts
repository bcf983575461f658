import type { Conversation, Effect } from '../conversation/state.ts';
import type { Call, Incoming, Receipt, Reply, StoredReply } from '../message.ts';

/**
 * What delivery needs from a database. Every promise settles only after what it says is durable; implementations
 * put all work of one event-loop turn into one transaction (group commit). Held by `test/storage/contract.ts`.
 */
export interface DeliveryStore {
  /** Keeps a message once per (platform, event key). `sequence` gives the order of all messages. */
  receive(incoming: Incoming, receivedAt: number): Promise<{ readonly status: 'accepted' | 'duplicate'; readonly sequence: number }>;
  /** Accepted and not yet answered, oldest first; for the start. */
  unanswered(limit: number): Promise<readonly InboxMessage[]>;
  /** Counts one more start of work on a message, for messages that were in work when a process died. */
  countAttempt(sequence: number): Promise<number>;
  conversation(id: string): Promise<StoredConversation | null>;
  /** State, effects, replies, calls and "done" in one transaction. @throws VersionConflict when somebody else wrote. */
  complete(step: CompletedStep): Promise<readonly StoredReply[]>;
  /** The replies to an event, or null while it is not answered or not known. */
  repliesTo(platform: string, eventKey: string): Promise<readonly StoredReply[] | null>;
  repliesAfter(conversation: string, sequence: number, limit: number): Promise<readonly StoredReply[]>;

  /** Calls whose time has come, in order, at most one conversation's oldest each; not those being sent. */
  dueCalls(now: number, limit: number): Promise<readonly OutboxCall[]>;
  /** Calls that were being sent when the process died. */
  interruptedCalls(): Promise<readonly OutboxCall[]>;
  markSending(ids: readonly number[]): Promise<void>;
  markSent(id: number, receipt: Receipt): Promise<void>;
  /** Back to pending, not before `notBefore`. */
  markRetry(id: number, notBefore: number): Promise<void>;
  /** `dead`: refused or too often tried; `unknown`: nobody can tell whether it arrived. */
  markDead(id: number, status: 'dead' | 'unknown', reason: string): Promise<void>;
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** Counts for health and metrics. */
  depth(): Promise<{ readonly inbox: number; readonly outbox: number; readonly dead: number }>;
}

export interface InboxMessage {
  readonly sequence: number;
  readonly incoming: Incoming;
  readonly receivedAt: number;
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
  /** Null for the first message of a conversation. */
  readonly expectedVersion: number | null;
  /** Null leaves the state as it was. */
  readonly state: Conversation | null;
  readonly effects: readonly Effect[];
  readonly reply: Reply | null;
  readonly calls: readonly Call[];
  readonly at: number;
}

export interface OutboxCall {
  readonly id: number;
  readonly platform: string;
  readonly conversation: string;
  readonly idempotencyKey: string;
  readonly call: Call;
  readonly attempts: number;
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

import type { Place } from '../conversation/place.ts';
import type { Consent, Effect } from '../conversation/state.ts';
import type { InboxMessage, OutboxCall, StoredConversation } from '../delivery/store.ts';
import type { LedgerRow } from '../diagnosis/ledger.ts';
import type { Address, LanguageCode, Receipt, StoredReply } from '../message.ts';
import type { AuditRecord } from '../operations/audit.ts';

export interface MemoryMessage extends InboxMessage {
  readonly answeredAt: number | null;
  readonly deadReason: string | null;
}

interface MemoryReply extends StoredReply {
  readonly message: number;
  readonly conversation: string;
}

export interface MemoryCall extends Omit<OutboxCall, 'status'> {
  readonly status: OutboxCall['status'] | 'sent' | 'dead' | 'unknown';
  readonly reason: string | null;
  readonly settledAt: number;
  readonly receipt: Receipt | null;
}

interface MemoryEffect {
  readonly conversation: string;
  readonly person: string;
  readonly at: number;
  readonly effect: Effect;
}

interface MemoryOwner {
  /** Who began the talk. */
  readonly person: string;
  /** When and where it was answered last. */
  readonly at: number;
  readonly address: Address;
}

/** What would lie on the disk: it outlives the store that works on it. */
export interface MemoryTables {
  readonly inbox: MemoryMessage[];
  /** Null for a conversation that is known but has no state. */
  readonly conversations: Map<string, StoredConversation | null>;
  readonly owners: Map<string, MemoryOwner>;
  readonly replies: MemoryReply[];
  readonly outbox: MemoryCall[];
  readonly effects: MemoryEffect[];
  readonly audit: AuditRecord[];
  readonly places: Map<string, Place>;
  readonly ledger: Map<string, LedgerRow>;
  /** What people agreed to; the newest word counts. */
  readonly consents: Map<string, Consent>;
  /** The languages that people chose. */
  readonly languages: Map<string, LanguageCode>;
  /** The last numbers given: those of rows that are gone are not given again. */
  readonly last: { reply: number; call: number };
}

/** An empty disk. Rows are numbered from 1. */
export function emptyTables(): MemoryTables {
  return {
    inbox: [],
    conversations: new Map(),
    owners: new Map(),
    replies: [],
    outbox: [],
    effects: [],
    audit: [],
    places: new Map(),
    ledger: new Map(),
    consents: new Map(),
    languages: new Map(),
    last: { reply: 0, call: 0 },
  };
}

/** A copy as a database would give it back. Throws on what does not survive JSON. */
export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

export function isOpen(call: MemoryCall): call is MemoryCall & OutboxCall {
  return call.status === 'pending' || call.status === 'sending';
}

import { type AuditTable, createAuditTable } from './audit-table.ts';
import { type ConsentTable, createConsentTable } from './consent-table.ts';
import { type ConversationTable, createConversationTable } from './conversation-table.ts';
import { createDeadLetterTable, type DeadLetterTable } from './dead-letter-table.ts';
import { createEffectTable, type EffectTable } from './effect-table.ts';
import { createForget, type Forget } from './forgetting.ts';
import { createInboxTable, type InboxTable } from './inbox-table.ts';
import { createInstallationTable, type InstallationTable } from './installation-table.ts';
import { createLedgerTable, type LedgerTable } from './ledger-table.ts';
import { createOutboxTable, type OutboxTable } from './outbox-table.ts';
import { createPlaceTable, type PlaceTable } from './place-table.ts';
import { createReplyTable, type ReplyTable } from './reply-table.ts';
import type { Prepare } from './statements.ts';
import { createTalkTable, type TalkTable } from './talk-table.ts';

export interface Tables {
  readonly inbox: InboxTable;
  readonly conversations: ConversationTable;
  readonly replies: ReplyTable;
  readonly outbox: OutboxTable;
  readonly effects: EffectTable;
  readonly audit: AuditTable;
  readonly places: PlaceTable;
  readonly deadLetters: DeadLetterTable;
  readonly ledger: LedgerTable;
  readonly consents: ConsentTable;
  readonly forget: Forget;
  readonly installations: InstallationTable;
  readonly talks: TalkTable;
}

/** All tables of one database, their statements compiled once. */
export function createTables(prepare: Prepare): Tables {
  return {
    inbox: createInboxTable(prepare),
    conversations: createConversationTable(prepare),
    replies: createReplyTable(prepare),
    outbox: createOutboxTable(prepare),
    effects: createEffectTable(prepare),
    audit: createAuditTable(prepare),
    places: createPlaceTable(prepare),
    deadLetters: createDeadLetterTable(prepare),
    ledger: createLedgerTable(prepare),
    consents: createConsentTable(prepare),
    forget: createForget(prepare),
    installations: createInstallationTable(prepare),
    talks: createTalkTable(prepare),
  };
}

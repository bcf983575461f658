import { createConsentTable } from './consent-table.ts';
import { createLanguageTable } from './language-table.ts';
import { createPlaceholderTable } from './placeholder-table.ts';
import type { Prepare } from './statements.ts';

/** What is taken away, and what stays because somebody still waits for it. */
interface Forgetting {
  readonly person: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The message that asked for it: it and its reply stay, without anything that was said, until the reply is read. */
  readonly asked?: { readonly message: number; readonly conversation: string };
}

/** Takes everything of a person away; resolves with the conversations that are gone. Inside somebody else's transaction. */
export type Forget = (forgetting: Forgetting) => readonly string[];

/** The address of a conversation that nobody has any more. */
export const noAddress = '{"to":""}';

/**
 * Deletes whatever a person said, was told and taught. Event keys stay without anything else, until they are too old
 * for a platform to deliver the event again: a late retry must not bring a forgotten message back.
 */
export function createForget(prepare: Prepare): Forget {
  const consents = createConsentTable(prepare);
  const languages = createLanguageTable(prepare);
  const placeholders = createPlaceholderTable(prepare);
  const statements = compile(prepare);

  function empty(conversation: string, asked: number | null): void {
    statements.calls.run(conversation);
    // The reply to the message that asked for it is all that may be left to read.
    statements.replies.run(conversation, asked ?? 0);
    statements.effects.run(conversation);
    placeholders.forget(conversation);
    if (asked === null) statements.conversation.run(conversation);
    else statements.bare.run(noAddress, conversation);
  }

  return ({ person, at, asked }) => {
    const conversations = statements.owned.all(person).map(({ id }) => id);
    for (const id of conversations) empty(id, asked?.conversation === id ? asked.message : null);
    statements.ownEffects.run(person);
    statements.unreadReplies.run(person, asked?.message ?? 0);
    statements.messages.run(at, person, asked?.message ?? 0);
    if (asked) statements.askedMessage.run(asked.message);
    statements.ledger.run(person);
    statements.audit.run(person);
    consents.forget(person);
    languages.forget(person);
    return conversations;
  };
}

function compile(prepare: Prepare) {
  return {
    owned: prepare<[string], { id: string }>('SELECT id FROM conversation WHERE person = ?'),
    calls: prepare<[string]>('DELETE FROM outbox WHERE conversation = ?'),
    replies: prepare<[string, number]>('DELETE FROM reply WHERE conversation = ? AND message <> ?'),
    effects: prepare<[string]>('DELETE FROM effect WHERE conversation = ?'),
    conversation: prepare<[string]>('DELETE FROM conversation WHERE id = ?'),
    bare: prepare<[string, string]>(
      'UPDATE conversation SET version = 0, state = NULL, person = NULL, address = ? WHERE id = ?',
    ),
    ownEffects: prepare<[string]>('DELETE FROM effect WHERE person = ?'),
    // In a talk that is not theirs: what they were told there.
    unreadReplies: prepare<[string, number]>(
      `DELETE FROM reply WHERE message IN (SELECT sequence FROM inbox WHERE person = ? AND sequence <> ?)
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.reply = reply.sequence)`,
    ),
    messages: prepare<[number, string, number]>(
      `UPDATE inbox SET incoming = NULL, dead_reason = NULL, answered_at = coalesce(answered_at, ?), person = NULL,
       conversation = '' WHERE person = ? AND sequence <> ?`,
    ),
    askedMessage: prepare<[number]>('UPDATE inbox SET incoming = NULL, person = NULL WHERE sequence = ?'),
    ledger: prepare<[string]>('DELETE FROM ledger WHERE identity = ?'),
    audit: prepare<[string]>('UPDATE audit SET salt = NULL, subject = NULL, detail = NULL WHERE subject = ?'),
  };
}

import type { Conversation, Effect, PersonRecord } from '../conversation/state.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { Address, Incoming, LanguageCode, Reply } from '../message.ts';
import { createConsentTable } from './consent-table.ts';
import { createLanguageTable } from './language-table.ts';
import type { Prepare } from './statements.ts';

function chosen(language: LanguageCode | null): Pick<PersonRecord, 'language'> {
  return language === null ? {} : { language };
}

/** Gathers everything that is kept of one person, from every table. */
export function createPersonRecordQuery(prepare: Prepare): (person: string) => PersonRecord {
  const consents = createConsentTable(prepare);
  const languages = createLanguageTable(prepare);
  const talks = prepare<[string], { id: string; at: number; address: string; state: string | null }>(
    'SELECT id, updated_at AS at, address, state FROM conversation WHERE person = ? ORDER BY updated_at, id',
  );
  const messages = prepare<[string], { at: number; conversation: string; incoming: string | null }>(
    'SELECT received_at AS at, conversation, incoming FROM inbox WHERE person = ? ORDER BY sequence',
  );
  const replies = prepare<[string], { conversation: string; body: string }>(
    `SELECT reply.conversation, reply.body FROM reply JOIN conversation ON conversation.id = reply.conversation
     WHERE conversation.person = ? ORDER BY reply.sequence`,
  );
  const effects = prepare<[string], { at: number; conversation: string; body: string }>(
    'SELECT at, conversation, body FROM effect WHERE person = ? ORDER BY id',
  );
  const learnt = prepare<
    [string],
    { at: number; pack: string; problem: string; outcome: string; fix: string | null; evidence: string }
  >('SELECT at, pack, problem, outcome, fix, evidence FROM ledger WHERE identity = ? ORDER BY at, id');

  // All JSON here was written by the tables' own `insert` from the types it is read as.
  return (person) => ({
    person,
    consent: consents.get(person),
    ...chosen(languages.get(person)),
    talks: talks.all(person).map(({ id, at, address, state }) => ({
      conversation: id,
      at,
      address: JSON.parse(address) as Address,
      state: state === null ? null : (JSON.parse(state) as Conversation),
    })),
    messages: messages.all(person).map(({ incoming, ...message }) => ({
      ...message,
      ...(incoming === null ? {} : { text: (JSON.parse(incoming) as Incoming).text }),
    })),
    replies: replies.all(person).map(({ conversation, body }) => ({
      conversation,
      reply: JSON.parse(body) as Reply,
    })),
    effects: effects
      .all(person)
      .map(({ body, ...rest }) => ({ ...rest, effect: JSON.parse(body) as Effect })),
    learnt: learnt.all(person).map(({ fix, evidence, ...row }) => ({
      ...row,
      ...(fix === null ? {} : { fix }),
      evidence: JSON.parse(evidence) as Evidence[],
    })),
  });
}

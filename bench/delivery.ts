import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation, World } from '../src/conversation/state.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { createDelivery } from '../src/delivery/delivery.ts';
import type { Incoming, Platform, PlatformHost, Reply } from '../src/message.ts';
import { createIdentities } from '../src/privacy/identities.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import { printReport, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:delivery`: what keeping the word costs, without thinking and without HTTP. A thousand people each send
 * a message, wait for its reply, and send the next; every message is redacted, received, answered and marked as sent on
 * a database that survives a power cut.
 */
const runs = 5;
const messages = 16_000;

const rows = [...(await rowsFor(1_000)), ...(await rowsFor(64))];
printReport('delivery', rows);

async function rowsFor(people: number): Promise<readonly Row[]> {
  // One run before those that count, to warm the machine up.
  await measure(people);
  const results: Result[] = [];
  while (results.length < runs) results.push(await measure(people));
  const row = (metric: string, unit: string, pick: (result: Result) => number) =>
    rowOf(
      { name: `receive and complete, ${people} people`, subject: 'askfix', metric, unit },
      results.map(pick),
    );
  return [
    row('messages', '/s', ({ rate }) => rate),
    row('transactions per 1,000 messages', '', ({ transactions }) => transactions),
    row('statements per message', '', ({ statements }) => statements),
  ];
}

interface Result {
  readonly rate: number;
  readonly transactions: number;
  readonly statements: number;
}

async function measure(people: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-bench-'));
  const store = openSqlite({ folder, now: Date.now });
  const platform = page();
  const delivery = createDelivery({
    store,
    platforms: [platform],
    identities: createIdentities(store.identityKey),
    advance: (state, incoming) => ({
      state: remember(state, incoming),
      reply: replyTo(incoming),
      effects: [],
    }),
    apologise: (_language, incoming) => replyTo(incoming),
    refuse: (reason) => reason,
    world: (moment) => ({ ...moment, knowledge: {} as World['knowledge'] }),
    clock: systemClock,
    random: Math.random,
  });
  await delivery.start();
  const host = delivery.host(platform, () => {});
  const started = performance.now();
  await Promise.all(Array.from({ length: people }, (_, person) => talk(host, person, messages / people)));
  const seconds = (performance.now() - started) / 1_000;
  await delivery.stop();
  const { outbox, inbox } = await store.depth();
  if (outbox + inbox > 0) throw new Error(`${inbox} messages and ${outbox} calls were left over.`);
  const { counters } = store;
  store.close();
  rmSync(folder, { recursive: true });
  return {
    rate: messages / seconds,
    transactions: (1_000 * counters.transactions) / messages,
    statements: counters.statements / messages,
  };
}

async function talk(host: PlatformHost, person: number, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const incoming = message(person, turn);
    await host.receive(incoming);
    const replies = await host.answered(incoming.conversation, incoming.eventKey, 10_000);
    if (replies?.length !== 1) throw new Error(`${incoming.eventKey} has ${replies?.length} replies.`);
  }
}

function message(person: number, turn: number): Incoming {
  // Sixteen turns are a long talk; then the person begins another.
  const conversation = `web:${person}-${turn >> 4}-0123456789abcdef0123456789abcdef`;
  return {
    platform: 'web',
    conversation,
    person: `${person}`,
    eventKey: `${conversation}/${turn}`,
    kind: 'text',
    text: 'QQ提示服务器拒绝了您发送离线文件怎么办, error 0x80070057',
    addressed: 'direct',
    address: { to: conversation },
  };
}

/** A state of the size that real talks have. */
function remember(state: Conversation | null, incoming: Incoming): Conversation {
  const turn = (state?.turn ?? 0) + 1;
  const said = { type: 'said', text: incoming.text, turn } as const;
  const answered = {
    type: 'answered',
    observation: 'small-file',
    answer: 'yes',
    source: 'asked',
    turn,
  } as const;
  const events = [...(state?.events ?? []), said, answered];
  return {
    version: 1,
    talk: 'abc123',
    language: 'zh',
    turn,
    lastAt: 0,
    knowledgeVersion: 'bench',
    events,
    open: null,
  };
}

function replyTo(incoming: Incoming): Reply {
  const choices = ['yes', 'no', 'unknown', 'why'].map((label, index) => ({ id: `abc123-1-${index}`, label }));
  const text =
    'Does a very small file, such as an empty text file, go through to the same person right now? '.repeat(5);
  return {
    id: incoming.eventKey,
    kind: 'question',
    language: 'en',
    blocks: [{ type: 'text', text }],
    choices,
    about: {},
  };
}

/** The web page's shape: a repeated call does no harm. */
function page(): Platform {
  return {
    name: 'web',
    repeat: 'harmless',
    start: async () => {},
    encode: (reply, address) => [{ body: { reply: reply.id, to: address.to } }],
    send: async () => ({}),
    stop: async () => {},
  };
}

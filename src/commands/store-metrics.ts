import type { Metric } from '../server/metrics.ts';
import type { SqliteStorage } from '../storage/sqlite.ts';
import type { LiveKnowledge } from './live-knowledge.ts';

/** What the store counts, as `/metrics` shows it. */
export async function storeMetrics(
  storage: SqliteStorage,
  knowledge: LiveKnowledge | undefined,
): Promise<readonly Metric[]> {
  const { inbox, outbox, dead } = await storage.depth();
  const { transactions, statements } = storage.counters;
  return [
    gauge('askfix_inbox_depth', 'Messages accepted and not yet answered.', inbox),
    gauge('askfix_outbox_depth', 'Calls to platforms that are not sent yet.', outbox),
    gauge('askfix_dead_letters', 'Messages and calls that were given up.', dead),
    counter(
      'askfix_store_transactions_total',
      'Transactions committed to disk since the start.',
      transactions,
    ),
    counter('askfix_store_statements_total', 'SQL statements run since the start.', statements),
    {
      name: 'askfix_knowledge_info',
      help: 'Which knowledge is in use.',
      kind: 'gauge',
      samples: knowledge ? [{ labels: { version: knowledge.current().version }, value: 1 }] : [],
    },
  ];
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'gauge', samples: [{ value }] };
}

function counter(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'counter', samples: [{ value }] };
}

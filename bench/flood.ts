import { execFile } from 'node:child_process';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import { dataFolder, type ServerProcess, startServer } from '../test/fixtures/server-process.ts';
import { floodDelivery } from './flood-delivery.ts';
import { printReport, quantile, type Row, rowOf } from './report.ts';
import { type WebUser, webUser } from './web-user.ts';

/**
 * `npm run bench:flood`: what 300 people notice of one who sends 10,000 messages a second. A real server with the limits
 * it has without settings, over HTTP; the people's messages are due at fixed times, latency counts from then. They are
 * measured without the flooder first, then with. Server, people and flooder share the machine. A refusal comes after a
 * second, so over HTTP most of a flood never leaves its sender; without HTTP all of it reaches the entrance.
 */
const runs = 5;
const people = 300;
const peopleRate = 150;
const seconds = 6;
const floodRate = 10_000;
const usual = { LIMIT_PER_USER: '20', LIMIT_TOTAL: '20000' };
const flooder = fileURLToPath(new URL('./flooder.ts', import.meta.url));

const figures: Record<string, number[]> = {};
const note = (name: string, value: number) => {
  figures[name] = [...(figures[name] ?? []), value];
};

for (let run = 0; run < runs; run++) {
  const folder = dataFolder();
  const server = await startServer(folder.path, undefined, usual);
  await server.ready();
  // Every connection in its turn: one that rests for five seconds is closed by the server, perhaps just as it is used.
  const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' });
  try {
    const random = seededRandom(`flood/${run}`);
    const crowd = [...Array(people).keys()].map(() => webUser({ origin: server.origin, agent, random }));
    await onSchedule(crowd);
    const calm = await onSchedule(crowd);
    const flood = flooded(server);
    const busy = await onSchedule(crowd);
    const { sentPerSecond, statuses } = await flood;
    note('calm', quantile(calm, 0.95));
    note('busy', quantile(busy, 0.95));
    note('ratio', quantile(busy, 0.95) / quantile(calm, 0.95));
    note('sent', sentPerSecond);
    note('answered', statuses['200'] ?? 0);
    note('refused', statuses['429'] ?? 0);
  } finally {
    agent.destroy();
    await server.stop();
    folder.remove();
  }
}

for (let run = 0; run < runs; run++) {
  const { calm, busy, flooded } = await floodDelivery({ people: peopleRate, flooder: floodRate, seconds });
  note('direct calm', quantile(calm, 0.95));
  note('direct busy', quantile(busy, 0.95));
  note('direct ratio', quantile(busy, 0.95) / quantile(calm, 0.95));
  note('direct sent', flooded / seconds);
}

const row = (name: string, metric: string, unit: string, key: string): Row =>
  rowOf({ name, subject: 'askfix', metric, unit }, figures[key] ?? []);
printReport('flood', [
  row(`${people} people, nobody else`, 'p95', 'ms', 'calm'),
  row(`the same beside ${floodRate}/s of one`, 'p95', 'ms', 'busy'),
  row('with the flooder', 'p95, times as long', '×', 'ratio'),
  row('the flooder', 'got rid of', '/s', 'sent'),
  row('the flooder', 'messages answered', 'in all', 'answered'),
  row('everybody else', 'failed messages', 'in all', 'failed'),
  row(`without HTTP, ${peopleRate}/s, nobody else`, 'p95', 'ms', 'direct calm'),
  row(`the same beside ${floodRate}/s of one`, 'p95', 'ms', 'direct busy'),
  row('with the flooder', 'p95, times as long', '×', 'direct ratio'),
  row('the flooder', 'reached the entrance', '/s', 'direct sent'),
]);

async function flooded(
  server: ServerProcess,
): Promise<{ sentPerSecond: number; statuses: Record<string, number> }> {
  const first = await fetch(`${server.origin}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'hello' }),
  });
  const { conversation } = (await first.json()) as { conversation: string };
  const port = new URL(server.origin).port;
  const words = [flooder, port, conversation, String(floodRate), String(seconds)];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as { sentPerSecond: number; statuses: Record<string, number> };
}

/** Latencies of a crowd whose messages are due at fixed times; nobody waits for somebody else's answer. */
async function onSchedule(crowd: readonly WebUser[]): Promise<number[]> {
  const latencies: number[] = [];
  const total = peopleRate * seconds;
  const started = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * peopleRate));
    for (; index < due; index++) {
      const dueAt = started + (index * 1000) / peopleRate;
      const user = crowd[index % crowd.length] as WebUser;
      pending.push(
        user.next().then((ok) => {
          note('failed', ok ? 0 : 1);
          latencies.push(performance.now() - dueAt);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  return latencies;
}

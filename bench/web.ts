import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import { dataFolder, type ServerProcess, startServer } from '../test/fixtures/server-process.ts';
import { printReport, quantile, type Row, rowOf } from './report.ts';
import { type WebUser, webUser } from './web-user.ts';

/**
 * `npm run bench:web`: a thousand people talk over HTTP with a real server that commits every message to disk
 * (synchronous=FULL) before it accepts it. First as fast as 64 connections go, then on a fixed schedule with latency
 * counted from the moment a message was due, so that a slow server cannot hide its queue.
 * The generator runs on the same machine; its share of the processor is the server's loss.
 */
const runs = 5;
const users = 1000;
const connections = 64;
const seconds = 8;
const scheduledRate = 2000;

const figures: Record<string, number[]> = {};
const note = (name: string, value: number) => {
  figures[name] = [...(figures[name] ?? []), value];
};

for (let run = 0; run < runs; run++) {
  const folder = dataFolder();
  const server = await startServer(folder.path);
  await server.ready();
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    const random = seededRandom(`web/${run}`);
    const crowd = [...Array(users).keys()].map(() => webUser({ origin: server.origin, agent, random }));
    await everybodyOnce(crowd);
    await closedLoop(server, crowd);
    await countedLoop(server, crowd);
    await onSchedule(crowd);
    note('memory', server.residentMb());
  } finally {
    agent.destroy();
    await server.stop();
    folder.remove();
  }
}

const subject = 'askfix';
const row = (name: string, metric: string, unit: string, key: string): Row =>
  rowOf({ name, subject, metric, unit }, figures[key] ?? []);
printReport(
  'web',
  [
    row(`${connections} connections, closed loop`, 'accepted and answered', '/s', 'rate'),
    row(`${connections} connections, closed loop`, 'p99', 'ms', 'closed99'),
    row(`${connections} connections, closed loop`, 'transactions', '/message', 'transactions'),
    row(`${connections} connections, closed loop`, 'fsyncs', '/message', 'fsyncs'),
    row(`${scheduledRate}/s on schedule`, 'answered in time', '/s', 'kept'),
    row(`${scheduledRate}/s on schedule`, 'p50', 'ms', 'open50'),
    row(`${scheduledRate}/s on schedule`, 'p99', 'ms', 'open99'),
    row('all', 'failed messages', 'in all', 'failed'),
    row('all', 'resident memory', 'MB', 'memory'),
  ].filter((one) => one.runs > 0),
);

async function everybodyOnce(crowd: readonly WebUser[]): Promise<void> {
  const answered = await Promise.all(crowd.map((user) => user.next()));
  note('failed', answered.filter((one) => !one).length);
}

async function closedLoop(server: ServerProcess, crowd: readonly WebUser[]): Promise<void> {
  const before = await transactions(server);
  const { latencies, elapsedMs } = await talkAtOnce(crowd, seconds * 1000);
  note('rate', latencies.length / (elapsedMs / 1000));
  note('closed99', quantile(latencies, 0.99));
  note('transactions', ((await transactions(server)) - before) / latencies.length);
}

/** The same once more, shortly and under strace, which slows the server: only for the number of fsyncs per message. */
async function countedLoop(server: ServerProcess, crowd: readonly WebUser[]): Promise<void> {
  const counting = countSyncs(server.pid, 2000);
  const { latencies } = await talkAtOnce(crowd, 2000);
  const syncs = await counting;
  if (syncs !== null) note('fsyncs', syncs / latencies.length);
}

/** All connections busy for `forMs`; a person has one message under way at a time. */
async function talkAtOnce(
  crowd: readonly WebUser[],
  forMs: number,
): Promise<{ latencies: number[]; elapsedMs: number }> {
  const latencies: number[] = [];
  const started = performance.now();
  let turn = 0;
  const client = async () => {
    while (performance.now() < started + forMs) {
      const user = crowd[turn++ % crowd.length] as WebUser;
      const sent = performance.now();
      if (!(await user.next())) note('failed', 1);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all([...Array(connections).keys()].map(client));
  return { latencies, elapsedMs: performance.now() - started };
}

/** Messages are due at fixed times; nobody waits for an earlier answer of somebody else. */
async function onSchedule(crowd: readonly WebUser[]): Promise<void> {
  const latencies: number[] = [];
  const total = scheduledRate * seconds;
  const started = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * scheduledRate));
    for (; index < due; index++) {
      const dueAt = started + (index * 1000) / scheduledRate;
      const user = crowd[index % crowd.length] as WebUser;
      pending.push(
        user.next().then((ok) => {
          if (!ok) note('failed', 1);
          latencies.push(performance.now() - dueAt);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  note('kept', latencies.length / ((performance.now() - started) / 1000));
  note('open50', quantile(latencies, 0.5));
  note('open99', quantile(latencies, 0.99));
}

/** Commits since the server started, as it counts them itself. */
async function transactions(server: ServerProcess): Promise<number> {
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(/^askfix_store_transactions_total (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

/** fsync and fdatasync calls, counted by strace; null where strace is not installed. */
function countSyncs(pid: number, forMs: number): Promise<number | null> {
  return new Promise((resolve) => {
    const tracer = spawn('strace', ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-p', String(pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let summary = '';
    tracer.stderr.on('data', (part: Buffer) => {
      summary += part;
    });
    tracer.on('error', () => resolve(null));
    const timer = setTimeout(() => tracer.kill('SIGINT'), forMs + 200);
    tracer.on('exit', () => {
      clearTimeout(timer);
      const calls = [...summary.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*(?:fsync|fdatasync)/gm)];
      resolve(calls.length > 0 ? calls.reduce((sum, match) => sum + Number(match[1]), 0) : null);
    });
  });
}

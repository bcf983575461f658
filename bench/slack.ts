import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { dataFolder, type ServerProcess, startServer } from '../test/fixtures/server-process.ts';
import { type SlackApi, slackApi } from '../test/fixtures/slack-api.ts';
import { postSigned, signingSecret, slackEvent } from '../test/fixtures/slack-crowd.ts';
import { killRun } from '../test/fixtures/slack-kill-run.ts';
import { printReport, quantile, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:slack`: people mention the bot, each in a thread of their own, in signed events over HTTP. Every event
 * is committed to disk before its ack, answered, and its answer posted to a Slack API that runs beside the generator.
 * First as fast as 32 connections go, until the last answer arrived; then on a schedule, with the ack's time counted
 * from when the event was due. `--kills` instead: 12,000 events with 5 % duplicates while the server is killed 4 times.
 */
const runs = 5;
const connections = 32;
const crowd = 5_000;
const scheduledRate = 500;
const scheduledSeconds = 8;

const figures: Record<string, number[]> = {};
const note = (name: string, value: number) => {
  figures[name] = [...(figures[name] ?? []), value];
};
const row = (name: string, metric: string, unit: string, key: string): Row =>
  rowOf({ name, subject: 'askfix', metric, unit }, figures[key] ?? []);

if (process.argv.includes('--kills')) await benchKills();
else await benchSpeed();

async function benchKills(): Promise<void> {
  const result = await killRun({ events: 12_000, duplicateShare: 0.05, kills: 4, connections });
  for (const [name, value] of Object.entries(result)) note(name, value);
  const name = '12,000 events, 5 % twice, 4 kills';
  printReport('slack', [
    row(name, 'kills', '', 'killed'),
    row(name, 'lost', 'events', 'lost'),
    row(name, 'answered twice', 'events', 'twice'),
    row(name, 'events', '/s', 'rate'),
  ]);
}

async function benchSpeed(): Promise<void> {
  for (let run = 0; run < runs; run++) {
    const folder = dataFolder();
    const api = await slackApi();
    const server = await startServer(folder.path, undefined, settingsFor(api));
    await server.ready();
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    try {
      await closedLoop({ server, api, agent });
      await onSchedule({ server, api, agent });
      note('memory', server.residentMb());
    } finally {
      agent.destroy();
      await server.stop();
      await api.close();
      folder.remove();
    }
  }
  const closed = `${connections} connections, closed loop`;
  const scheduled = `${scheduledRate}/s on schedule`;
  printReport('slack', [
    row(closed, 'received and answered', '/s', 'rate'),
    row(closed, 'ack p99', 'ms', 'closed99'),
    row(closed, 'processor of the server', 'ms/event', 'processor'),
    row(scheduled, 'ack p50', 'ms', 'open50'),
    row(scheduled, 'ack p99', 'ms', 'open99'),
    row(scheduled, 'until answered p99', 'ms', 'answer99'),
    row('all', 'not acked, lost or twice', 'events', 'wrong'),
    row('all', 'resident memory', 'MB', 'memory'),
  ]);
}

interface Rig {
  readonly server: ServerProcess;
  readonly api: SlackApi;
  readonly agent: Agent;
}

function settingsFor(api: SlackApi): Record<string, string> {
  return { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: api.url };
}

/** Whether the event was acked. */
async function send({ server, agent }: Rig, index: number): Promise<boolean> {
  const { body } = slackEvent(index);
  return (await postSigned({ url: `${server.origin}/slack/events`, agent, body, now: Date.now() })) === 200;
}

/** When each thread got its answer; all events from `first` up to `end`. */
async function untilAnswered({ api }: Rig, first: number, end: number): Promise<void> {
  const patience = performance.now() + 60_000;
  for (let index = first; index < end && performance.now() < patience; ) {
    const { channel, ts } = slackEvent(index);
    if (api.posted(channel, ts).length > 0) index += 1;
    else await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function countWrong({ api }: Rig, first: number, end: number): number {
  let wrong = 0;
  for (let index = first; index < end; index++) {
    const { channel, ts } = slackEvent(index);
    if (api.posted(channel, ts).length !== 1) wrong += 1;
  }
  return wrong;
}

/** Processor time of the server so far, in milliseconds (Linux: fields 14 and 15 of /proc/PID/stat, in hundredths). */
function processorMs({ server }: Rig): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function closedLoop(rig: Rig): Promise<void> {
  const latencies: number[] = [];
  let next = 0;
  let failed = 0;
  const worked = processorMs(rig);
  const started = performance.now();
  const client = async () => {
    while (next < crowd) {
      const sent = performance.now();
      if (!(await send(rig, next++))) failed += 1;
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  await untilAnswered(rig, 0, crowd);
  note('rate', crowd / ((performance.now() - started) / 1_000));
  note('processor', (processorMs(rig) - worked) / crowd);
  note('closed99', quantile(latencies, 0.99));
  note('wrong', failed + countWrong(rig, 0, crowd));
}

async function onSchedule(rig: Rig): Promise<void> {
  const total = scheduledRate * scheduledSeconds;
  const acks: number[] = [];
  const answers: number[] = [];
  const dueAt = new Map<string, number>();
  let failed = 0;
  rig.api.onPosted(({ fields }) => {
    const due = dueAt.get(fields.thread_ts ?? '');
    if (due !== undefined) answers.push(performance.now() - due);
  });
  const started = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < total; ) {
    const end = Math.min(total, Math.floor(((performance.now() - started) / 1_000) * scheduledRate));
    for (; index < end; index++) {
      const due = started + (index * 1_000) / scheduledRate;
      dueAt.set(slackEvent(crowd + index).ts, due);
      pending.push(
        send(rig, crowd + index).then((isAcked) => {
          if (!isAcked) failed += 1;
          acks.push(performance.now() - due);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  await untilAnswered(rig, crowd, crowd + total);
  note('open50', quantile(acks, 0.5));
  note('open99', quantile(acks, 0.99));
  note('answer99', quantile(answers, 0.99));
  note('wrong', failed + countWrong(rig, crowd, crowd + total));
}

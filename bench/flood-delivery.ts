import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../src/commands/assembly.ts';
import { liveKnowledge } from '../src/commands/live-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import type { Incoming, Platform, PlatformHost } from '../src/message.ts';
import { livePlaces } from '../src/operations/live-places.ts';
import { openSqlite } from '../src/storage/sqlite.ts';

/** How long people waited for their replies, in milliseconds, and how many messages the flooder got rid of. */
export interface Waited {
  readonly calm: readonly number[];
  readonly busy: readonly number[];
  readonly flooded: number;
}

/** Messages a second: of all people together, and of the one who floods. */
export interface Rates {
  readonly people: number;
  readonly flooder: number;
  readonly seconds: number;
}

const texts = ['QQ提示服务器拒绝了您发送离线文件怎么办', '0x80070057', 'help', 'my printer is on fire'];

/**
 * The same without HTTP, so that every one of the flooder's messages reaches the entrance: real knowledge, real database
 * (synchronous=FULL), the limits as they are without settings. Each person says something new in a talk of their own.
 */
export async function floodDelivery({ people, flooder, seconds }: Rates): Promise<Waited> {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-bench-'));
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error', LIMIT_TOTAL: '0' });
  const log = createLog(config);
  const storage = openSqlite({ folder, now: Date.now });
  const knowledge = await liveKnowledge(config, log);
  const platform = quiet();
  const delivery = assemble({
    storage,
    platforms: [platform],
    knowledge,
    places: await livePlaces(storage.places),
    parameters: { current: () => undefined },
    log,
    limits: config.limits,
  });
  const host = delivery.host(platform, () => {});
  await delivery.start();
  const crowd = (round: string) => onSchedule(people * seconds, people, (index) => ask(host, round, index));
  await crowd('warm');
  const calm = await crowd('calm');
  let flooded = 0;
  const flood = onSchedule(flooder * seconds, flooder, (index) => {
    flooded += 1;
    return host.receive(message('flooder', `flood-${index}`, `nothing new, message ${index}`));
  });
  const busy = await crowd('busy');
  await flood;
  await delivery.stop();
  knowledge.stop();
  storage.close();
  rmSync(folder, { recursive: true });
  return { calm, busy, flooded };
}

async function ask(host: PlatformHost, round: string, index: number): Promise<void> {
  const text = texts[index % texts.length] as string;
  const incoming = message(`${round}-${index >> 2}`, `${round}-${index}`, text);
  await host.receive(incoming);
  const replies = await host.answered(incoming.conversation, incoming.eventKey, 60_000);
  if (replies?.length !== 1) throw new Error(`${incoming.eventKey} has ${replies?.length} replies.`);
}

/** Starts work at fixed times and gives how long each piece took from the moment it was due, in milliseconds. */
async function onSchedule(
  total: number,
  rate: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const latencies: number[] = [];
  const pending: Promise<unknown>[] = [];
  const started = performance.now();
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * rate));
    for (; index < due; index += 1) {
      const dueAt = started + (index * 1000) / rate;
      pending.push(work(index).then(() => latencies.push(performance.now() - dueAt)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  return latencies;
}

function message(person: string, eventKey: string, text: string): Incoming {
  const conversation = `quiet:${person}`;
  return {
    platform: 'quiet',
    conversation,
    person,
    eventKey,
    kind: 'text',
    text,
    addressed: 'direct',
    address: { to: person },
  };
}

/** A chat in which everything arrives. */
function quiet(): Platform {
  return {
    name: 'quiet',
    repeat: 'harmless',
    start: async () => {},
    encode: () => [{ body: {} }],
    send: async () => ({}),
    stop: async () => {},
  };
}

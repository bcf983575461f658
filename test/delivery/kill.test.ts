import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/diagnosis/seeded-random.ts';
import { dataFolder, freePort, type ServerProcess, startServer } from '../fixtures/server-process.ts';

const conversations = 50;
const messagesEach = 40;
const kills = 5;
const duplicateShare = 0.1;

interface Answer {
  readonly conversation: string;
  readonly replies: readonly { readonly id: string }[];
}

/**
 * A real server is killed without warning again and again while 50 people talk, who repeat what was not answered (and
 * sometimes what was). Afterwards every message must have exactly one reply, in the order of the messages.
 */
describe('kill -9 under load', () => {
  it(`loses nothing, answers nothing twice, keeps the order (${kills} kills, ${conversations * messagesEach} messages)`, {
    timeout: 180_000,
  }, async () => {
    const folder = dataFolder();
    const port = await freePort();
    let server: ServerProcess = await startServer(folder.path, port);
    await server.ready();
    try {
      const random = seededRandom('kill');
      let answered = 0;
      let killed = 0;
      let restarting: Promise<void> = Promise.resolve();
      const onAnswer = () => {
        answered += 1;
        if (killed < kills && answered >= ((killed + 1) * conversations * messagesEach) / (kills + 1)) {
          killed += 1;
          restarting = restarting.then(async () => {
            await server.kill();
            server = await startServer(folder.path, port);
          });
        }
      };
      const talks = await Promise.all(
        [...Array(conversations).keys()].map((person) => talk(server.origin, { person, random, onAnswer })),
      );
      await restarting;
      await server.ready();
      expect(killed).toBe(kills);
      expect(answered).toBe(conversations * messagesEach);
      for (const { conversation, replyIds } of talks) {
        expect(new Set(replyIds).size).toBe(messagesEach);
        expect(await streamedIds(server.origin, conversation, messagesEach)).toEqual(replyIds);
      }
    } finally {
      await server.kill();
      folder.remove();
    }
  });
});

/** One person says forty things, one after the other, each until it is answered. */
async function talk(
  origin: string,
  { person, random, onAnswer }: { person: number; random: () => number; onAnswer: () => void },
): Promise<{ conversation: string; replyIds: string[] }> {
  let conversation: string | undefined;
  const replyIds: string[] = [];
  for (let index = 0; index < messagesEach; index++) {
    // The first id stands for the conversation itself until it has a name: only a random UUID is hard enough to guess.
    const message = {
      id: index === 0 ? randomUUID() : `person-${person}-message-${index}`,
      text: sayings[(person + index) % sayings.length],
      ...(conversation ? { conversation } : {}),
    };
    const answer = await untilAnswered(origin, message);
    conversation = answer.conversation;
    expect(answer.replies).toHaveLength(1);
    if (random() < duplicateShare) expect(await untilAnswered(origin, message)).toEqual(answer);
    replyIds.push((answer.replies[0] as { id: string }).id);
    onAnswer();
  }
  return { conversation: conversation as string, replyIds };
}

async function untilAnswered(origin: string, message: object): Promise<Answer> {
  for (let attempt = 0; attempt < 2000; attempt++) {
    const response = await fetch(`${origin}/api/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    }).catch(() => undefined);
    const answer = response?.status === 200 ? await bodyOf(response) : undefined;
    if (answer) return answer;
    if (response && response.status !== 200 && response.status < 500 && response.status !== 202)
      throw new Error(`${response.status}: ${await response.text()}`);
    await pause();
  }
  throw new Error('A message was not answered in time');
}

/** The body, unless the server died while it was being read. */
async function bodyOf(response: Response): Promise<Answer | undefined> {
  return response.json().then(
    (body) => body as Answer,
    () => undefined,
  );
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Reply ids as the event stream tells them from the beginning, and whatever comes after the expected number. */
async function streamedIds(origin: string, conversation: string, expected: number): Promise<string[]> {
  const stop = new AbortController();
  const response = await fetch(`${origin}/api/v1/conversations/${conversation}/events`, {
    headers: { 'last-event-id': '0' },
    signal: stop.signal,
  });
  const ids: string[] = [];
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let text = '';
  for (let quiet = false; !quiet; ) {
    const next = reader.read().catch(() => ({ done: true, value: undefined }));
    const part = await Promise.race([
      next,
      new Promise<null>((resolve) => setTimeout(() => resolve(null), ids.length >= expected ? 100 : 5000)),
    ]);
    quiet = part === null || part.done === true;
    text += part?.value ?? '';
    ids.splice(
      0,
      ids.length,
      // Only whole lines: a part of the stream may end anywhere.
      ...[...text.matchAll(/^data: (.*)\n/gm)].map(
        (match) => (JSON.parse(match[1] as string) as { id: string }).id,
      ),
    );
  }
  stop.abort();
  return ids;
}

const sayings = [
  'help',
  '0x80070057',
  'QQ提示服务器拒绝了您发送离线文件怎么办',
  '不知道',
  'why',
  '1',
  'back',
  '今天天气怎么样',
  '人工',
  'start over',
];

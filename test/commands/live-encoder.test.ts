import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LearnEncoder } from '../../src/commands/learn-encoder.ts';
import { type LiveEncoder, liveEncoder } from '../../src/commands/live-encoder.ts';
import { advance } from '../../src/conversation/advance.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Incoming } from '../../src/message.ts';
import { isEncodable } from '../../src/recognition/encoder.ts';
import { learnFromMaterial } from '../../src/recognition/encoder-learning.ts';
import { textToEncode } from '../../src/recognition/encoder-matching.ts';
import { conceptEncoder, encodingsBy } from '../fixtures/concept-encoder.ts';
import { officeEquipment } from '../fixtures/office-equipment.ts';
import { dataFolder, startServer } from '../fixtures/server-process.ts';

const asked = 'a machine that prints no more';
const unknown = 'the panel on my desk is dark';

function said(text: string, parts: Partial<Incoming> = {}): Incoming {
  return {
    platform: 'web',
    conversation: 'web:1',
    person: 'web:1',
    eventKey: text,
    kind: 'text',
    text,
    addressed: 'direct',
    address: { to: '' },
    ...parts,
  };
}

/** Learns on the spot, with the fake. */
function learningWith(encoder: ReturnType<typeof conceptEncoder>): {
  learn: LearnEncoder;
  runs: () => number;
} {
  let runs = 0;
  return {
    runs: () => runs,
    learn: async ({ material, certainty }) => {
      runs += 1;
      const texts = material.sentences.map(({ text }) => text).filter(isEncodable);
      return learnFromMaterial(material, await encodingsBy(encoder, texts), {
        certainty,
        name: encoder.name,
      });
    },
  };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-encoder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function taught(): Promise<{
  knowledge: Knowledge;
  live: LiveEncoder;
  encoder: ReturnType<typeof conceptEncoder>;
}> {
  const knowledge = officeEquipment();
  const encoder = conceptEncoder();
  const { learn } = learningWith(encoder);
  const log = { info: () => {}, warn: () => {} };
  const live = liveEncoder({ encoder, learn, cacheFolder: temporaryFolder(), log });
  await live.follow(knowledge);
  encoder.asked.length = 0;
  return { knowledge, live, encoder };
}

/** The reply to a first message, with or without the encoder. */
async function replyTo(text: string, { knowledge, live }: { knowledge: Knowledge; live?: LiveEncoder }) {
  const incoming = said(text);
  await live?.prepare(incoming, knowledge);
  const encoded = live?.take(incoming);
  return advance(null, incoming, { knowledge, now: 0, seed: '', ...(encoded ? { encoded } : {}) }).reply;
}

describe('a live encoder', () => {
  it('encodes only messages whose words lead to a question', async () => {
    const { knowledge, live, encoder } = await taught();
    const others = [
      'my monitor stays dark',
      'a picture hangs in the hall',
      'hello',
      '0x80070057',
      '打印机很慢',
      '打印机 a machine that prints no more',
      'der Drucker druckt nicht und ich weiß nicht warum',
    ];
    for (const text of others) await live.prepare(said(text), knowledge);
    await live.prepare(said(asked, { kind: 'choice', choice: '1' }), knowledge);
    await live.prepare(said(asked, { addressed: 'overheard' }), knowledge);
    await live.prepare(said(asked, { care: 'brief' }), knowledge);
    expect(encoder.asked).toEqual([]);
    await live.prepare(said(asked), knowledge);
    expect(encoder.asked).toEqual([asked]);
  });

  it('gives each encoding once', async () => {
    const { knowledge, live } = await taught();
    await live.prepare(said(asked), knowledge);
    expect(live.take(said('something else'))).toBeUndefined();
    expect(live.take(said(asked))).toMatchObject({ text: asked });
    expect(live.take(said(asked))).toBeUndefined();
  });

  it('turns a question into an answer, and "I do not know" into a question, never into an answer', async () => {
    const { knowledge, live } = await taught();
    expect((await replyTo(asked, { knowledge }))?.kind).toBe('choose');
    expect((await replyTo(asked, { knowledge, live }))?.about.problem).toBe('printer');
    expect((await replyTo(unknown, { knowledge }))?.kind).toBe('notice');
    const reply = await replyTo(unknown, { knowledge, live });
    expect(reply).toMatchObject({ kind: 'choose', choices: [{ label: 'screen' }, {}] });
    expect(reply?.about.problem).toBeUndefined();
  });

  it('changes nothing before it has learnt', async () => {
    const knowledge = officeEquipment();
    const encoder = conceptEncoder();
    const { learn } = learningWith(encoder);
    const log = { info: () => {}, warn: () => {} };
    const live = liveEncoder({ encoder, learn, cacheFolder: temporaryFolder(), log });
    expect(await replyTo(asked, { knowledge, live })).toEqual(await replyTo(asked, { knowledge }));
    expect(encoder.asked).toEqual([]);
  });

  it('learns once for each knowledge, over restarts', async () => {
    const cacheFolder = temporaryFolder();
    const log = { info: () => {}, warn: () => {} };
    const counted = learningWith(conceptEncoder());
    for (let start = 0; start < 3; start += 1) {
      const encoder = conceptEncoder();
      const knowledge = officeEquipment();
      await liveEncoder({ encoder, learn: counted.learn, cacheFolder, log }).follow(knowledge);
      expect(textToEncode(asked, knowledge)).toBe(asked);
    }
    expect(counted.runs()).toBe(1);
    const another = { ...conceptEncoder(), name: 'concepts 2' };
    await liveEncoder({ encoder: another, learn: counted.learn, cacheFolder, log }).follow(officeEquipment());
    expect(counted.runs()).toBe(2);
  });

  it('says so when it cannot learn, and does nothing then', async () => {
    const warnings: unknown[] = [];
    const log = { info: () => {}, warn: (...said: unknown[]) => void warnings.push(said) };
    const parts = { encoder: conceptEncoder(), cacheFolder: temporaryFolder(), log };
    const knowledge = officeEquipment();
    await liveEncoder({ ...parts, learn: () => Promise.resolve(null) }).follow(knowledge);
    expect(warnings).toHaveLength(1);
    expect(textToEncode(asked, knowledge)).toBeNull();
  });
});

describe('without ENCODER', () => {
  it('nothing of it is loaded', { timeout: 60_000 }, async () => {
    const folder = dataFolder();
    onTestFinished(folder.remove);
    const list = join(folder.path, 'loaded.json');
    const spy = `import { writeFileSync } from 'node:fs'; import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
      process.on('exit', () => writeFileSync(${JSON.stringify(list)}, JSON.stringify(loaded)));`;
    const server = await startServer(folder.path, undefined, {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(spy)}`,
    });
    await server.ready();
    await server.stop();
    const loaded = JSON.parse(readFileSync(list, 'utf8')) as string[];
    expect(loaded.some((url) => url.endsWith('src/commands/live-knowledge.ts'))).toBe(true);
    const encoders = /energetic|commands\/.*encoder|commands\/encodings/;
    expect(loaded.filter((url) => encoders.test(url))).toEqual([]);
  });
});

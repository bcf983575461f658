import { shippedFolder } from '../src/commands/shipped-knowledge.ts';
import { advance } from '../src/conversation/advance.ts';
import type { Conversation, TalkEvent } from '../src/conversation/state.ts';
import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import type { Knowledge, Pack } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import type { Incoming } from '../src/message.ts';
import { printReport, quantile, type Row, rowOf } from './report.ts';

/** `npm run bench:advance`: what one step of a conversation costs, without platform and store. */
const runs = 5;
const packId = 'qq-file-transfer';
const complaints = [
  "QQ won't send my file but text and screenshots work, colleagues have the same",
  'QQ提示服务器拒绝了您发送离线文件怎么办',
  '群里发不了文件，私聊可以',
  'the file transfer is stuck at 99 %',
  '今天天气怎么样',
];

const { knowledge } = await loadKnowledge({ folders: [shippedFolder] });
if (!knowledge) throw new Error('The shipped knowledge does not load; run "npx askfix check"');

const rows: Row[] = [];
measure(knowledge, 'help', { count: 2000, step: () => ({ state: null, text: 'help' }) });
measure(knowledge, 'known code', { count: 2000, step: () => ({ state: null, text: '0x80070057' }) });
measure(knowledge, 'complaint in words', {
  count: 500,
  step: (index) => ({ state: null, text: complaints[index % complaints.length] as string }),
});
const known = states(knowledge, 'memoised', 20);
measure(knowledge, 'answer, decision memoised', {
  count: 2000,
  step: (index) => ({ state: known[index % known.length] as Conversation }),
});
const fresh = states(knowledge, 'uncached', 300);
measure(knowledge, 'answer, decision computed', {
  count: 60,
  step: (index) => ({ state: fresh[index % fresh.length] as Conversation }),
});
printReport('advance', rows);

/** Times `count` steps in each run; every run of "decision computed" meets evidence that was never seen before. */
function measure(
  world: Knowledge,
  name: string,
  { count, step }: { count: number; step: (index: number) => { state: Conversation | null; text?: string } },
): void {
  const rates: number[] = [];
  const tails: number[] = [];
  for (let run = 0; run < runs; run++) {
    const times: number[] = [];
    const started = performance.now();
    for (let index = 0; index < count; index++) {
      const { state, text } = step(run * count + index);
      const before = performance.now();
      advance(state, incoming(index, state, text), { knowledge: world, now: 1000, seed: 'bench' });
      times.push(performance.now() - before);
    }
    rates.push((count * 1000) / (performance.now() - started));
    tails.push(quantile(times, 0.99));
  }
  rows.push(rowOf({ name, subject: 'askfix', metric: 'steps', unit: '/s' }, rates));
  rows.push(rowOf({ name, subject: 'askfix', metric: 'p99', unit: 'ms' }, tails));
}

function incoming(index: number, state: Conversation | null, text: string | undefined): Incoming {
  const base = {
    platform: 'bench',
    conversation: 'bench:1',
    person: 'p',
    eventKey: String(index),
    addressed: 'direct',
    address: { to: 'x' },
  } as const;
  if (text !== undefined) return { ...base, kind: 'text', text };
  const open = state?.open;
  return { ...base, kind: 'choice', text: '', choice: `${state?.talk}-${open?.turn}-0` };
}

/** Talks in the middle of a diagnosis, each with other answers, waiting for one more. */
function states(world: Knowledge, seed: string, count: number): Conversation[] {
  const pack = world.packs[packId] as Pack;
  const random = seededRandom(seed);
  const observations = Object.values(pack.observations).filter((one) => one.ask && !one.askIf);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return [...Array(count).keys()].map(() => {
    const events: TalkEvent[] = [{ type: 'opened', pack: packId, problem: 'send-refused', turn: 1 }];
    for (let answered = 0; answered < 4; answered++) {
      const observation = pick(observations);
      events.push({
        type: 'answered',
        observation: observation.id,
        answer: pick(observation.answers).id,
        source: 'asked',
        turn: answered + 2,
      });
    }
    const asked = pick(observations);
    const options = [
      {
        label: 'x',
        action: { do: 'answer' as const, observation: asked.id, answer: pick(asked.answers).id },
      },
    ];
    return {
      version: 1,
      talk: 'bench0',
      language: 'en',
      turn: 6,
      lastAt: 0,
      knowledgeVersion: world.version,
      events,
      open: { kind: 'question', turn: 6, options, observation: asked.id },
    };
  });
}

import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { edited, type Files, samplePack, writeSamplePack } from '../sample-pack.ts';

async function compile(changes: Files = {}): Promise<Pack> {
  const { knowledge, findings } = await loadKnowledge({ folders: [writeSamplePack(changes)] });
  const pack = knowledge?.packs.sample;
  if (pack === undefined) throw new Error(JSON.stringify(findings));
  return pack;
}

const problem = 'problems/cannot-print.yaml';
const add = (path: string, text: string): Files => ({ [path]: `${samplePack[path]}${text}` });

describe('priors', () => {
  it('normalise the shares of the causes of a problem', async () => {
    const { problems } = await compile();
    expect(problems['cannot-print']?.causes).toEqual({ 'p1-no-paper': 0.75, 'p2-stuck-queue': 0.25 });
  });

  it('mix columns after each is normalised over the problem', async () => {
    const { problems } = await compile({
      ...add('pack.yaml', 'priors: [share, other]\n'),
      ...edited('causes/p1-no-paper.yaml', '{share: 3}', '{share: 3, other: 10}'),
      ...edited('causes/p2-stuck-queue.yaml', '{share: 1}', '{share: 1, other: 90}'),
      ...add(problem, 'prior: mean\n'),
    });
    // (3/4 + 10/100) / 2 and (1/4 + 90/100) / 2
    const [first, second] = Object.values(problems['cannot-print']?.causes ?? {});
    expect(first).toBeCloseTo(0.425, 12);
    expect(second).toBeCloseTo(0.575, 12);
  });

  it('follow what the problem itself says, which names its causes too', async () => {
    const { problems } = await compile({
      'problems/paper.yaml':
        'title: {en: p, zh: 纸}\ncodes: [x/1]\nshares: {p1-no-paper: 1, p2-stuck-queue: 4}\n',
      'problems/both.yaml':
        'title: {en: b, zh: 双}\ncodes: [x/2]\ncauses: [p*]\nshares: {p2-stuck-queue: 9}\n',
    });
    expect(problems.paper?.causes).toEqual({ 'p1-no-paper': 0.2, 'p2-stuck-queue': 0.8 });
    // The other cause keeps its own share of 3.
    expect(problems.both?.causes).toEqual({ 'p1-no-paper': 0.25, 'p2-stuck-queue': 0.75 });
  });

  it('leave out causes that the problem does not name, or that have no share', async () => {
    const named = await compile({
      'problems/paper.yaml': 'title: {en: p, zh: 纸}\ncodes: [x/1]\ncauses: [p1-*]\n',
    });
    expect(named.problems.paper?.causes).toEqual({ 'p1-no-paper': 1 });
    const shareless = await compile(edited('causes/p2-stuck-queue.yaml', '{share: 1}', '{share: 0}'));
    expect(shareless.problems['cannot-print']?.causes).toEqual({ 'p1-no-paper': 1 });
  });
});

describe('the observation "system"', () => {
  it('stands in every problem and draws evidence from the systems of the causes', async () => {
    const { problems, observations } = await compile();
    expect(problems['cannot-print']?.observations).toEqual(['system', 'q1-lamp']);
    const system = observations.system;
    expect(system?.answers.map(({ id, usual }) => [id, usual])).toEqual([
      ['windows', 0.5],
      ['android', 0.2],
      ['ios', 0.12],
      ['macos', 0.1],
      ['linux', 0.08],
    ]);
    // p2 is on Windows and macOS only: 0.5 + 0.1 in full, the other 0.4 times 0.02.
    expect(Object.keys(system?.likelihood ?? {})).toEqual(['p2-stuck-queue']);
    const row = [0.5, 0.2 * 0.02, 0.12 * 0.02, 0.1, 0.08 * 0.02].map((value) => value / (0.6 + 0.4 * 0.02));
    expect(system?.likelihood['p2-stuck-queue']).toEqual(row.map((value) => expect.closeTo(value, 12)));
  });

  it('has its words in both languages', async () => {
    const { observations } = await compile();
    const { title, ask, why, answers } = observations.system ?? { answers: [] };
    for (const text of [title, ask, why, ...answers.map(({ label }) => label)]) {
      expect(text).toEqual({ en: expect.stringMatching(/\w/), zh: expect.stringMatching(/./) });
    }
    for (const { heard } of answers) expect([heard.en?.length, heard.zh?.length]).not.toContain(0);
  });
});

describe('fixes', () => {
  it('have a variant for each system that their procedures know, with everything those add', async () => {
    const { fixes } = await compile();
    const fix = fixes['p2-clear-queue'];
    expect(Object.keys(fix?.variants ?? {})).toEqual(['windows', 'macos']);
    expect(fix?.variants.windows).toEqual({
      steps: [
        { text: { en: 'Save your work.', zh: '先保存文件。' } },
        { text: { en: 'Open the queue and cancel all.', zh: '打开队列，全部取消。' } },
      ],
      needs: ['restart'],
      sideEffects: [],
      undo: [{ en: 'Print again.', zh: '重新打印。' }],
    });
    expect(fix?.variants.macos).toMatchObject({
      steps: [{}, { text: { en: 'Open Terminal and run this.' }, command: 'sudo cancel -a' }],
      needs: ['restart', 'admin'],
      sideEffects: [{ en: 'The jobs of everybody are lost.' }],
    });
  });

  it('keep "any" where a procedure has steps for any system', async () => {
    const procedure = 'procedures/c1-cancel-jobs.yaml';
    const { fixes } = await compile(add(procedure, '  any: {steps: [{en: Cancel all., zh: 全部取消。}]}\n'));
    const variants = fixes['p2-clear-queue']?.variants;
    expect(Object.keys(variants ?? {})).toEqual(['windows', 'macos', 'any']);
    expect(variants?.any?.steps[1]).toEqual({ text: { en: 'Cancel all.', zh: '全部取消。' } });
  });

  it('let a list of their own outrank "any"', async () => {
    const { fixes } = await compile(
      edited('fixes/p2-clear-queue.yaml', 'verify:', '  windows: [{en: Wait., zh: 等。}]\nverify:'),
    );
    expect(fixes['p2-clear-queue']?.variants.windows?.steps).toEqual([{ text: { en: 'Wait.', zh: '等。' } }]);
    expect(Object.keys(fixes['p2-clear-queue']?.variants ?? {})).toEqual(['windows', 'macos']);
  });

  it('are linked with the chance of the cause, else with their own', async () => {
    const { causes } = await compile();
    expect(causes['p2-stuck-queue']?.fixes).toEqual({ 'p2-clear-queue': 0.6 });
    expect(causes['p1-no-paper']?.fixes).toEqual({ 'p1-add-paper': 0.8 });
  });
});

describe('inline entries', () => {
  const inline = `title: {en: Error 9, zh: 错误9}
codes: [demo/9]
meaning: {en: Nine., zh: 九。}
inline:
  causes:
    e9-heat: {title: {en: h, zh: 热}, because: {en: h, zh: 热}, layer: x, share: {share: 1}, fixes: [e9-cool]}
  fixes:
    e9-cool: {title: {en: c, zh: 冷}, tier: 1, minutes: 1, risk: low, steps: {any: [{en: c, zh: 冷}]}, verify: {en: c, zh: 冷}, judgement: true}
`;

  it('belong to their problem and to no other', async () => {
    const { problems, causes, fixes } = await compile({ 'problems/demo-9.yaml': inline });
    expect(problems['demo-9']?.causes).toEqual({ 'e9-heat': 1 });
    expect(problems['cannot-print']?.causes).not.toHaveProperty('e9-heat');
    expect([causes['e9-heat']?.fixes, fixes['e9-cool']?.tier]).toEqual([{ 'e9-cool': 0.8 }, 1]);
  });

  it('can be opened by their code', async () => {
    const { knowledge } = await loadKnowledge({
      folders: [writeSamplePack({ 'problems/demo-9.yaml': inline })],
    });
    expect(knowledge?.codes).toEqual({ 'demo/9': [{ pack: 'sample', problem: 'demo-9' }] });
  });
});

describe('side effects', () => {
  it('say that nothing is changed only where that holds for the whole fix', async () => {
    const looking =
      'title: {en: Look, zh: 看看}\nsystems:\n  windows:\n    sideEffect: {en: Nothing is changed., zh: 不会改动任何东西。}\n    steps: [{en: Look at it., zh: 看一下。, command: ver}]\n';
    const fixWith = (steps: string) =>
      `title: {en: f, zh: f}\ntier: 1\nminutes: 1\nrisk: low\nsteps: {windows: [${steps}]}\nverify: {en: v, zh: v}\njudgement: true\n`;
    const cause = (fix: string) =>
      `title: {en: c, zh: c}\nbecause: {en: c, zh: c}\nlayer: x\nshare: {share: 1}\nsystems: [windows]\nfixes: [${fix}]\n`;
    const { fixes } = await compile({
      'procedures/look.yaml': looking,
      'fixes/only-look.yaml': fixWith('{use: look}'),
      'fixes/look-and-do.yaml': fixWith('{use: look}, {en: Do it., zh: 动手。}'),
      'causes/p3-one.yaml': cause('only-look'),
      'causes/p3-two.yaml': cause('look-and-do'),
    });
    expect(fixes['only-look']?.variants.windows?.sideEffects).toHaveLength(1);
    expect(fixes['look-and-do']?.variants.windows?.sideEffects).toEqual([]);
  });
});

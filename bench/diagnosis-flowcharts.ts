import { parseArgs } from 'node:util';
import { createChooser } from './diagnosis-chooser.ts';
import { fullTrust, measuredTrust, modelOfCase } from './diagnosis-model.ts';
import { drawPeople, type Fared, play } from './diagnosis-play.ts';
import { drawFlowchart, type FlowchartKind, followChart } from './flowchart.ts';

/**
 * `npm run bench:flowcharts -- [--charts N] [--people N] [--users A,B] [--kinds A,B] [--seed N]`: troubleshooting flowcharts drawn from
 * a seed, followed as their author drew them, by fixes alone, and by ours on the same numbers. Real charts lie between
 * the kinds; what matters is the sign of each difference, not the third digit.
 */
const { values } = parseArgs({
  options: {
    charts: { type: 'string', default: '12' },
    people: { type: 'string', default: '400' },
    users: { type: 'string', default: 'clean,wrong10' },
    kinds: { type: 'string', default: '' },
    seed: { type: 'string', default: '0' },
  },
});

const kinds: readonly FlowchartKind[] = [
  { name: 'bushy, alike', chain: 0, skew: 0 },
  { name: 'bushy, some common', chain: 0, skew: 1 },
  { name: 'mixed, some common', chain: 0.5, skew: 1 },
  { name: 'mixed, few common', chain: 0.5, skew: 1.8 },
  { name: 'chain, some common', chain: 0.85, skew: 1 },
];
const subjects = ['chart', 'P/C', 'ours'] as const;

for (const users of values.users.split(',')) {
  process.stdout.write(`${users}:${' '.repeat(28)}minutes, turns, handed over\n`);
  for (const kind of kinds.filter(
    ({ name }) => values.kinds === '' || values.kinds.split(';').includes(name),
  ))
    printKind(kind, users);
}

function printKind(kind: FlowchartKind, users: string): void {
  const all = subjects.map(() => [] as Fared[]);
  for (let number = 0; number < Number(values.charts); number++) {
    const chart = drawFlowchart(kind, number + 1000 * Number(values.seed));
    const model = modelOfCase(chart.case, measuredTrust);
    const costs = modelOfCase(chart.case, fullTrust);
    const people = drawPeople(chart.case, { crowd: users, count: Number(values.people), number: 0 });
    const choosers = [followChart(chart), createChooser(costs, 'P/C'), createChooser(model, 'ours')];
    choosers.forEach((chooser, index) => {
      all[index]?.push(...people.map((person) => play(costs, chooser, person)));
    });
  }
  const [chart, , ours] = all.map(mean) as [Fared, Fared, Fared];
  const change = (value: (fared: Fared) => number) =>
    `${((value(ours) / Math.max(1e-9, value(chart)) - 1) * 100).toFixed(0)} %`.padStart(7);
  process.stdout.write(
    [
      `  ${kind.name.padEnd(24)}`,
      ...all.map(
        (fared, index) =>
          `${subjects[index]} ${mean(fared).minutes.toFixed(1)}, ${mean(fared).turns.toFixed(2)}, ${(mean(fared).handedOver * 100).toFixed(0)} %`,
      ),
      `ours against chart ${change(({ minutes }) => minutes)} ${change(({ turns }) => turns)} ${change(({ handedOver }) => handedOver)}\n`,
    ].join(' | '),
  );
}

function mean(fares: readonly Fared[]): Fared {
  const of = (value: (fared: Fared) => number) =>
    fares.reduce((sum, fared) => sum + value(fared), 0) / fares.length;
  return {
    minutes: of(({ minutes }) => minutes),
    turns: of(({ turns }) => turns),
    handedOver: of(({ handedOver }) => handedOver),
  };
}

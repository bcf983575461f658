import { parseArgs } from 'node:util';
import type { Trust } from '../src/diagnosis/model.ts';
import { createChooser } from './diagnosis-chooser.ts';
import { fullTrust, measuredTrust, modelOfCase } from './diagnosis-model.ts';
import { drawPeople, type Fared, play } from './diagnosis-play.ts';
import {
  drawFlowchart,
  type FlowchartKind,
  followChart,
  harsherCharts,
  likeRealCharts,
} from './flowchart.ts';

/**
 * `npm run bench:flowcharts -- [--charts N] [--people N] [--users A,B] [--kinds "A;B"] [--seed N]`: troubleshooting flowcharts drawn
 * from a seed, followed as their author drew them, by fixes alone, by information gain, and by ours on the same numbers,
 * beside what was published for real charts (12 of FloDial; the authored tree, updating P/C, information gain, and
 * looking two moves ahead).
 */
const { values } = parseArgs({
  options: {
    charts: { type: 'string', default: '12' },
    people: { type: 'string', default: '200' },
    users: { type: 'string', default: 'clean,wrong10' },
    kinds: { type: 'string', default: '' },
    seed: { type: 'string', default: '0' },
  },
});

const subjects = ['chart', 'P/C', 'information', 'ours'] as const;
type Subject = (typeof subjects)[number];
type Fares = Record<Subject, Fared>;

const fared = (minutes: number, turns: number, handedOver: number): Fared => ({ minutes, turns, handedOver });
const published: Readonly<Record<string, Fares>> = {
  clean: {
    chart: fared(11.5, 5.9, 0.06),
    'P/C': fared(18.3, 2.1, 0.32),
    information: fared(10.9, 4.9, 0.05),
    ours: fared(10.3, 4.1, 0.05),
  },
  wrong10: {
    chart: fared(21.3, 5.6, 0.4),
    'P/C': fared(18.3, 2.1, 0.32),
    information: fared(16, 7.4, 0.09),
    ours: fared(15.3, 3.6, 0.2),
  },
  hard: {
    chart: fared(29.7, 4.1, 0.82),
    'P/C': fared(20.7, 2.2, 0.38),
    information: fared(23.8, 9.6, 0.22),
    ours: fared(20, 4.2, 0.3),
  },
};

/** What the published rows trust: everything where nobody errs, else a fifth less. */
const softened: Trust = { people: [{ share: 1, error: 0.2, unsure: 0, doneRight: 0.95 }], weight: 1 };

for (const users of values.users.split(',')) {
  process.stdout.write(`${users}: minutes, turns, handed over\n`);
  const known = published[users];
  if (known) print('published (look-ahead)', known);
  const like = chosen(likeRealCharts).map((kind) => faresOf(kind, users));
  if (like.length > 1) print('like real ones, mean', meanOf(like));
  for (const kind of chosen(harsherCharts)) faresOf(kind, users);
}

function chosen(kinds: readonly FlowchartKind[]): readonly FlowchartKind[] {
  const names = values.kinds.split(';');
  return values.kinds === '' ? kinds : kinds.filter(({ name }) => names.includes(name));
}

/** Plays and prints all charts of a kind. */
function faresOf(kind: FlowchartKind, users: string): Fares {
  const charts = [...Array(Number(values.charts)).keys()].map((number) =>
    faresOfChart(kind, users, number + 1000 * Number(values.seed)),
  );
  const fares = meanOf(charts);
  print(kind.name, fares);
  return fares;
}

function faresOfChart(kind: FlowchartKind, users: string, number: number): Fares {
  const chart = drawFlowchart(kind, number);
  const costs = modelOfCase(chart.case, fullTrust);
  const people = drawPeople(chart.case, { crowd: users, count: Number(values.people), number: 0 });
  const doubting = modelOfCase(chart.case, users === 'clean' ? fullTrust : softened);
  const choosers = {
    chart: followChart(chart),
    'P/C': createChooser(costs, 'P/C'),
    information: createChooser(doubting, 'information gain'),
    ours: createChooser(modelOfCase(chart.case, measuredTrust), 'ours'),
  };
  return bySubject((subject) => mean(people.map((person) => play(costs, choosers[subject], person))));
}

function bySubject(fare: (subject: Subject) => Fared): Fares {
  return Object.fromEntries(subjects.map((subject) => [subject, fare(subject)])) as Fares;
}

function meanOf(all: readonly Fares[]): Fares {
  return bySubject((subject) => mean(all.map((fares) => fares[subject])));
}

function print(name: string, fares: Fares): void {
  const change = (value: (one: Fared) => number) =>
    `${((value(fares.ours) / Math.max(1e-9, value(fares.chart)) - 1) * 100).toFixed(0)} %`.padStart(5);
  const cells = subjects.map((subject) => {
    const { minutes, turns, handedOver } = fares[subject];
    return `${subject} ${minutes.toFixed(1)}, ${turns.toFixed(1)}, ${(handedOver * 100).toFixed(0)} %`;
  });
  const changes = [
    change(({ minutes }) => minutes),
    change(({ turns }) => turns),
    change(({ handedOver }) => handedOver),
  ];
  process.stdout.write(
    `  ${name.padEnd(22)} | ${cells.join(' | ')} | ours against chart ${changes.join(', ')}\n`,
  );
}

function mean(fares: readonly Fared[]): Fared {
  const of = (value: (one: Fared) => number) =>
    fares.reduce((sum, one) => sum + value(one), 0) / fares.length;
  return {
    minutes: of(({ minutes }) => minutes),
    turns: of(({ turns }) => turns),
    handedOver: of(({ handedOver }) => handedOver),
  };
}

import { parseArgs } from 'node:util';
import type { Trust } from '../src/diagnosis/model.ts';
import { createChooser } from './diagnosis-chooser.ts';
import { expectedFare } from './diagnosis-exact.ts';
import { type Case, fullTrust, measuredTrust, modelOfCase, readCases, truthOf } from './diagnosis-model.ts';
import { optimumOf } from './diagnosis-optimum.ts';
import { drawPeople, type Fared, play } from './diagnosis-play.ts';
import { policies } from './diagnosis-policies.ts';
import { printReport, quantile, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:diagnosis -- FILE… [--users NAME] [--people N] [--crowds N] [--trust off|on|both] [--policies A,B] [--json]`:
 * what each way of choosing costs on model files. People come from the file, else from its truth, else from the model;
 * with --crowds several crowds are drawn, and costs are their median with the range between them;
 * where the model is the truth and nobody errs, every branch is played instead and the figures are exact.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: 'string', default: 'clean' },
    people: { type: 'string', default: '2000' },
    crowds: { type: 'string', default: '1' },
    trust: { type: 'string', default: 'both' },
    policies: { type: 'string', default: Object.keys(policies).join(',') },
    json: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) throw new Error('Which model files? Name at least one.');

/** Below these two no branch is ever played twice, and playing all would take minutes. */
const mostExactQuestions = 6;
const mostExactFixes = 12;

interface Result extends Fared {
  readonly name: string;
  readonly subject: string;
  readonly ratio: number | null;
  readonly times: readonly number[];
  readonly work: readonly number[];
  /** Minutes of each crowd. */
  readonly perCrowd: readonly number[];
}

const results = positionals.flatMap(readCases).flatMap(resultsOf);
const rows = [...results.flatMap(rowsOfResult), ...averages(results)];
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
printReport('diagnosis', rows);

function resultsOf(one: Case): Result[] {
  const isExact =
    values.users === 'clean' &&
    !one.users &&
    !one.truth &&
    one.questions.length <= mostExactQuestions &&
    one.fixes.length <= mostExactFixes;
  const truth = modelOfCase(truthOf(one), fullTrust);
  const optimum =
    one.users || one.truth || values.users !== 'clean' ? null : (one.optimum ?? optimumOf(truth));
  const crowds = [...Array(isExact ? 0 : Number(values.crowds)).keys()].map((number) =>
    drawPeople(one, { crowd: values.users, count: Number(values.people), number }),
  );
  return subjects().map(({ subject, policy, trust }) => {
    const model = modelOfCase(one, trust);
    const chooser = createChooser(model, policy);
    const fares = isExact
      ? [expectedFare(model, chooser)]
      : crowds.map((people) => average(people.map((person) => play(truth, chooser, person))));
    const fared = average(fares);
    const ratio = optimum ? fared.minutes / optimum : null;
    const perCrowd = fares.map(({ minutes }) => minutes);
    return { name: one.name, subject, ...fared, ratio, perCrowd, times: chooser.times, work: chooser.work };
  });
}

/** Each policy as the engine is set, and those that listen to answers also when they take them at their word. */
function subjects(): { subject: string; policy: string; trust: Trust }[] {
  return values.policies.split(',').flatMap((policy) => {
    const listens = policy !== 'fixed' && policy !== 'P/C';
    const softened = { subject: policy, policy, trust: measuredTrust };
    const raw = { subject: listens ? `${policy}, raw` : policy, policy, trust: fullTrust };
    if (values.trust === 'off' || !listens) return [raw];
    return values.trust === 'on' ? [softened] : [softened, raw];
  });
}

function average(fares: readonly Fared[]): Fared {
  const mean = (value: (fared: Fared) => number) =>
    fares.reduce((sum, fared) => sum + value(fared), 0) / fares.length;
  return {
    minutes: mean(({ minutes }) => minutes),
    turns: mean(({ turns }) => turns),
    handedOver: mean(({ handedOver }) => handedOver),
  };
}

function rowsOfResult(result: Result): Row[] {
  const { name, subject, turns, handedOver, ratio, perCrowd } = result;
  const row = (metric: string, unit: string, ...single: number[]) =>
    rowOf({ name, subject, metric, unit }, single);
  return [
    row('cost', 'min', ...perCrowd),
    row('turns', 'turns', turns),
    row('handed over', 'share', handedOver),
    ...(ratio === null ? [] : [row('ratio to optimum', '×', ratio)]),
    ...timesOf(result).map(({ metric, value }) => row(metric, 'ms', value)),
  ];
}

function timesOf({ times, work }: Pick<Result, 'times' | 'work'>): { metric: string; value: number }[] {
  return [
    { metric: 'decision p50', value: quantile(times, 0.5) },
    { metric: 'decision p95', value: quantile(times, 0.95) },
    { metric: 'decision p95, own CPU', value: quantile(work, 0.95) },
  ];
}

/** Over all models, per policy; the range is over the models. The row "mean" holds the plain mean. */
function averages(all: readonly Result[]): Row[] {
  const bySubject = Object.groupBy(all, ({ subject }) => subject);
  return Object.entries(bySubject).flatMap(([subject, group = []]) => {
    const row = (metric: string, unit: string, single: readonly number[]): Row => ({
      ...rowOf({ name: 'mean of all models', subject, metric, unit }, single),
      median: Number((single.reduce((sum, value) => sum + value, 0) / single.length).toPrecision(5)),
    });
    const ratios = group.flatMap(({ ratio }) => ratio ?? []);
    const times = group.flatMap((result) => [...result.times]);
    const work = group.flatMap((result) => [...result.work]);
    return [
      row(
        'cost',
        'min',
        group.map(({ minutes }) => minutes),
      ),
      row(
        'turns',
        'turns',
        group.map(({ turns }) => turns),
      ),
      row(
        'handed over',
        'share',
        group.map(({ handedOver }) => handedOver),
      ),
      ...(ratios.length > 0 ? [row('ratio to optimum', '×', ratios)] : []),
      ...timesOf({ times, work }).map(({ metric, value }) => row(metric, 'ms', [value])),
    ];
  });
}

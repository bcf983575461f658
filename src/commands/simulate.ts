import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compareOrder } from '../rehearsal/compare-order.ts';
import type { Opening } from '../rehearsal/opening-words.ts';
import type { Habits } from '../rehearsal/people.ts';
import { reportPage } from '../rehearsal/report-page.ts';
import { type SimulateOptions, type SimulationReport, simulate } from '../rehearsal/simulate.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage =
  'askfix simulate --pack P [--problem X] [--opening sign|bare|code] [--users NAME] [--wrong P] [--dont-know P] [--fix-done-wrong P] --runs N --seed S [--compare-order] [--html FILE] [--json]';

/** `askfix simulate`: plays simulated people through the real engine and says how they fared. */
export async function run(words: readonly string[]): Promise<number> {
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrongUsage(parsed, usage);
  const knowledge = await shippedKnowledge();
  if (!knowledge) return 1;
  try {
    const report = simulate(knowledge, parsed.options);
    const pack = knowledge.packs[parsed.options.pack];
    const { asked, resolvedAt, ...face } = report;
    process.stdout.write(parsed.json ? `${JSON.stringify(face)}\n` : readable(report));
    if (pack && parsed.compare)
      process.stdout.write(comparisonText(compareOrder(pack, parsed.options), parsed.json));
    if (pack && parsed.html) writeFileSync(parsed.html, reportPage(pack, parsed.options, report));
    return report.deadEnds === 0 ? 0 : 1;
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error), usage);
  }
}

interface Parsed {
  readonly options: SimulateOptions;
  readonly json: boolean;
  readonly compare: boolean;
  readonly html: string | undefined;
}

const openings = ['sign', 'bare', 'code'];

function parse(words: readonly string[]): Parsed | string {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...words],
      options: {
        pack: text,
        problem: text,
        opening: text,
        users: text,
        runs: text,
        seed: text,
        wrong: text,
        'dont-know': text,
        'fix-done-wrong': text,
        html: text,
        'compare-order': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const { pack, problem, opening = 'sign', users = 'careful', runs = '1000', seed = '1' } = values;
    if (!pack) return 'Which pack? Name it with --pack.';
    if (!openings.includes(opening)) return `--opening is "${opening}"; it must be ${openings.join(' or ')}.`;
    for (const [name, value] of [
      ['runs', runs],
      ['seed', seed],
    ] as const) {
      if (!/^\d{1,7}$/.test(value))
        return `--${name} is "${value}"; it must be a whole number up to 9999999.`;
    }
    const habits = habitsOf(values);
    if (typeof habits === 'string') return habits;
    const options = {
      pack,
      opening: opening as Opening,
      users,
      runs: Number(runs),
      seed: Number(seed),
      habits,
      ...(problem ? { problem } : {}),
    };
    return {
      options,
      json: values.json === true,
      compare: values['compare-order'] === true,
      html: values.html,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const habitNames = { wrong: 'wrong', dontKnow: 'dont-know', fixDoneWrong: 'fix-done-wrong' } as const;

/** Habits that were named; a sentence when one is no probability. */
function habitsOf(values: Readonly<Record<string, unknown>>): Partial<Habits> | string {
  const habits: Record<string, number> = {};
  for (const [habit, name] of Object.entries(habitNames)) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(value))
      return `--${name} is "${value}"; it must be a number from 0 to 1.`;
    habits[habit] = Number(value);
  }
  return habits;
}

const sharesCompared = [0.25, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9];
const turnsShown = [2, 4, 6, 8, 10, 12, 15, 20, 25, 30];

/** Ours beside asking a list in order: the curve of resolved people, and the minutes at equal shares. */
function comparisonText({ ours, inOrder }: ReturnType<typeof compareOrder>, json: boolean): string {
  const both = (value: (fared: typeof ours) => number | null) => ({
    ours: value(ours),
    inOrder: value(inOrder),
  });
  const at = (turns: number) => both(({ curve }) => curve[Math.min(turns, curve.length) - 1] ?? 0);
  const until = sharesCompared.map((share) => ({ share, ...both((fared) => fared.minutesUntil(share)) }));
  const spent = sharesCompared.map((share) => ({
    share,
    ...both((fared) => fared.minutesSpentUntil(share)),
  }));
  const curve = turnsShown.map((turns) => ({ turns, ...at(turns) }));
  const means = {
    resolved: both((one) => one.resolved),
    turns: both((one) => one.turns),
    minutes: both((one) => one.minutes),
  };
  if (json)
    return `${JSON.stringify({ compareOrder: { ...means, curve, minutesUntil: until, minutesSpentUntil: spent } })}\n`;
  const cell = (value: number | null, digits: number, unit = '') =>
    (value === null ? 'never' : `${value.toFixed(digits)}${unit}`).padStart(12);
  const percent = (value: number | null) => cell(value === null ? null : value * 100, 1, ' %');
  const fewer = (mine: number | null, theirs: number | null) =>
    mine === null || theirs === null ? '' : cell((1 - mine / theirs) * 100, 0, ' % fewer');
  const rowOf = (row: (typeof until)[number]) =>
    `${(row.share * 100).toFixed(0)} % are   ${cell(row.ours, 1)}${cell(row.inOrder, 1)}${fewer(row.ours, row.inOrder)}`;
  return [
    `the complaint alone, on decisions:      ours  q1, q2, … then P/C`,
    `  resolved at the end       ${percent(means.resolved.ours)}${percent(means.resolved.inOrder)}`,
    `  turns on average          ${cell(means.turns.ours, 2)}${cell(means.turns.inOrder, 2)}`,
    `  minutes on average        ${cell(means.minutes.ours, 1)}${cell(means.minutes.inOrder, 1)}`,
    ...curve.map(
      (row) =>
        `  resolved within ${String(row.turns).padStart(2)} turns  ${percent(row.ours)}${percent(row.inOrder)}`,
    ),
    ...until.map((row) => `  minutes until ${rowOf(row)}`),
    `  spent by a person on average until`,
    ...spent.map((row) => `                ${rowOf(row)}`),
    '',
  ].join('\n');
}

function readable(report: SimulationReport): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const [low, high] = report.resolvedInterval;
  const causes = Object.entries(report.perCause).map(
    ([cause, { runs, resolved }]) =>
      `  ${cause.padEnd(34)} ${String(resolved).padStart(5)} of ${String(runs).padStart(5)}  ${percent(resolved / runs)}`,
  );
  return [
    `${report.runs} people, seed ${report.seed}`,
    `resolved      ${percent(report.resolved)} (95 % interval ${percent(low)} to ${percent(high)})`,
    `turns         ${report.turns.mean} on average, 95 % need at most ${report.turns.p95}`,
    `minutes       ${report.minutes.mean} on average`,
    `handed over   ${percent(report.handedOver)}`,
    `dead ends     ${report.deadEnds}`,
    'resolved per cause:',
    ...causes,
    '',
  ].join('\n');
}

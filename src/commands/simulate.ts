import { parseArgs } from 'node:util';
import type { Opening } from '../rehearsal/opening-words.ts';
import { type SimulateOptions, type SimulationReport, simulate } from '../rehearsal/simulate.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage =
  'askfix simulate --pack P [--problem X] [--opening sign|bare] [--users NAME] --runs N --seed S [--json]';

/** `askfix simulate`: plays simulated people through the real engine and says how they fared. */
export async function run(words: readonly string[]): Promise<number> {
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrongUsage(parsed, usage);
  const knowledge = await shippedKnowledge();
  if (!knowledge) return 1;
  try {
    const report = simulate(knowledge, parsed.options);
    process.stdout.write(parsed.json ? `${JSON.stringify(report)}\n` : readable(report));
    return report.deadEnds === 0 ? 0 : 1;
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error), usage);
  }
}

function parse(words: readonly string[]): { options: SimulateOptions; json: boolean } | string {
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
        json: { type: 'boolean' },
      },
    });
    const { pack, problem, opening = 'sign', users = 'careful', runs = '1000', seed = '1' } = values;
    if (!pack) return 'Which pack? Name it with --pack.';
    if (opening !== 'sign' && opening !== 'bare')
      return `--opening is "${opening}"; it must be sign or bare.`;
    for (const [name, value] of [
      ['runs', runs],
      ['seed', seed],
    ] as const) {
      if (!/^\d{1,7}$/.test(value))
        return `--${name} is "${value}"; it must be a whole number up to 9999999.`;
    }
    const options = {
      pack,
      opening: opening as Opening,
      users,
      runs: Number(runs),
      seed: Number(seed),
      ...(problem ? { problem } : {}),
    };
    return { options, json: values.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
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

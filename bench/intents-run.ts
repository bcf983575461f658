import type { Conditions, Contender, Guess, Guesser } from './intents-contender.ts';
import { withEncoder } from './intents-encoder.ts';
import { accuracy, atThreshold, auroc, macroF1, thresholdsOf, triedOn } from './intents-figures.ts';
import { ours } from './intents-ours.ts';
import { peers } from './intents-peers.ts';
import { type IntentSet, type Labelled, readSet } from './intents-set.ts';
import { quantile } from './report.ts';

/**
 * One contender on one set, in a process of its own, so that memory is its own and a time limit can end it:
 * `node --expose-gc bench/intents-run.ts SUBJECT FILE SEED FOLDER` prints its figures as the last line.
 */

const contenders: Readonly<Record<string, Contender>> = {
  askfix: ours,
  'askfix + encoder': withEncoder,
  ...peers,
};
const warmUps = 300;

function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

async function guessAll(guesser: Guesser, rows: readonly Labelled[]): Promise<Guess[]> {
  const guesses: Guess[] = [];
  for (const [text] of rows) guesses.push(await guesser(text));
  return guesses;
}

async function timed(
  guesser: Guesser,
  rows: readonly Labelled[],
): Promise<{ guesses: Guess[]; times: number[] }> {
  await guessAll(guesser, rows.slice(0, warmUps));
  globalThis.gc?.();
  const guesses: Guess[] = [];
  const times: number[] = [];
  for (const [text] of rows) {
    const from = performance.now();
    const guess = guesser(text);
    guesses.push(guess instanceof Promise ? await guess : guess);
    times.push(performance.now() - from);
  }
  return { guesses, times };
}

async function strangerFigures(
  set: IntentSet,
  guesser: Guesser,
  guesses: readonly Guess[],
): Promise<Record<string, number>> {
  if (set.strangersTest.length === 0) return {};
  const strangers = await guessAll(guesser, set.strangersTest);
  const figures = { AUROC: 100 * auroc(guesses, strangers) };
  if (set.strangersDev.length === 0 || set.dev.length === 0) return figures;
  const dev = triedOn(set.dev, await guessAll(guesser, set.dev));
  const { best, safe } = thresholdsOf(dev, await guessAll(guesser, set.strangersDev));
  const tried = triedOn(set.test, guesses);
  const atBest = atThreshold(best, tried, strangers);
  const atSafe = atThreshold(safe, tried, strangers);
  return {
    ...figures,
    'in-scope at the rule': 100 * atBest.inScope,
    'recall at the rule': 100 * atBest.recall,
    'in-scope, safe side': 100 * atSafe.inScope,
    'recall, safe side': 100 * atSafe.recall,
  };
}

async function figuresOf(set: IntentSet, contender: Contender, conditions: Conditions): Promise<object> {
  const before = residentMb();
  const from = performance.now();
  const guesser = await contender(set, conditions);
  const trainS = (performance.now() - from) / 1000;
  const memory = residentMb() - before;
  const { guesses, times } = await timed(guesser, set.test);
  const tried = triedOn(set.test, guesses);
  return {
    accuracy: 100 * accuracy(tried),
    'macro-F1': 100 * macroF1(tried),
    ...(await strangerFigures(set, guesser, guesses)),
    'train time': trainS,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    memory,
  };
}

const [subject = '', file = '', seed = '1', folder = ''] = process.argv.slice(2);
const contender = contenders[subject];
if (!contender) throw new Error(`There is no contender "${subject}"`);
// Peers print while they load and learn.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
const figures = await figuresOf(readSet(file), contender, { seed: Number(seed), folder });
write(`${JSON.stringify(figures)}\n`);
process.exit(0);

import type { Evidence } from '../src/diagnosis/evidence.ts';
import { learn } from '../src/diagnosis/learn.ts';
import type { LedgerRow } from '../src/diagnosis/ledger.ts';
import { type Model, measuredTrust } from '../src/diagnosis/model.ts';
import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import { createChooser } from './diagnosis-chooser.ts';
import { expectedFare } from './diagnosis-exact.ts';
import { type Case, modelOfCase, readCases } from './diagnosis-model.ts';
import { type Drawn, drawPeople } from './diagnosis-play.ts';
import { printReport, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:diagnosis-learning -- FILE`: the author's numbers are wrong by a log-factor of 1; how much dearer is
 * the engine than one that knows the truth, after so many talks? Half of the people say how it ended.
 */
const [path] = process.argv.slice(2);
if (!path) throw new Error('Which model file?');
const models = 8;
const stages = [0, 200, 1000, 3000];
const feedback = 0.5;
const liars = 0.2;
const year = 365 * 24 * 60 * 60 * 1000;

const ratios = new Map<string, number[]>();
for (const one of readCases(path).slice(0, models)) {
  for (const [subject, share] of [
    ['honest', 0],
    ['20 % liars', liars],
  ] as const)
    follow(one, subject, share);
}
printReport('diagnosis-learning', rows());

function follow(one: Case, subject: string, lying: number): void {
  const truth = modelOfCase(one, measuredTrust);
  const authored = wrong(truth, one.name);
  const random = seededRandom(`${one.name}/${subject}`);
  const people = drawPeople(one, { crowd: 'clean', count: stages.at(-1) as number, number: 0 });
  const ledger: LedgerRow[] = [];
  let model = authored;
  let chooser = createChooser(model, 'ours');
  const best = expectedFare(truth, createChooser(truth, 'ours')).minutes;
  people.forEach((person, index) => {
    if (index > 0 && (index % 250 === 0 || stages.includes(index))) {
      model = learn(authored, ledger, year).model;
      chooser = createChooser(model, 'ours');
    }
    if (stages.includes(index)) note(index);
    const speaks = random() < feedback;
    const lies = random() < lying;
    const at = year - 1e6 + index;
    if (lies) ledger.push({ ...lie(truth, random), ...named(index, at), identity: `liar-${index % 3}` });
    else if (speaks)
      ledger.push({ ...talk(model, chooser, person), ...named(index, at), identity: `p${index}` });
  });
  model = learn(authored, ledger, year).model;
  note(people.length);

  function note(talks: number): void {
    const name = `after ${talks} talks`;
    const cost = expectedFare(truth, createChooser(model, 'ours')).minutes;
    ratios.set(`${subject}\n${name}`, [...(ratios.get(`${subject}\n${name}`) ?? []), cost / best]);
  }
}

function named(index: number, at: number) {
  return { id: String(index).padStart(6, '0'), at, pack: 'bench', problem: 'bench' };
}

type Told = Pick<LedgerRow, 'evidence' | 'outcome' | 'fix'>;

function talk(model: Model, chooser: ReturnType<typeof createChooser>, person: Drawn): Told {
  const evidence: Evidence[] = [];
  for (;;) {
    const move = chooser.choose(evidence);
    if (!move) return { evidence, outcome: 'handedOver' };
    if ('ask' in move) {
      const question = model.questions[move.ask] as Model['questions'][number];
      const answer = question.answers[person.answers[move.ask] as number];
      evidence.push(
        answer === undefined
          ? { kind: 'unknown', question: question.id }
          : { kind: 'answer', question: question.id, answer },
      );
      continue;
    }
    const fix = (model.repairs[move.repair] as Model['repairs'][number]).id;
    if (person.helped[move.repair]) return { evidence, outcome: 'solved', fix };
    evidence.push({ kind: 'failed', fix });
  }
}

/** Random answers, and always the same useless fix. */
function lie(truth: Model, random: () => number): Told {
  const evidence = truth.questions.map((question): Evidence => {
    const answer = question.answers[Math.floor(random() * question.answers.length)] as string;
    return { kind: 'answer', question: question.id, answer };
  });
  return { evidence, outcome: 'solved', fix: (truth.repairs.at(-1) as Model['repairs'][number]).id };
}

/** Every number off by a normal draw with standard deviation 1, in logs or log-odds. */
function wrong(truth: Model, seed: string): Model {
  const random = seededRandom(`wrong/${seed}`);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const off = (p: number) => {
    const odds = (p / (1 - p)) * Math.exp(normal());
    return odds / (1 + odds);
  };
  const scaled = (values: number[]) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    return values.map((value) => value / total);
  };
  return {
    ...truth,
    prior: Float64Array.from(scaled([...truth.prior].map((p) => p * Math.exp(normal())))),
    questions: truth.questions.map((question) => {
      const columns = truth.causes.map((_, cause) =>
        scaled(question.likelihood.map((row) => (row[cause] as number) * Math.exp(normal()))),
      );
      const likelihood = question.answers.map((_, answer) =>
        Float64Array.from(columns, (column) => column[answer] as number),
      );
      return { ...question, likelihood };
    }),
    repairs: truth.repairs.map((repair) => ({ ...repair, chance: repair.chance.map(off) })),
  };
}

function rows(): Row[] {
  return [...ratios].map(([key, values]) => {
    const [subject = '', name = ''] = key.split('\n');
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const what = { name, subject, metric: 'mean cost against truth', unit: '×' };
    return { ...rowOf(what, values), median: Number(mean.toPrecision(5)) };
  });
}

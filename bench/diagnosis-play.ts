import { draw } from '../src/diagnosis/draw.ts';
import type { Evidence } from '../src/diagnosis/evidence.ts';
import type { Model } from '../src/diagnosis/model.ts';
import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import { crowds, personOf } from '../src/rehearsal/people.ts';
import type { Chooser } from './diagnosis-chooser.ts';
import { type Case, fullTrust, modelOfCase, truthOf } from './diagnosis-model.ts';

/** What a talk came to, or many on average. */
export interface Fared {
  readonly minutes: number;
  readonly turns: number;
  readonly handedOver: number;
}

/** A person with everything they would say and do, drawn before any policy is played, so that all meet the same. */
export interface Drawn {
  /** Per question: the index of the answer, -1 for "don't know". */
  readonly answers: readonly number[];
  /** Per fix: whether it helps. */
  readonly helped: readonly boolean[];
}

/** People of a case with the noise of a crowd; the same crowd number gives the same people. */
export function drawPeople(
  one: Case,
  { crowd: crowdName, count, number }: { crowd: string; count: number; number: number },
): Drawn[] {
  const crowd = crowds[crowdName];
  if (!crowd) throw new Error(`There is no crowd "${crowdName}"; known: ${Object.keys(crowds).join(', ')}`);
  const truth = modelOfCase(truthOf(one), fullTrust);
  return [...Array(one.users?.length ?? count).keys()].map((index) => {
    const random = seededRandom(`${one.name}${number > 0 ? `#${number}` : ''}/${crowdName}/${index}`);
    const habits = personOf(crowd, random());
    const user = one.users?.[index];
    const cause = user ? truth.causes.indexOf(user.cause) : draw(truth.prior, random());
    const answers = truth.questions.map((question, place) => {
      const unsure = random() < 1 - (1 - question.dontKnow) * (1 - habits.dontKnow);
      const chances = question.likelihood.map((row) => row[cause] as number);
      const drawn = draw(chances, random());
      const meant = user ? (user.answers[place] ?? -1) : drawn;
      const slips = random() < habits.wrong;
      const shift = 1 + Math.floor(random() * (chances.length - 1));
      if (unsure || meant < 0) return -1;
      return slips ? (meant + shift) % chances.length : meant;
    });
    const helped = truth.repairs.map((repair) => {
      const at = repair.causes.indexOf(cause);
      const chance = at < 0 ? 0 : (repair.chance[at] as number);
      return random() < chance * (1 - habits.fixDoneWrong);
    });
    return { answers, helped };
  });
}

/** Plays one person against a policy. @param costs the model whose minutes are counted. */
export function play(costs: Model, chooser: Chooser, person: Drawn): Fared {
  const evidence: Evidence[] = [];
  let minutes = 0;
  for (let turns = 1; ; turns++) {
    const move = chooser.choose(evidence);
    if (!move) return { minutes: minutes + costs.handOverMinutes, turns, handedOver: 1 };
    if ('ask' in move) {
      const question = costs.questions[move.ask] as Model['questions'][number];
      const answer = question.answers[person.answers[move.ask] as number];
      minutes += question.cost;
      evidence.push(
        answer === undefined
          ? { kind: 'unknown', question: question.id }
          : { kind: 'answer', question: question.id, answer },
      );
    } else {
      const repair = costs.repairs[move.repair] as Model['repairs'][number];
      minutes += repair.cost;
      if (person.helped[move.repair]) return { minutes, turns, handedOver: 0 };
      evidence.push({ kind: 'failed', fix: repair.id });
    }
  }
}
